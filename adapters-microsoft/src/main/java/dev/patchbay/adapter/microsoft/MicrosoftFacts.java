package dev.patchbay.adapter.microsoft;

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

/** What is known about sign-in with Microsoft in November 2026. */
final class MicrosoftFacts {
    private static final ProviderId ID = new ProviderId("microsoft");
    private static final String DOCS = "https://learn.microsoft.com/entra/identity-platform/";

    static final IdentityDescriptor DESCRIPTOR = new IdentityDescriptor(
            ID,
            "Microsoft",
            URI.create("https://entra.microsoft.com/#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade"),
            List.of(
                    scope("openid", "Know that it is you."),
                    scope("email", "Show you which address this account has."),
                    scope("profile", "Greet you by your name.")),
            List.of(new DatedRule(
                    "unverified_email",
                    "Apps registered since June 2023 are not told addresses of unverified domains; older ones are.",
                    LocalDate.of(2023, 6, 1),
                    URI.create(DOCS + "migrate-off-email-claim-authorization"))),
            List.of(
                    new Quirk(
                            "issuer_template",
                            "With /common and /organizations the metadata name no issuer but a template; the tenant in"
                                    + " the token fills it in, and keys may be for one tenant only.",
                            URI.create(DOCS + "access-tokens")),
                    new Quirk(
                            "tenant_is_ours_to_check",
                            "Who may come in is checked here by the tenant in the token, whatever the address asked"
                                    + " was.",
                            URI.create(DOCS + "claims-validation")),
                    new Quirk(
                            "subject_for_each_app",
                            "The subject changes with the client id; the object id and tenant are kept beside it.",
                            URI.create(DOCS + "id-token-claims-reference")),
                    new Quirk(
                            "email_is_no_proof",
                            "An address counts as unverified unless the optional claim xms_edov is true.",
                            URI.create(DOCS + "optional-claims-reference")),
                    new Quirk(
                            "pkce_not_advertised",
                            "PKCE works and is not in the metadata; it is used always.",
                            URI.create(DOCS + "v2-oauth2-auth-code-flow"))),
            Set.of("login.microsoftonline.com", "graph.microsoft.com"),
            AppNames.usual(ID));

    private MicrosoftFacts() {}

    private static ScopeReason scope(String name, String why) {
        return new ScopeReason(new Scope(name), why);
    }
}
