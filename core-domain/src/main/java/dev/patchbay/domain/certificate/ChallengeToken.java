package dev.patchbay.domain.certificate;

import java.util.Optional;
import java.util.regex.Pattern;

/** What a certificate authority asks for by name (RFC 8555, 8.3): 1 to 255 letters of base64url. It is in a URL and no secret. */
public record ChallengeToken(String value) {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{1,255}");

    /** @throws IllegalArgumentException when it is none */
    public ChallengeToken {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("a challenge's token is 1 to 255 letters of base64url");
        }
    }

    /** What somebody asked for. Empty when no authority would ask for that. */
    public static Optional<ChallengeToken> read(String asked) {
        return SHAPE.matcher(asked).matches() ? Optional.of(new ChallengeToken(asked)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
