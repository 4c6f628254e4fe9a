package dev.patchbay.sandbox.party;

import java.util.Optional;
import java.util.Set;

/**
 * A confidential client that a party knows.
 *
 * @param id the client id
 * @param secret the client secret
 * @param redirectUris the registered redirect URIs, matched byte by byte; empty means any loopback address will do
 */
public record SandboxClient(String id, String secret, Optional<Set<String>> redirectUris) {

    /** A client that may return to any loopback address. */
    public static SandboxClient of(String id, String secret) {
        return new SandboxClient(id, secret, Optional.empty());
    }

    /** The same client with these redirect URIs registered and no others. */
    public SandboxClient withRedirectUris(String... uris) {
        return new SandboxClient(id, secret, Optional.of(Set.of(uris)));
    }

    /** Prints the id, never the secret. */
    @Override
    public String toString() {
        return "client " + id;
    }
}
