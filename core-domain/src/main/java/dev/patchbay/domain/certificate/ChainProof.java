package dev.patchbay.domain.certificate;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Looks at a key and a chain before they are put in the place of ones that work. Trust in the root is the clients' matter. */
public sealed interface ChainProof {
    /** It may be served. */
    record Proven() implements ChainProof {}

    /** @param why in plain words */
    record Flawed(String why) implements ChainProof {}

    /** How far clocks may differ from the authority's. */
    Duration SKEW = Duration.ofMinutes(5);

    /** Whether the key is the certificate's, it has these names and is valid now, and each in the chain was issued by the next. */
    static ChainProof of(KeyAndChain both, CertificateNames names, Instant now) {
        return flaw(both, names, now).<ChainProof>map(Flawed::new).orElseGet(Proven::new);
    }

    private static Optional<String> flaw(KeyAndChain both, CertificateNames names, Instant now) {
        CertificateChain chain = both.chain();
        if (!both.privateKey()
                .filter(key -> match(key, chain.leaf().getPublicKey()))
                .isPresent()) {
            return Optional.of("the private key is not the certificate's");
        }
        if (chain.leaf().getBasicConstraints() >= 0) {
            return Optional.of("the first certificate is an authority's");
        }
        if (!chain.covers(names)) {
            return Optional.of("the certificate is not for " + names);
        }
        if (chain.notBefore().isAfter(now.plus(SKEW))) {
            return Optional.of("the certificate is not valid before " + chain.notBefore());
        }
        if (!now.isBefore(chain.notAfter())) {
            return Optional.of("the certificate expired at " + chain.notAfter());
        }
        return brokenLink(chain.certificates());
    }

    private static Optional<String> brokenLink(List<X509Certificate> chain) {
        for (int i = 0; i + 1 < chain.size(); i++) {
            try {
                chain.get(i).verify(chain.get(i + 1).getPublicKey());
            } catch (GeneralSecurityException e) {
                return Optional.of("certificate " + (i + 1) + " of the chain was not issued by the next one");
            }
        }
        return Optional.empty();
    }

    private static boolean match(PrivateKey mine, PublicKey theirs) {
        String algorithm =
                switch (theirs.getAlgorithm()) {
                    case "EC" -> "SHA256withECDSA";
                    case "RSA" -> "SHA256withRSA";
                    default -> theirs.getAlgorithm();
                };
        byte[] anything = "is it yours?".getBytes(StandardCharsets.US_ASCII);
        try {
            Signature signing = Signature.getInstance(algorithm);
            signing.initSign(mine);
            signing.update(anything);
            Signature verifying = Signature.getInstance(algorithm);
            verifying.initVerify(theirs);
            verifying.update(anything);
            return verifying.verify(signing.sign());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
