package dev.patchbay.domain.clientapp;

import dev.patchbay.domain.vault.Secret;
import java.net.URI;
import java.util.Optional;

/**
 * An OAuth client at a provider.
 *
 * @param clientSecret empty for a public client, which PKCE alone protects
 * @param redirectUri the exact redirect URI registered with the provider
 */
public record ClientApp(ClientAppId id, Kind kind, Optional<Secret> clientSecret, URI redirectUri) {
    /** Who brought the app. */
    public enum Kind {
        /** The operator's, for everybody here. */
        SHARED,
        /** A person's own. */
        OWN
    }

    public String clientId() {
        return id.clientId();
    }
}
