package dev.patchbay.domain.attempt;

import dev.patchbay.domain.vault.Fingerprint;
import dev.patchbay.domain.vault.Secret;
import java.util.Optional;
import java.util.regex.Pattern;

/** A one-time code that carries the end of an attempt to whoever began it: 256 random bits, fingerprint stored. */
public record HandoffCode(Secret value) {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");

    public static Optional<HandoffCode> parse(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new HandoffCode(Secret.of(text))) : Optional.empty();
    }

    public Fingerprint fingerprint() {
        return value.fingerprint();
    }
}
