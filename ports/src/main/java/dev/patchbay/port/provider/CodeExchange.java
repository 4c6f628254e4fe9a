package dev.patchbay.port.provider;

import dev.patchbay.domain.attempt.AuthorizationCode;
import dev.patchbay.domain.attempt.PkceVerifier;
import dev.patchbay.domain.vault.Fingerprint;

/**
 * What is brought to a token endpoint with a code.
 *
 * @param nonceFingerprint of the nonce that an ID token must carry
 */
public record CodeExchange(AuthorizationCode code, PkceVerifier verifier, Fingerprint nonceFingerprint) {}
