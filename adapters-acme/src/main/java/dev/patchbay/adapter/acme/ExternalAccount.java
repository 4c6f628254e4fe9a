package dev.patchbay.adapter.acme;

import dev.patchbay.domain.vault.Secret;

/**
 * An account that the operator has with an authority already, and that the one made by ACME is bound to (RFC 8555, 7.3.4).
 *
 * @param keyId names the key, as the authority gave it
 * @param hmac the key, in base64url as the authority gave it
 */
record ExternalAccount(String keyId, Secret hmac) {}
