package dev.patchbay.usecase.sim;

import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.SecretSource;
import java.util.UUID;

/** Randomness from a universe's dice. */
final class SimSecrets implements SecretSource {
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";

    private final Dice dice;

    SimSecrets(Dice dice) {
        this.dice = dice;
    }

    @Override
    public Secret next() {
        StringBuilder text = new StringBuilder(43);
        for (int i = 0; i < 43; i++) {
            text.append(ALPHABET.charAt(dice.below(ALPHABET.length())));
        }
        return Secret.of(text.toString());
    }

    @Override
    public UUID nextId() {
        return new UUID(
                (dice.bits() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x4000L,
                (dice.bits() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L);
    }

    @Override
    public long nextBelow(long bound) {
        return dice.between(0, bound);
    }
}
