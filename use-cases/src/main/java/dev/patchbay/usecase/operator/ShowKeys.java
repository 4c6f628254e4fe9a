package dev.patchbay.usecase.operator;

import dev.patchbay.port.operator.Figures;
import dev.patchbay.port.vault.DataKey;
import dev.patchbay.port.vault.KeyShelf;
import dev.patchbay.port.vault.KeyState;
import dev.patchbay.port.vault.Rewraps;
import dev.patchbay.port.vault.VaultKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Shows how the keys stand, for metrics and for people. Opens none of them. */
public final class ShowKeys {
    private final KeyShelf shelf;
    private final Rewraps rewraps;
    private final Figures figures;

    public ShowKeys(KeyShelf shelf, Rewraps rewraps, Figures figures) {
        this.shelf = shelf;
        this.rewraps = rewraps;
        this.figures = figures;
    }

    /** How vault keys turn. @param left how many data keys an older vault key wraps */
    public record Turning(List<VaultKey> vaultKeys, long left) {}

    /** @throws dev.patchbay.port.StoreUnavailable when the store does not answer */
    public Turning turning() {
        List<VaultKey> all = shelf.vaultKeys();
        return new Turning(all, under(all, KeyState.DECRYPT_ONLY));
    }

    Overview.Keys keys(Instant now) {
        Turning turning = turning();
        Optional<VaultKey> active = inState(turning.vaultKeys(), KeyState.ACTIVE);
        long rewrapped = under(turning.vaultKeys(), KeyState.ACTIVE);
        return new Overview.Keys(
                active.map(key -> new Overview.Active(
                        key.number(), key.since(), key.since().plus(VaultKey.TURNS_AFTER))),
                inState(turning.vaultKeys(), KeyState.PENDING).isPresent(),
                rewrapped + turning.left(),
                rewrapped,
                figures.ownersWithKeysFrom(now.minus(DataKey.RENEWED_AFTER)));
    }

    private long under(List<VaultKey> keys, KeyState state) {
        return keys.stream()
                .filter(key -> key.state() == state)
                .mapToLong(key -> rewraps.countUnder(key.number()))
                .sum();
    }

    private static Optional<VaultKey> inState(List<VaultKey> keys, KeyState state) {
        return keys.stream().filter(key -> key.state() == state).findFirst();
    }
}
