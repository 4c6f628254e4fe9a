package dev.patchbay.port.provider;

import dev.patchbay.domain.clientapp.AppFindings;
import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.connection.Revocation;
import dev.patchbay.domain.connection.TokenAnswer;
import dev.patchbay.domain.connection.WhoAnswer;
import dev.patchbay.domain.provider.ProviderDescriptor;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.vault.Secret;
import java.net.URI;
import java.util.Optional;

/**
 * An outside party that people connect. Safe for many threads; holds no person's data. A call to the token endpoint is made
 * once, and no library resends it. Every call is bounded in time and size; failures are answers, never exceptions.
 */
public interface MusicPlatform {
    /** What is known about it; the same object every time. */
    ProviderDescriptor descriptor();

    default ProviderId id() {
        return descriptor().id();
    }

    /** The address to send the person to. */
    AuthorizationStart authorize(ClientApp app, AuthorizationIntent intent);

    /** As {@link IdentityProvider#vouchesFor}. */
    boolean vouchesFor(Optional<String> iss);

    /** Swaps a code for tokens. A code the platform refuses is {@link TokenAnswer.GrantDead}. */
    TokenAnswer exchange(ClientApp app, CodeExchange exchange);

    /**
     * Renews a grant. Takes at most the grant class's {@code callTimeout}. A platform without
     * {@link dev.patchbay.domain.provider.Capability#REFRESH} answers {@link TokenAnswer.GrantDead} without a call.
     */
    TokenAnswer refresh(ClientApp app, Secret refreshToken);

    /** Asks who the access token belongs to. */
    WhoAnswer whoIs(Secret accessToken);

    /**
     * Ends a grant at the platform. Idempotent: ending one that is gone is {@link Revocation#REVOKED}. A platform without
     * {@link dev.patchbay.domain.provider.Capability#REVOKE} answers {@link Revocation#NOT_SUPPORTED} without a call.
     *
     * @param token the refresh token where there is one, else the access token
     */
    Revocation revoke(ClientApp app, Secret token);

    /**
     * Looks at an app before anybody consents with it, by a few harmless calls, or none where the platform offers no way. What was
     * not seen to be good is never called good.
     */
    default AppFindings check(ClientApp app) {
        return AppFindings.none("The platform offers no way to check it before somebody consents.");
    }

    /** What this party is known not to take of a redirect URI, before anybody tries; empty when nothing is known. Calls nobody. */
    default Optional<RedirectTrap> redirectTrap(URI redirectUri) {
        return Optional.empty();
    }
}
