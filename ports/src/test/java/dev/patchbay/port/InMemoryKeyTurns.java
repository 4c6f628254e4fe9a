package dev.patchbay.port;

import dev.patchbay.port.vault.KeyState;
import dev.patchbay.port.vault.KeyTurns;
import dev.patchbay.port.vault.VaultKey;
import dev.patchbay.port.vault.WrappedKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

final class InMemoryKeyTurns implements KeyTurns {

    private final InMemoryState state;

    InMemoryKeyTurns(InMemoryState state) {
        this.state = state;
    }

    @Override
    public boolean promote(int number, Instant now) {
        return state.act(() -> {
            if (!isIn(KeyState.PENDING, number)) {
                return false;
            }
            for (VaultKey key : List.copyOf(state.vaultKeys.values())) {
                if (key.state() == KeyState.ACTIVE) {
                    move(key.number(), KeyState.DECRYPT_ONLY, now);
                }
            }
            return move(number, KeyState.ACTIVE, now);
        });
    }

    @Override
    public boolean disable(int number, Instant now) {
        return state.act(() -> isIn(KeyState.DECRYPT_ONLY, number)
                && !state.isVaultKeyNamed(number)
                && move(number, KeyState.DISABLED, now));
    }

    @Override
    public boolean destroy(int number, Instant disabledBefore, Instant now) {
        return state.act(() -> isIn(KeyState.DISABLED, number)
                && !state.isVaultKeyNamed(number)
                && state.vaultKeys.get(number).since().isBefore(disabledBefore)
                && move(number, KeyState.DESTROYED, now));
    }

    private boolean isIn(KeyState expected, int number) {
        VaultKey key = state.vaultKeys.get(number);
        return key != null && key.state() == expected;
    }

    private boolean move(int number, KeyState to, Instant now) {
        state.vaultKeys.computeIfPresent(number, (same, key) -> {
            boolean gone = to == KeyState.DESTROYED;
            WrappedKey wrapped = gone ? new WrappedKey(new byte[0]) : key.wrapped();
            return new VaultKey(
                    number, to, key.masterKeyId(), wrapped, key.createdAt(), now, gone ? Optional.empty() : key.next());
        });
        return true;
    }
}
