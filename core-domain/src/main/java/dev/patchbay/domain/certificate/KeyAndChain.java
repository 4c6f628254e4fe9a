package dev.patchbay.domain.certificate;

import dev.patchbay.domain.vault.Secret;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Optional;

/**
 * What a server shows and proves with.
 *
 * @param key the private key, as PKCS #8 (DER)
 */
public record KeyAndChain(Secret key, CertificateChain chain) {
    /** The private key, to sign with. Empty when it is none of the kind that the certificate has. */
    public Optional<PrivateKey> privateKey() {
        try {
            return Optional.of(
                    KeyFactory.getInstance(chain.leaf().getPublicKey().getAlgorithm())
                            .generatePrivate(new PKCS8EncodedKeySpec(key.revealBytes())));
        } catch (GeneralSecurityException e) {
            // Its message may quote the key.
            return Optional.empty();
        }
    }
}
