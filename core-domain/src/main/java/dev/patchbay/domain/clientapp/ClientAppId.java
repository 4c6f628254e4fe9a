package dev.patchbay.domain.clientapp;

import dev.patchbay.domain.provider.ProviderId;

/** Names a client app here: the provider and the client id it gave. Tokens belong to the app that minted them. */
public record ClientAppId(ProviderId provider, String clientId) {
    private static final int MAX_LENGTH = 255;

    public ClientAppId {
        if (clientId.isBlank() || clientId.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("a client id has 1 to 255 characters");
        }
    }

    @Override
    public String toString() {
        return provider + ":" + clientId;
    }
}
