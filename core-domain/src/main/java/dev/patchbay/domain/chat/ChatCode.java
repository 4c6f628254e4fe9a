package dev.patchbay.domain.chat;

import dev.patchbay.domain.vault.Fingerprint;
import dev.patchbay.domain.vault.Secret;
import java.util.Optional;
import java.util.regex.Pattern;

/** A one-time code that carries a chat's wish to be linked to a browser: 256 random bits, fingerprint stored. */
public record ChatCode(Secret value) {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");

    /** One that came back from outside; empty when it cannot be one of ours. */
    public static Optional<ChatCode> parse(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new ChatCode(Secret.of(text))) : Optional.empty();
    }

    public Fingerprint fingerprint() {
        return value.fingerprint();
    }
}
