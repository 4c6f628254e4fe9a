package dev.patchbay.port.provider;

import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.provider.IdentityDescriptor;
import dev.patchbay.domain.provider.ProviderId;
import java.net.URI;
import java.util.Optional;

/**
 * An outside party that people sign in with. Safe for many threads; holds no person's data. Calls to the party are bounded
 * in time and size, are made once, and their failures are answers, never exceptions.
 */
public interface IdentityProvider {
    /** What is known about it; the same object every time. */
    IdentityDescriptor descriptor();

    default ProviderId id() {
        return descriptor().id();
    }

    /** How people call it. */
    default String name() {
        return descriptor().name();
    }

    /** The address to send the person to, with PKCE (S256), state and, for OpenID Connect, the nonce. */
    AuthorizationStart authorize(ClientApp app, AuthorizationIntent intent);

    /**
     * Whether a redirect with this {@code iss} parameter can come from this party (RFC 9207): equal to its issuer when there
     * is one, and present when the party promises to send it. Asked before anything is exchanged, also for error redirects.
     */
    boolean vouchesFor(Optional<String> iss);

    /** Exchanges the code and proves who it is. What the provider hands out besides is dropped. */
    Identification identify(ClientApp app, CodeExchange exchange);

    /** What this party is known not to take of a redirect URI, before anybody tries; empty when nothing is known. Calls nobody. */
    default Optional<RedirectTrap> redirectTrap(URI redirectUri) {
        return Optional.empty();
    }
}
