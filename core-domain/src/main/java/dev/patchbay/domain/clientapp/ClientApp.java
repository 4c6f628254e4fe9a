package dev.patchbay.domain.clientapp;

import dev.patchbay.domain.vault.Secret;
import java.net.URI;
import java.util.Optional;

/**
 * An OAuth client at a provider.
 *
 * @param clientSecret the one to show; empty for a public client, which PKCE alone protects
 * @param redirectUri the exact redirect URI registered with the provider
 * @param other the other secret to try when this one is refused; empty unless the secret was changed lately
 */
public record ClientApp(
        ClientAppId id, Kind kind, Optional<Secret> clientSecret, URI redirectUri, Optional<OtherSecret> other) {
    /** Who brought the app. */
    public enum Kind {
        /** The operator's, for everybody here. */
        SHARED,
        /** A person's own. */
        OWN
    }

    /**
     * A second secret of an app whose owner changed it: which of the two the provider takes is not known, or no longer.
     *
     * @param newer whether it is the later of the two
     * @param version of the app that has these two
     */
    public record OtherSecret(Secret secret, boolean newer, long version) {}

    /** One with a single secret, or none. */
    public ClientApp(ClientAppId id, Kind kind, Optional<Secret> clientSecret, URI redirectUri) {
        this(id, kind, clientSecret, redirectUri, Optional.empty());
    }

    public String clientId() {
        return id.clientId();
    }

    /** The same app showing its other secret; empty when it has none. */
    public Optional<ClientApp> withOtherSecret() {
        return other.map(second -> new ClientApp(id, kind, Optional.of(second.secret()), redirectUri));
    }

    /** The same app with the redirect URI that an attempt was begun with. */
    public ClientApp returningTo(URI sent) {
        return new ClientApp(id, kind, clientSecret, sent, other);
    }
}
