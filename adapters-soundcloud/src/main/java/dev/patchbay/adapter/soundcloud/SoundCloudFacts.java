package dev.patchbay.adapter.soundcloud;

import dev.patchbay.domain.provider.Capability;
import dev.patchbay.domain.provider.DatedRule;
import dev.patchbay.domain.provider.GrantClass;
import dev.patchbay.domain.provider.ProviderDescriptor;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.provider.Quirk;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is known about SoundCloud in November 2026. The dates are those of the pages that were read, where they carry none. */
final class SoundCloudFacts {
    private static final String DOCS = "https://developers.soundcloud.com/docs/api/";

    /** No scopes exist. How long an unused refresh token stays good is not said; nothing shows that it ends of idleness. */
    static final ProviderDescriptor DESCRIPTOR = new ProviderDescriptor(
                    new ProviderId("soundcloud"),
                    "SoundCloud",
                    URI.create("https://soundcloud.com/you/apps"),
                    URI.create("https://soundcloud.com/settings/connections"),
                    List.of(),
                    Set.of(Capability.REFRESH, Capability.REVOKE),
                    new GrantClass.Strict(),
                    Optional.empty(),
                    Optional.empty(),
                    Duration.ofHours(1),
                    List.of(
                            rule(
                                    "apps",
                                    "To register an app takes an Artist Pro subscription, and there is one app for"
                                            + " each person.",
                                    "register-app"),
                            rule(
                                    "refresh_tokens",
                                    "A refresh token is good once; each renewal brings another. Two renewals at once"
                                            + " lose the connection.",
                                    "guide#refresh-token"),
                            rule(
                                    "pkce",
                                    "OAuth 2.1: PKCE is required, beside the client secret.",
                                    "guide#authorization-code"),
                            rule(
                                    "client_tokens",
                                    "An app gets 50 tokens of its own in 12 hours, and an address 30 in an hour. The"
                                            + " check of an app takes one.",
                                    "rate-limits")))
            .withHosts(Set.of("secure.soundcloud.com", "api.soundcloud.com"))
            .withQuirks(List.of(
                    quirk(
                            "empty_scope",
                            "There are no scopes, and an answer's scope is empty: that is a grant of everything, not of"
                                    + " nothing.",
                            "issues/80"),
                    quirk(
                            "header_scheme",
                            "The API wants the header Authorization: OAuth, and that is the token type you are given.",
                            "issues/448"),
                    quirk(
                            "blocked_page",
                            "A 403 with a page of HTML comes from the network in front of SoundCloud: an outage, and no"
                                    + " refusal.",
                            "issues/489"),
                    quirk(
                            "null_error",
                            "The API's errors have a member named error that is null, and say nothing of the grant.",
                            "issues/169"),
                    quirk(
                            "sign_out",
                            "A grant is ended by signing its access token out, as long as that is good; whether the"
                                    + " refresh token dies with it is not documented.",
                            "issues/395")));

    private SoundCloudFacts() {}

    private static Quirk quirk(String name, String text, String page) {
        return new Quirk(name, text, URI.create("https://github.com/soundcloud/api/" + page));
    }

    private static DatedRule rule(String name, String text, String page) {
        return new DatedRule(name, text, LocalDate.of(2026, 7, 19), URI.create(DOCS + page));
    }
}
