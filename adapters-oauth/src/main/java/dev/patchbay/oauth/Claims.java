package dev.patchbay.oauth;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/** What a signed ID token says of somebody. A claim of another type than asked for is absent. Prints nothing. Immutable. */
public final class Claims {
    private final JWTClaimsSet claims;

    Claims(JWTClaimsSet claims) {
        this.claims = claims;
    }

    /** A claim that is a text and not blank. */
    public Optional<String> text(String name) {
        try {
            return Optional.ofNullable(claims.getStringClaim(name)).filter(text -> !text.isBlank());
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    /** A claim that names something: a text that is not blank, or a whole number. */
    public Optional<String> id(String name) {
        return switch (claims.getClaim(name)) {
            case Long number -> Optional.of(number.toString());
            case Integer number -> Optional.of(number.toString());
            case null, default -> text(name);
        };
    }

    /** Whether the claim is the JSON value {@code true}. */
    public boolean isTrue(String name) {
        return Boolean.TRUE.equals(claims.getClaim(name));
    }

    boolean has(String name) {
        return claims.getClaim(name) != null;
    }

    Optional<String> issuer() {
        return Optional.ofNullable(claims.getIssuer());
    }

    List<String> audience() {
        return claims.getAudience();
    }

    Optional<Instant> time(String name) {
        try {
            return Optional.ofNullable(claims.getDateClaim(name)).map(Date::toInstant);
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "claims";
    }
}
