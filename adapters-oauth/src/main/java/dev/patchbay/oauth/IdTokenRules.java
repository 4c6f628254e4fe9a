package dev.patchbay.oauth;

import dev.patchbay.domain.vault.Fingerprint;
import dev.patchbay.domain.vault.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What the claims of a signed ID token must say (OpenID Connect Core 1.0 §3.1.3.7). Clocks may differ by 60 s; a token
 * is taken for an hour at most, whatever its {@code exp} says, because it is fetched when it is issued.
 *
 * @param nonce the fingerprint of the nonce it must carry
 * @param nonceMayLack whether a token without a nonce passes; one with another nonce never does
 */
record IdTokenRules(Issuers issuers, String clientId, Fingerprint nonce, boolean nonceMayLack) {
    private static final Duration LEEWAY = Duration.ofSeconds(60);
    private static final Duration OLDEST = Duration.ofHours(1);

    /** The first check that fails, in a few words; empty when all hold. */
    Optional<String> broken(Claims claims, Instant now) {
        if (claims.issuer()
                .filter(iss -> issuers.inIdToken(claims).contains(iss))
                .isEmpty()) {
            return Optional.of("issuer");
        }
        if (!claims.audience().contains(clientId)) {
            return Optional.of("audience");
        }
        if (!rightParty(claims)) {
            return Optional.of("authorized party");
        }
        if (claims.time("exp")
                .filter(expires -> now.isBefore(expires.plus(LEEWAY)))
                .isEmpty()) {
            return Optional.of("expiry");
        }
        if (claims.time("iat")
                .filter(issued -> !isAhead(issued, now))
                .filter(issued -> !issued.isBefore(now.minus(OLDEST).minus(LEEWAY)))
                .isEmpty()) {
            return Optional.of("time of issue");
        }
        if (claims.time("nbf").filter(notBefore -> isAhead(notBefore, now)).isPresent()) {
            return Optional.of("not yet valid");
        }
        if (!rightNonce(claims)) {
            return Optional.of("nonce");
        }
        return claims.text("sub").filter(subject -> subject.length() <= 255).isPresent()
                ? Optional.empty()
                : Optional.of("subject");
    }

    /** {@code azp} must be there when the token is for several, and must be us when it is there. */
    private boolean rightParty(Claims claims) {
        return claims.has("azp")
                ? claims.text("azp").filter(clientId::equals).isPresent()
                : claims.audience().size() == 1;
    }

    private boolean rightNonce(Claims claims) {
        return claims.has("nonce")
                ? claims.text("nonce")
                        .map(said -> Secret.of(said).fingerprint())
                        .filter(nonce::equals)
                        .isPresent()
                : nonceMayLack;
    }

    private static boolean isAhead(Instant time, Instant now) {
        return time.isAfter(now.plus(LEEWAY));
    }
}
