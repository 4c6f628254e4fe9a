package dev.patchbay.oauth;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A key that ID tokens are signed with, by the JDK alone, so that what verifies them is not what made them.
 *
 * @param kid what the key set calls it
 */
record ForgedKey(String kid, Kind kind, KeyPair pair) {
    private static final Map<String, ForgedKey> MADE = new ConcurrentHashMap<>();
    private static final int ED25519_BYTES = 32;

    /** An algorithm of RFC 7518 or RFC 8037, and what the JDK calls it. */
    enum Kind {
        RS256("SHA256withRSA"),
        PS256("RSASSA-PSS"),
        ES256("SHA256withECDSAinP1363Format"),
        EdDSA("Ed25519");

        private final String signature;

        Kind(String signature) {
            this.signature = signature;
        }
    }

    /** The key of that name, made when first asked for: RSA keys take a while. */
    static ForgedKey of(Kind kind, String kid) {
        return MADE.computeIfAbsent(kind + kid, name -> new ForgedKey(kid, kind, pair(kind)));
    }

    private static KeyPair pair(Kind kind) {
        try {
            KeyPairGenerator generator =
                    switch (kind) {
                        case RS256, PS256 -> KeyPairGenerator.getInstance("RSA");
                        case ES256 -> KeyPairGenerator.getInstance("EC");
                        case EdDSA -> KeyPairGenerator.getInstance("Ed25519");
                    };
            if (kind == Kind.ES256) {
                generator.initialize(new ECGenParameterSpec("secp256r1"));
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As published; changeable. */
    Map<String, Object> published() {
        Map<String, Object> jwk =
                switch (kind) {
                    case RS256, PS256 ->
                        new LinkedHashMap<>(new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                                .build()
                                .toJSONObject());
                    case ES256 ->
                        new LinkedHashMap<>(new ECKey.Builder(Curve.P_256, (ECPublicKey) pair.getPublic())
                                .build()
                                .toJSONObject());
                    case EdDSA -> octets();
                };
        jwk.put("kid", kid);
        jwk.put("use", "sig");
        return jwk;
    }

    /** The X.509 form ends with the very bytes that RFC 8037 publishes. */
    private Map<String, Object> octets() {
        byte[] encoded = pair.getPublic().getEncoded();
        byte[] raw = Arrays.copyOfRange(encoded, encoded.length - ED25519_BYTES, encoded.length);
        return new LinkedHashMap<>(Map.of("kty", "OKP", "crv", "Ed25519", "x", Forge.base64(raw)));
    }

    byte[] sign(String input) {
        try {
            Signature signature = Signature.getInstance(kind.signature);
            if (kind == Kind.PS256) {
                signature.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
            }
            signature.initSign(pair.getPrivate());
            signature.update(input.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a careless verifier takes for a MAC key. */
    byte[] publicText() {
        return ("-----BEGIN PUBLIC KEY-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'})
                                .encodeToString(pair.getPublic().getEncoded())
                        + "\n-----END PUBLIC KEY-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
