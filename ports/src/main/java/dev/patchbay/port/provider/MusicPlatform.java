package dev.patchbay.port.provider;

import dev.patchbay.domain.clientapp.AppFindings;
import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Clocks;
import dev.patchbay.domain.connection.Revocation;
import dev.patchbay.domain.connection.TokenAnswer;
import dev.patchbay.domain.connection.WhoAnswer;
import dev.patchbay.domain.provider.ProviderDescriptor;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.provider.Scopes;
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

    /**
     * How the one-time credential is called in the address that a browser comes back to. Where a platform knows no {@code state},
     * {@link #authorize} puts it into that address itself, so that it comes back under that name all the same.
     */
    default String codeParameter() {
        return "code";
    }

    /** Swaps a code for tokens. A code the platform refuses is {@link TokenAnswer.GrantDead}. */
    TokenAnswer exchange(ClientApp app, CodeExchange exchange);

    /**
     * Why a grant that was given just now is of no use as it is, such as a permission that the person left out; empty when it is. Calls
     * nobody.
     *
     * @param asked the scopes that were asked for
     */
    default Optional<Cause> objectionTo(TokenAnswer.Granted granted, Scopes asked) {
        return Optional.empty();
    }

    /**
     * What whoever owns the app or the connection had better know of one with these clocks, in a plain sentence or two; empty when there
     * is nothing. Calls nobody.
     */
    default Optional<String> advice(Clocks clocks) {
        return Optional.empty();
    }

    /**
     * Renews a grant. Takes at most the grant class's {@code callTimeout}. A platform without
     * {@link dev.patchbay.domain.provider.Capability#REFRESH} answers {@link TokenAnswer.GrantDead} without a call.
     */
    TokenAnswer refresh(ClientApp app, Secret refreshToken);

    /**
     * Asks who the access token belongs to.
     *
     * @param app the one that the token was minted for; some platforms want its signature beside the token
     */
    WhoAnswer whoIs(ClientApp app, Secret accessToken);

    /**
     * Ends a grant at the platform. Idempotent: ending one that is gone is {@link Revocation#REVOKED}. A platform without
     * {@link dev.patchbay.domain.provider.Capability#REVOKE} answers {@link Revocation#NOT_SUPPORTED} without a call.
     */
    Revocation revoke(ClientApp app, TokensInHand tokens);

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
