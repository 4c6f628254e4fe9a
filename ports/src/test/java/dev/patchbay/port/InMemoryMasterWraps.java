package dev.patchbay.port;

import dev.patchbay.port.vault.KeyState;
import dev.patchbay.port.vault.MasterWrap;
import dev.patchbay.port.vault.MasterWraps;
import dev.patchbay.port.vault.VaultKey;
import java.time.Instant;
import java.util.Optional;

final class InMemoryMasterWraps implements MasterWraps {

    private final InMemoryState state;

    InMemoryMasterWraps(InMemoryState state) {
        this.state = state;
    }

    @Override
    public boolean add(VaultKey read, MasterWrap next) {
        return state.act(() -> {
            VaultKey there = state.vaultKeys.get(read.number());
            boolean same = there != null && there.wrapped().equals(read.wrapped()) && isThere(there);
            if (same) {
                state.vaultKeys.put(
                        read.number(),
                        with(there, new MasterWrap(there.masterKeyId(), there.wrapped()), Optional.of(next)));
            }
            return same;
        });
    }

    @Override
    public void giveUp() {
        state.run(() -> state.vaultKeys.replaceAll(
                (number, key) -> with(key, new MasterWrap(key.masterKeyId(), key.wrapped()), Optional.empty())));
    }

    @Override
    public boolean finish(String nextId, Instant now) {
        return state.act(() -> {
            boolean whole = state.vaultKeys.values().stream()
                    .filter(InMemoryMasterWraps::isThere)
                    .allMatch(key -> key.next()
                            .filter(wrap -> wrap.masterKeyId().equals(nextId))
                            .isPresent());
            if (whole) {
                state.vaultKeys.replaceAll((number, key) -> key.next()
                        .map(wrap -> with(key, wrap, Optional.empty()))
                        .orElse(key));
            }
            return whole;
        });
    }

    private static boolean isThere(VaultKey key) {
        return key.state() != KeyState.DESTROYED;
    }

    private static VaultKey with(VaultKey key, MasterWrap first, Optional<MasterWrap> next) {
        return new VaultKey(
                key.number(), key.state(), first.masterKeyId(), first.wrapped(), key.createdAt(), key.since(), next);
    }
}
