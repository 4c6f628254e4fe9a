package dev.patchbay.usecase.attempt;

import dev.patchbay.domain.vault.Secret;
import java.util.Arrays;
import java.util.Optional;

/**
 * A refusal that is parked where a code would be, so that a chat learns of it in the same way, and only the one that began. No code looks
 * like it: codes have no control characters.
 */
final class Parked {
    private Parked() {}

    static Secret refusal(Refusal refusal) {
        return Secret.of("\u0000" + refusal.code());
    }

    /** Empty when it is a code. */
    static Optional<Refusal> refusalIn(Secret parked) {
        return Arrays.stream(Refusal.values())
                .filter(refusal -> refusal(refusal).fingerprint().equals(parked.fingerprint()))
                .findFirst();
    }
}
