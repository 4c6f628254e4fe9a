package dev.patchbay.sandbox.ledger;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * A secret as it was issued.
 *
 * @param id names the token here, such as {@code refresh-7}; no secret
 * @param kind what it is
 * @param secret the token itself
 * @param grant the grant it belongs to
 * @param issuedAt when it was issued
 * @param expiresAt when it stops being good by itself
 * @param scopes what it may do
 * @param details what the party must remember with it, such as a code's redirect URI and challenge
 */
public record IssuedToken(
        String id,
        TokenKind kind,
        String secret,
        Grant grant,
        Instant issuedAt,
        Instant expiresAt,
        Set<String> scopes,
        Map<String, String> details) {

    /** Prints the id, never the secret. */
    @Override
    public String toString() {
        return id + " of " + grant.id();
    }
}
