package dev.patchbay.domain.attempt;

import dev.patchbay.domain.vault.Secret;

/** The {@code code_verifier} of RFC 7636: 43 to 128 unreserved characters. */
public record PkceVerifier(Secret value) {}
