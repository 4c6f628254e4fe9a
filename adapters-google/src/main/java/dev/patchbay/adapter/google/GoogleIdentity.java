package dev.patchbay.adapter.google;

import dev.patchbay.oauth.GuardedHttp;
import dev.patchbay.oauth.OpenIdProvider;
import dev.patchbay.port.provider.AuthorizationIntent;
import dev.patchbay.port.provider.RedirectTrap;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Sign-in with Google. No offline access is asked for, so there is no refresh token to protect.
 *
 * @see <a href="https://developers.google.com/identity/openid-connect/reference">Google's OpenID Connect reference</a>
 */
public final class GoogleIdentity extends OpenIdProvider {
    GoogleIdentity(GuardedHttp http, Clock clock, GoogleSettings settings) {
        super(http, clock, GoogleFacts.descriptor(settings), settings.issuer().toString());
    }

    /**
     * Some of Google's ID tokens name the issuer without its scheme; Google's reference gives exactly these two
     * spellings.
     */
    @Override
    protected Set<String> acceptedIssuers() {
        return isRealGoogle() ? Set.of(issuer(), "accounts.google.com") : Set.of(issuer());
    }

    /**
     * Lets people with several Google accounts choose. Stand-ins may refuse the whole request for it (node's
     * oidc-provider).
     */
    @Override
    protected Map<String, String> authorizationParameters(AuthorizationIntent intent) {
        return isRealGoogle() ? Map.of("prompt", "select_account") : Map.of();
    }

    /** Another OpenID Provider in Google's place has rules of its own. */
    @Override
    public Optional<RedirectTrap> redirectTrap(URI redirectUri) {
        return isRealGoogle() ? GoogleRedirects.trap(redirectUri) : Optional.empty();
    }

    private boolean isRealGoogle() {
        return GoogleSettings.REAL_ISSUER.toString().equals(issuer());
    }
}
