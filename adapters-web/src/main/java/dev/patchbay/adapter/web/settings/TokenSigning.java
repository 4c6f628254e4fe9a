package dev.patchbay.adapter.web.settings;

import dev.patchbay.domain.vault.Secret;

/** How session tokens are signed. */
public sealed interface TokenSigning {

    /** By ES256 with a key that the service makes itself and keeps in the vault, the same for all processes. */
    record KeptKey() implements TokenSigning {}

    /**
     * By HMAC with a secret that the operator shares with others who verify.
     *
     * @param algorithm {@code HS256}, {@code HS384} or {@code HS512}
     * @param secret at least as long as the algorithm's digest (RFC 7518 §3.2)
     */
    record SharedSecret(String algorithm, Secret secret) implements TokenSigning {}
}
