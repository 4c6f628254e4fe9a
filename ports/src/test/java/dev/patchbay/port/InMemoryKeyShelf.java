package dev.patchbay.port;

import dev.patchbay.domain.vault.KeyOwner;
import dev.patchbay.port.vault.DataKey;
import dev.patchbay.port.vault.KeyShelf;
import dev.patchbay.port.vault.VaultKey;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

final class InMemoryKeyShelf implements KeyShelf {

    private final InMemoryState state;

    InMemoryKeyShelf(InMemoryState state) {
        this.state = state;
    }

    @Override
    public List<VaultKey> vaultKeys() {
        return state.act(() -> List.copyOf(state.vaultKeys.values()));
    }

    @Override
    public boolean add(VaultKey key) {
        return state.act(() -> state.vaultKeys.putIfAbsent(key.number(), key) == null);
    }

    @Override
    public Optional<DataKey> newestDataKey(KeyOwner owner) {
        return state.act(() -> Optional.ofNullable(keysOf(owner).lastEntry()).map(Map.Entry::getValue));
    }

    @Override
    public List<DataKey> newestDataKeys(Set<KeyOwner> owners) {
        return owners.stream().flatMap(owner -> newestDataKey(owner).stream()).toList();
    }

    @Override
    public Optional<DataKey> dataKey(KeyOwner owner, int number) {
        return state.act(() -> Optional.ofNullable(keysOf(owner).get(number)));
    }

    @Override
    public boolean add(DataKey key) {
        return state.act(() -> state.mayWrap(key.vaultKey())
                && state.dataKeys
                                .computeIfAbsent(key.owner().name(), name -> new TreeMap<>())
                                .putIfAbsent(key.number(), key)
                        == null);
    }

    @Override
    public void destroyDataKeys(KeyOwner owner) {
        state.run(() -> state.dataKeys.remove(owner.name()));
    }

    private NavigableMap<Integer, DataKey> keysOf(KeyOwner owner) {
        return state.dataKeys.getOrDefault(owner.name(), new TreeMap<>());
    }
}
