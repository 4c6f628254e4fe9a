package dev.patchbay.adapter.lastfm;

import dev.patchbay.domain.connection.Clocks;
import dev.patchbay.domain.provider.AppNames;
import dev.patchbay.domain.provider.DatedRule;
import dev.patchbay.domain.provider.GrantClass;
import dev.patchbay.domain.provider.ProviderDescriptor;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.provider.Quirk;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is known about Last.fm in November 2026. Its pages carry no dates; those here are of the day they were read. */
final class LastfmFacts {
    private static final String DOCS = "https://www.last.fm/api/";

    /** Nothing is renewed, nothing can be ended from here, and there are no scopes: a session key may do all. */
    static final ProviderDescriptor DESCRIPTOR = new ProviderDescriptor(
                    new ProviderId("lastfm"),
                    "Last.fm",
                    URI.create("https://www.last.fm/api/account/create"),
                    URI.create("https://www.last.fm/settings/applications"),
                    List.of(),
                    Set.of(),
                    new GrantClass.NonRotating(),
                    Optional.empty(),
                    Optional.empty(),
                    Clocks.ENDLESS,
                    List.of(
                            rule(
                                    "session_key",
                                    "A session key does not end by itself. The person ends it in their settings, and"
                                            + " nobody is told.",
                                    "webauth"),
                            rule(
                                    "pace",
                                    "An address that makes several calls a second is held back; the number is not"
                                            + " published any more.",
                                    "intro"),
                            rule("use", "Apps are for non-commercial use and name Last.fm as their source.", "tos")))
            .withHosts(Set.of("www.last.fm", "ws.audioscrobbler.com"))
            .withAppNames(new AppNames("LASTFM_API_KEY", "LASTFM_SHARED_SECRET", Optional.empty()))
            .withQuirks(List.of(
                    quirk(
                            "no_oauth",
                            "There is no OAuth: calls carry the parameters api_key, sk (the access token you are"
                                    + " given) and api_sig, which takes the app's shared secret to make.",
                            "authspec"),
                    quirk(
                            "no_state",
                            "There is no state, so the one-time value goes into the query of the address to come back"
                                    + " to, where Last.fm adds its token.",
                            "webauth"),
                    quirk(
                            "errors_with_200",
                            "Some errors come with status 200: the number in the body counts, whatever the status.",
                            "errorcodes"),
                    quirk(
                            "name_is_the_id",
                            "A session says no other id of the person than their user name.",
                            "show/auth.getSession"),
                    quirk(
                            "someone_else",
                            "Answers were seen that belonged to another user for a while; when one does, the token is"
                                    + " not lent any more.",
                            "show/user.getInfo")));

    private LastfmFacts() {}

    private static Quirk quirk(String name, String text, String page) {
        return new Quirk(name, text, URI.create(DOCS + page));
    }

    private static DatedRule rule(String name, String text, String page) {
        return new DatedRule(name, text, LocalDate.of(2026, 9, 6), URI.create(DOCS + page));
    }
}
