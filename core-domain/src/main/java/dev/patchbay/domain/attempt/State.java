package dev.patchbay.domain.attempt;

import dev.patchbay.domain.vault.Fingerprint;
import dev.patchbay.domain.vault.Secret;
import java.util.Optional;
import java.util.regex.Pattern;

/** The {@code state} of an authorization request (RFC 6749 §4.1.1): 256 random bits, of which only the fingerprint is stored. */
public record State(Secret value) {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");

    /** One that came back from outside; empty when it cannot be one of ours. */
    public static Optional<State> parse(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new State(Secret.of(text))) : Optional.empty();
    }

    public Fingerprint fingerprint() {
        return value.fingerprint();
    }
}
