package dev.patchbay.domain.certificate;

import java.time.Duration;
import java.time.Instant;

/**
 * What proves to a certificate authority that a name leads here: whoever asks for the token is given the key authorization.
 *
 * @param keyAuthorization 1 to 500 printable ASCII characters
 * @param expiresAt until when it is answered
 */
public record Challenge(ChallengeToken token, String keyAuthorization, Instant expiresAt) {
    /** Where they ask, at port 80 of the name; the token follows. */
    public static final String PATH = "/.well-known/acme-challenge/";

    /** Longer than any authority takes to look, also when it looks again. */
    public static final Duration LIFE = Duration.ofHours(1);

    public Challenge {
        if (keyAuthorization.isEmpty()
                || keyAuthorization.length() > 500
                || !keyAuthorization.chars().allMatch(one -> one > ' ' && one < 127)) {
            throw new IllegalArgumentException("a key authorization is 1 to 500 printable ASCII characters");
        }
    }
}
