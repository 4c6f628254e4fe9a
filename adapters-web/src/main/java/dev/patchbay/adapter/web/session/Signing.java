package dev.patchbay.adapter.web.session;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.patchbay.adapter.web.settings.TokenSigning;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.vault.KeptSecrets;
import java.text.ParseException;

/**
 * One fixed way to sign and to verify: what a token's own header says about keys is compared, never followed.
 *
 * @param publicKeys what others may verify with; empty for a shared secret
 */
record Signing(JWSHeader header, JWSSigner signer, JWSVerifier verifier, JWKSet publicKeys) {
    private static final JOSEObjectType TYPE = new JOSEObjectType("session+jwt");
    private static final String KEPT_AS = "session-signing-key";

    static Signing of(TokenSigning choice, KeptSecrets kept) {
        try {
            return switch (choice) {
                case TokenSigning.SharedSecret(var algorithm, var secret) -> shared(algorithm, secret);
                case TokenSigning.KeptKey() -> es256(kept);
            };
        } catch (JOSEException | ParseException e) {
            throw new IllegalStateException("the key that signs sessions cannot be used: "
                    + e.getClass().getName());
        }
    }

    private static Signing shared(String algorithm, Secret secret) throws JOSEException {
        byte[] key = secret.revealBytes();
        var header =
                new JWSHeader.Builder(JWSAlgorithm.parse(algorithm)).type(TYPE).build();
        return new Signing(header, new MACSigner(key), new MACVerifier(key), new JWKSet());
    }

    private static Signing es256(KeptSecrets kept) throws JOSEException, ParseException {
        ECKey key = ECKey.parse(kept.get(KEPT_AS, Signing::freshKey).reveal());
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(TYPE)
                .keyID(key.getKeyID())
                .build();
        return new Signing(header, new ECDSASigner(key), new ECDSAVerifier(key), new JWKSet(key.toPublicJWK()));
    }

    private static Secret freshKey() {
        try {
            ECKey key = new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyIDFromThumbprint(true)
                    .generate();
            return Secret.of(key.toJSONString());
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java platform has P-256", e);
        }
    }

    /** Whether a token claims to be one of these: same algorithm, type and key, nothing critical besides. */
    boolean matches(JWSHeader claimed) {
        return header.getAlgorithm().equals(claimed.getAlgorithm())
                && TYPE.equals(claimed.getType())
                && (header.getKeyID() == null || header.getKeyID().equals(claimed.getKeyID()))
                && claimed.getCriticalParams() == null;
    }
}
