package dev.patchbay.domain.attempt;

import dev.patchbay.domain.vault.Secret;
import java.util.Optional;

/** The one-time credential a provider's redirect brings back; at most 4096 characters. */
public record AuthorizationCode(Secret value) {
    private static final int MAX_LENGTH = 4096;

    public static Optional<AuthorizationCode> parse(String text) {
        boolean good =
                !text.isEmpty() && text.length() <= MAX_LENGTH && text.chars().allMatch(c -> c >= 0x20 && c <= 0x7E);
        return good ? Optional.of(new AuthorizationCode(Secret.of(text))) : Optional.empty();
    }
}
