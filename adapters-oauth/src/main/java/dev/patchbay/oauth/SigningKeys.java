package dev.patchbay.oauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.JWTClaimsSetAwareJWSKeySelector;
import java.security.Key;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which of a provider's published keys may have signed an ID token: one that fits an algorithm the provider advertises, and
 * is not reserved for another issuer. A token that names no key must leave no choice (OpenID Connect Core 1.0 §10.1).
 */
record SigningKeys(ProviderKeys.Published keys, Set<JWSAlgorithm> algorithms, Issuers issuers)
        implements JWTClaimsSetAwareJWSKeySelector<SecurityContext> {

    @Override
    public List<Key> selectKeys(JWSHeader header, JWTClaimsSet claimsSet, @Nullable SecurityContext context)
            throws KeySourceException {
        if (!algorithms.contains(header.getAlgorithm())) {
            return List.of();
        }
        Claims claims = new Claims(claimsSet);
        List<Key> fitting = new ArrayList<>();
        for (JWK key : keys.fitting(header)) {
            if (isFor(key, claims)) {
                publicKey(key).ifPresent(fitting::add);
            }
        }
        return header.getKeyID() == null && fitting.size() > 1 ? List.of() : fitting;
    }

    private boolean isFor(JWK key, Claims claims) {
        Set<String> reserved = keys.issuersOf(key);
        return reserved.isEmpty()
                || reserved.stream()
                        .map(said -> issuers.ofKey(said, claims))
                        .anyMatch(name -> claims.issuer().filter(name::equals).isPresent());
    }

    private static Optional<PublicKey> publicKey(JWK key) {
        try {
            return switch (key) {
                case OctetKeyPair pair -> EdDsaVerifier.keyOf(pair);
                case AsymmetricJWK pair -> Optional.of(pair.toPublicKey());
                default -> Optional.empty();
            };
        } catch (JOSEException e) {
            return Optional.empty();
        }
    }
}
