package dev.patchbay.adapter.acme;

import dev.patchbay.domain.vault.Secret;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** Pairs on P-256, which every authority and every client takes. By the JDK: so Bouncy Castle need not be registered for all of the process. */
final class Keys {
    private Keys() {}

    static KeyPair fresh() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no P-256", e);
        }
    }

    /** Both halves, to be kept. */
    static Secret written(KeyPair pair) {
        Base64.Encoder base64 = Base64.getEncoder();
        return Secret.of(base64.encodeToString(pair.getPrivate().getEncoded())
                + "."
                + base64.encodeToString(pair.getPublic().getEncoded()));
    }

    /** What {@link #written} wrote. @throws IllegalStateException when it did not */
    static KeyPair read(Secret written) {
        String[] halves = written.reveal().split("\\.", -1);
        try {
            KeyFactory factory = KeyFactory.getInstance("EC");
            return new KeyPair(
                    factory.generatePublic(
                            new X509EncodedKeySpec(Base64.getDecoder().decode(halves[halves.length - 1]))),
                    factory.generatePrivate(
                            new PKCS8EncodedKeySpec(Base64.getDecoder().decode(halves[0]))));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // Its message may quote the key.
            throw new IllegalStateException("the kept key of an ACME account is none");
        }
    }
}
