package dev.patchbay.adapter.google;

import dev.patchbay.domain.provider.AppNames;
import dev.patchbay.domain.provider.IdentityDescriptor;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.provider.Quirk;
import dev.patchbay.domain.provider.Scope;
import dev.patchbay.domain.provider.ScopeReason;
import java.net.URI;
import java.util.List;
import java.util.Set;

/** What is known about sign-in with Google in November 2026. */
final class GoogleFacts {
    private static final ProviderId ID = new ProviderId("google");
    private static final String DOCS = "https://developers.google.com/identity/";

    /** Issuer, tokens, profile and keys are on machines of different names; a rule of one origin would break it. */
    private static final Set<String> HOSTS = Set.of(
            "accounts.google.com", "oauth2.googleapis.com", "openidconnect.googleapis.com", "www.googleapis.com");

    private GoogleFacts() {}

    /** Another issuer in Google's place says itself where its parts are. */
    static IdentityDescriptor descriptor(GoogleSettings settings) {
        boolean real = settings.issuer().equals(GoogleSettings.REAL_ISSUER);
        return new IdentityDescriptor(
                ID,
                "Google",
                URI.create("https://console.cloud.google.com/auth/clients"),
                List.of(
                        scope("openid", "Know that it is you."),
                        scope("email", "Show you which address this account has."),
                        scope("profile", "Greet you by your name.")),
                List.of(),
                List.of(
                        new Quirk(
                                "redirect_uri",
                                "A redirect URI is https on a public name, or http on localhost, 127.0.0.1 or [::1].",
                                URI.create(DOCS + "protocols/oauth2/web-server#uri-validation")),
                        new Quirk(
                                "issuer_spelling",
                                "Some ID tokens name the issuer without its scheme: both spellings are accepted, and"
                                        + " no third.",
                                URI.create(DOCS + "openid-connect/reference")),
                        new Quirk(
                                "email_is_no_key",
                                "An account can change its address; people are known by the subject alone.",
                                URI.create(DOCS + "openid-connect/reference"))),
                real ? HOSTS : Set.of("*"),
                AppNames.usual(ID));
    }

    private static ScopeReason scope(String name, String why) {
        return new ScopeReason(new Scope(name), why);
    }
}
