package dev.patchbay.usecase.chat;

import dev.patchbay.domain.chat.MatchNumber;
import dev.patchbay.port.SecretSource;

/** Draws numbers to be matched, each as likely as any other. */
final class Numbers {
    private Numbers() {}

    static int draw(SecretSource secrets) {
        return MatchNumber.LEAST + Math.toIntExact(secrets.nextBelow(MatchNumber.COUNT));
    }
}
