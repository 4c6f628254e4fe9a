package dev.patchbay.sandbox.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.patchbay.sandbox.party.Fault;
import dev.patchbay.sandbox.party.Sha256;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Optional;

/** ID tokens (OpenID Connect Core §2), sound or flawed in one way. */
public final class IdTokens {
    private static final Duration LIFE = Duration.ofHours(1);

    private final SigningKeys keys;

    /** Signed with these keys. */
    public IdTokens(SigningKeys keys) {
        this.keys = keys;
    }

    /**
     * Signs an ID token.
     *
     * @param about issuer, audience, subject, nonce and what is known of the person
     * @param now when it is issued
     * @param fault the flaw; faults that are not about ID tokens are ignored
     */
    public String issue(JWTClaimsSet about, String accessToken, Instant now, Optional<Fault.Kind> fault) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder(about)
                .claim("at_hash", leftHalfHash(accessToken))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE)));
        fault.ifPresent(kind -> spoil(claims, now, kind));
        try {
            return sign(claims.build(), fault);
        } catch (JOSEException e) {
            throw new IllegalStateException("the ID token could not be signed", e);
        }
    }

    private static void spoil(JWTClaimsSet.Builder claims, Instant now, Fault.Kind fault) {
        Instant hourAgo = now.minus(LIFE);
        Instant hourOn = now.plus(LIFE);
        switch (fault) {
            case ID_TOKEN_WRONG_ISSUER -> claims.issuer("https://accounts.elsewhere.example");
            case ID_TOKEN_WRONG_AUDIENCE ->
                claims.audience("somebody-elses-client").claim("azp", "somebody-elses-client");
            case ID_TOKEN_NO_NONCE -> claims.claim("nonce", null);
            case ID_TOKEN_WRONG_NONCE -> claims.claim("nonce", "not-the-nonce-of-this-attempt");
            case ID_TOKEN_NO_SUBJECT -> claims.subject(null);
            case ID_TOKEN_EXPIRED ->
                claims.issueTime(Date.from(hourAgo.minus(LIFE))).expirationTime(Date.from(hourAgo));
            case ID_TOKEN_FROM_THE_FUTURE ->
                claims.issueTime(Date.from(hourOn)).expirationTime(Date.from(hourOn.plus(LIFE)));
            default -> {
                // about the signature, or not about ID tokens
            }
        }
    }

    private String sign(JWTClaimsSet claims, Optional<Fault.Kind> fault) throws JOSEException {
        RSAKey key = fault.filter(Fault.Kind.KEYS_ROTATED::equals).isPresent() ? keys.rotate() : keys.current();
        if (fault.isEmpty()) {
            return sign(claims, header(JWSAlgorithm.RS256, key), new RSASSASigner(key));
        }
        return switch (fault.get()) {
            case ID_TOKEN_UNSIGNED -> new PlainJWT(claims).serialize();
            case ID_TOKEN_HS256_PUBLIC_KEY ->
                sign(
                        claims,
                        header(JWSAlgorithm.HS256, key),
                        new MACSigner(key.toRSAPublicKey().getEncoded()));
            case ID_TOKEN_WRONG_KEY ->
                sign(claims, header(JWSAlgorithm.RS256, key), new RSASSASigner(SigningKeys.generate(key.getKeyID())));
            case ID_TOKEN_NO_KID ->
                sign(
                        claims,
                        new JWSHeader.Builder(JWSAlgorithm.RS256)
                                .type(JOSEObjectType.JWT)
                                .build(),
                        new RSASSASigner(key));
            case ID_TOKEN_BAD_SIGNATURE ->
                damaged(sign(claims, header(JWSAlgorithm.RS256, key), new RSASSASigner(key)));
            default -> sign(claims, header(JWSAlgorithm.RS256, key), new RSASSASigner(key));
        };
    }

    private static JWSHeader header(JWSAlgorithm algorithm, RSAKey key) {
        return new JWSHeader.Builder(algorithm)
                .type(JOSEObjectType.JWT)
                .keyID(key.getKeyID())
                .build();
    }

    private static String sign(JWTClaimsSet claims, JWSHeader header, JWSSigner signer) throws JOSEException {
        SignedJWT token = new SignedJWT(header, claims);
        token.sign(signer);
        return token.serialize();
    }

    /** Changes a character in the middle of the signature, where each of its bits counts. */
    private static String damaged(String token) {
        int middle = token.lastIndexOf('.') + 100;
        char other = token.charAt(middle) == 'A' ? 'B' : 'A';
        return token.substring(0, middle) + other + token.substring(middle + 1);
    }

    private static String leftHalfHash(String accessToken) {
        byte[] hash = Sha256.of(accessToken);
        return Sha256.base64Url(Arrays.copyOf(hash, hash.length / 2));
    }
}
