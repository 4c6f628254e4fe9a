package dev.patchbay.domain.clientapp;

import dev.patchbay.domain.vault.Fingerprint;
import dev.patchbay.domain.vault.Secret;
import java.util.Optional;
import java.util.regex.Pattern;

/** What lets somebody take a seat, once: 256 random bits, of which only the fingerprint is stored. */
public record Invitation(Secret value) {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");

    /** Empty when it cannot be one of ours. */
    public static Optional<Invitation> parse(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new Invitation(Secret.of(text))) : Optional.empty();
    }

    public Fingerprint fingerprint() {
        return value.fingerprint();
    }
}
