package dev.patchbay.adapter.spotify;

import dev.patchbay.domain.clientapp.AppTerms;
import dev.patchbay.domain.provider.Capability;
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
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is known about Spotify in November 2026. */
final class SpotifyFacts {
    private static final String DOCS = "https://developer.spotify.com/documentation/web-api/";

    /** Spotify has no revocation endpoint; people withdraw access on their account page. */
    static final ProviderDescriptor DESCRIPTOR = new ProviderDescriptor(
                    new ProviderId("spotify"),
                    "Spotify",
                    URI.create("https://developer.spotify.com/dashboard"),
                    URI.create("https://www.spotify.com/account/apps/"),
                    List.of(
                            scope("playlist-read-private", "See your private playlists."),
                            scope("playlist-read-collaborative", "See playlists you make together with others."),
                            scope("playlist-modify-private", "Create and change private playlists."),
                            scope("playlist-modify-public", "Create and change public playlists.")),
                    Set.of(Capability.REFRESH, Capability.PUBLIC_CLIENT),
                    new GrantClass.NonRotating(),
                    Optional.empty(),
                    Optional.of(Period.ofMonths(6)),
                    Duration.ofHours(1),
                    List.of(
                            rule(
                                    "quota",
                                    "The quota is counted per developer account: all apps of one owner share it.",
                                    LocalDate.of(2026, 7, 23),
                                    "concepts/quota-modes"),
                            rule(
                                    "consent",
                                    "A consent ends six months after it was given; renewing tokens does not extend it.",
                                    LocalDate.of(2026, 6, 18),
                                    "tutorials/refreshing-tokens"),
                            rule(
                                    "seats",
                                    "An app in development mode serves five people, each added by its owner in the"
                                            + " dashboard.",
                                    LocalDate.of(2026, 2, 11),
                                    "concepts/quota-modes"),
                            rule(
                                    "premium",
                                    "The owner of an app in development mode needs an active Premium subscription.",
                                    LocalDate.of(2026, 2, 11),
                                    "tutorials/february-2026-migration-guide"),
                            rule(
                                    "redirect_uri",
                                    "A redirect URI is https, or http on 127.0.0.1 or [::1]; localhost is refused.",
                                    LocalDate.of(2025, 4, 9),
                                    "concepts/redirect_uri")),
                    AppTerms.ofSeats(5))
            .withHosts(Set.of("accounts.spotify.com", "api.spotify.com"))
            .withQuirks(List.of(
                    new Quirk(
                            "seat_after_consent",
                            "Somebody who is not on an app's list can consent and gets tokens that nothing accepts; so"
                                    + " the profile is asked for before a connection counts.",
                            URI.create(DOCS + "concepts/quota-modes")),
                    new Quirk(
                            "refresh_token_kept",
                            "A renewal usually brings no refresh token, or an empty one: the old one stays good.",
                            URI.create(DOCS + "tutorials/refreshing-tokens")),
                    new Quirk(
                            "plain_text_refusals",
                            "A 403 is often plain text; the cause is read from its words, and a page of something in"
                                    + " between is an outage.",
                            URI.create(DOCS + "concepts/quota-modes")),
                    new Quirk(
                            "no_revocation",
                            "There is no address to end a grant at: people do it on their account page.",
                            URI.create("https://www.spotify.com/account/apps/"))));

    private SpotifyFacts() {}

    private static ScopeReason scope(String name, String why) {
        return new ScopeReason(new Scope(name), why);
    }

    private static DatedRule rule(String name, String text, LocalDate since, String page) {
        return new DatedRule(name, text, since, URI.create(DOCS + page));
    }
}
