package dev.patchbay.oauth;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.impl.CriticalHeaderParamsDeferral;
import com.nimbusds.jose.jca.JCAContext;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Optional;
import java.util.Set;

/** Ed25519 (RFC 8037, RFC 8032; by its newer name RFC 9864) by the JDK; Nimbus would want Tink for it. */
final class EdDsaVerifier implements JWSVerifier {
    private static final int LENGTH = 32;

    private final PublicKey key;
    private final JCAContext context = new JCAContext();

    EdDsaVerifier(PublicKey key) {
        this.key = key;
    }

    /** The public key in a JWK; empty when it is no Ed25519 key. */
    static Optional<PublicKey> keyOf(OctetKeyPair jwk) {
        byte[] little = jwk.getDecodedX();
        if (!jwk.getCurve().getName().equals("Ed25519") || little.length != LENGTH) {
            return Optional.empty();
        }
        byte[] big = new byte[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            big[i] = little[LENGTH - 1 - i];
        }
        boolean odd = (big[0] & 0x80) != 0; // RFC 8032 §5.1.2: the highest bit is that of x
        big[0] &= 0x7F;
        EdECPoint point = new EdECPoint(odd, new BigInteger(1, big));
        try {
            return Optional.of(KeyFactory.getInstance("Ed25519")
                    .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point)));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    @Override
    public boolean verify(JWSHeader header, byte[] signed, Base64URL signature) {
        if (!new CriticalHeaderParamsDeferral().headerPasses(header)) {
            return false;
        }
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(key);
            ed25519.update(signed);
            return ed25519.verify(signature.decode());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    @Override
    public Set<JWSAlgorithm> supportedJWSAlgorithms() {
        return Set.of(JWSAlgorithm.EdDSA, JWSAlgorithm.Ed25519);
    }

    @Override
    public JCAContext getJCAContext() {
        return context;
    }
}
