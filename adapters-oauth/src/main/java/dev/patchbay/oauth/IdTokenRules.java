package dev.patchbay.oauth;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.patchbay.domain.vault.Fingerprint;
import dev.patchbay.domain.vault.Secret;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the claims of a signed ID token must say (OpenID Connect Core 1.0 §3.1.3.7). Clocks may differ by 60 s; a token
 * is taken for an hour at most, whatever its {@code exp} says, because it is fetched when it is issued.
 *
 * @param issuers the exact strings accepted as {@code iss}
 * @param nonce the fingerprint of the nonce it must carry
 */
record IdTokenRules(Set<String> issuers, String clientId, Fingerprint nonce) {
    private static final Duration LEEWAY = Duration.ofSeconds(60);
    private static final Duration OLDEST = Duration.ofHours(1);

    /** The first check that fails, in a few words; empty when all hold. */
    Optional<String> broken(JWTClaimsSet claims, Instant now) {
        if (claims.getIssuer() == null || !issuers.contains(claims.getIssuer())) {
            return Optional.of("issuer");
        }
        if (!claims.getAudience().contains(clientId)) {
            return Optional.of("audience");
        }
        if (!rightParty(claims)) {
            return Optional.of("authorized party");
        }
        @Nullable Date expires = claims.getExpirationTime();
        if (expires == null || !now.isBefore(expires.toInstant().plus(LEEWAY))) {
            return Optional.of("expiry");
        }
        @Nullable Date issued = claims.getIssueTime();
        if (issued == null
                || isAhead(issued, now)
                || issued.toInstant().isBefore(now.minus(OLDEST).minus(LEEWAY))) {
            return Optional.of("time of issue");
        }
        @Nullable Date notBefore = claims.getNotBeforeTime();
        if (notBefore != null && isAhead(notBefore, now)) {
            return Optional.of("not yet valid");
        }
        if (!text(claims, "nonce")
                .map(said -> Secret.of(said).fingerprint())
                .filter(nonce::equals)
                .isPresent()) {
            return Optional.of("nonce");
        }
        return text(claims, "sub").filter(subject -> subject.length() <= 255).isPresent()
                ? Optional.empty()
                : Optional.of("subject");
    }

    /** {@code azp} must be there when the token is for several, and must be us when it is there. */
    private boolean rightParty(JWTClaimsSet claims) {
        if (claims.getClaim("azp") == null) {
            return claims.getAudience().size() == 1;
        }
        return text(claims, "azp").filter(clientId::equals).isPresent();
    }

    private static boolean isAhead(Date time, Instant now) {
        return time.toInstant().isAfter(now.plus(LEEWAY));
    }

    /** A claim that is a text and not blank. */
    static Optional<String> text(JWTClaimsSet claims, String name) {
        try {
            return Optional.ofNullable(claims.getStringClaim(name)).filter(text -> !text.isBlank());
        } catch (ParseException e) {
            return Optional.empty();
        }
    }
}
