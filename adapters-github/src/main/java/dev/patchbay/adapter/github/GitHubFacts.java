package dev.patchbay.adapter.github;

import dev.patchbay.domain.provider.AppNames;
import dev.patchbay.domain.provider.DatedRule;
import dev.patchbay.domain.provider.IdentityDescriptor;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.provider.Quirk;
import dev.patchbay.domain.provider.Scope;
import dev.patchbay.domain.provider.ScopeReason;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** What is known about sign-in with GitHub in November 2026. */
final class GitHubFacts {
    private static final ProviderId ID = new ProviderId("github");
    private static final String DOCS = "https://docs.github.com/en/";
    private static final URI AUTHORIZING =
            URI.create(DOCS + "apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps");

    static final IdentityDescriptor DESCRIPTOR = new IdentityDescriptor(
            ID,
            "GitHub",
            URI.create("https://github.com/settings/developers"),
            List.of(
                    new ScopeReason(new Scope("read:user"), "Know that it is you, and greet you by your name."),
                    new ScopeReason(new Scope("user:email"), "Show you which address this account has.")),
            List.of(
                    new DatedRule(
                            "redirect_uri",
                            "Callback URLs of apps registered before this date match their sub-paths and sub-domains"
                                    + " too, unless the wildcard is switched off; newer ones match exactly.",
                            LocalDate.of(2026, 8, 3),
                            AUTHORIZING),
                    new DatedRule(
                            "pkce",
                            "PKCE with S256 is taken, and a verifier asked for where a challenge was sent.",
                            LocalDate.of(2025, 7, 14),
                            URI.create(
                                    "https://github.blog/changelog/2025-07-14-pkce-support-for-oauth-and-github-app-authentication/"))),
            List.of(
                    new Quirk(
                            "no_id_token",
                            "There is no ID token: who somebody is comes from the API, by the numeric id; the login can"
                                    + " change hands.",
                            URI.create(DOCS + "rest/users/users")),
                    new Quirk(
                            "errors_with_200",
                            "The token endpoint says what is wrong with status 200, in words of its own.",
                            URI.create(
                                    DOCS
                                            + "apps/oauth-apps/maintaining-oauth-apps/troubleshooting-oauth-app-access-token-request-errors")),
                    new Quirk(
                            "hidden_email",
                            "The profile's address is a public one or none; the primary and verified one is asked for.",
                            URI.create(DOCS + "rest/users/emails")),
                    new Quirk(
                            "tokens_stay",
                            "Tokens do not expire unless the app is set so, and ten are kept for each person: the one"
                                    + " that sign-in brought is deleted at once.",
                            URI.create(DOCS + "rest/apps/oauth-applications"))),
            Set.of("github.com", "api.github.com"),
            AppNames.usual(ID));

    private GitHubFacts() {}
}
