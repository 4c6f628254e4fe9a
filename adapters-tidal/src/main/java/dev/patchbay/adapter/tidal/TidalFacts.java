package dev.patchbay.adapter.tidal;

import dev.patchbay.domain.provider.DatedRule;
import dev.patchbay.domain.provider.GrantClass;
import dev.patchbay.domain.provider.ProviderDescriptor;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.provider.Quirk;
import dev.patchbay.domain.provider.Scope;
import dev.patchbay.domain.provider.ScopeReason;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is known about TIDAL in November 2026. */
final class TidalFacts {
    private static final URI NO_REFRESH_TOKEN = URI.create("https://github.com/tidal-music/tidal-sdk-web/issues/681");

    /** Strict, should refresh tokens come back: it is never laxer than the party. */
    static final ProviderDescriptor DESCRIPTOR = new ProviderDescriptor(
                    new ProviderId("tidal"),
                    "TIDAL",
                    URI.create("https://developer.tidal.com/dashboard"),
                    URI.create("https://account.tidal.com"),
                    List.of(
                            scope("user.read", "Know whose account it is."),
                            scope("playlists.read", "See your playlists."),
                            scope("playlists.write", "Create and change playlists.")),
                    Set.of(),
                    new GrantClass.Strict(),
                    Optional.empty(),
                    Optional.empty(),
                    Duration.ofHours(4),
                    List.of(new DatedRule(
                            "no_refresh_token",
                            "Apps of third parties get no refresh token any more: a connection lasts four hours, and"
                                    + " is then made again by the person.",
                            LocalDate.of(2026, 7, 1),
                            NO_REFRESH_TOKEN)))
            .withHosts(Set.of("auth.tidal.com", "openapi.tidal.com"))
            .withQuirks(List.of(
                    new Quirk(
                            "three_hosts",
                            "Consent, tokens and API are on machines of three names; only the last two are called by"
                                    + " us.",
                            URI.create("https://developer.tidal.com/documentation/api-sdk/api-sdk-authorization")),
                    new Quirk(
                            "approval",
                            "An app may have to be approved before people other than its owner can use it.",
                            URI.create("https://github.com/orgs/tidal-music/discussions/376"))));

    private TidalFacts() {}

    private static ScopeReason scope(String name, String why) {
        return new ScopeReason(new Scope(name), why);
    }
}
