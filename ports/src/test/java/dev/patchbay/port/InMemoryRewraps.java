package dev.patchbay.port;

import dev.patchbay.port.vault.DataKey;
import dev.patchbay.port.vault.Rewraps;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

final class InMemoryRewraps implements Rewraps {

    private static final Comparator<DataKey> ORDER =
            Comparator.comparing((DataKey key) -> key.owner().name()).thenComparing(DataKey::number);

    private final InMemoryState state;

    InMemoryRewraps(InMemoryState state) {
        this.state = state;
    }

    @Override
    public List<DataKey> under(int vaultKey, Optional<DataKey> after, int limit) {
        return state.act(() -> all(vaultKey)
                .filter(key -> after.isEmpty() || ORDER.compare(key, after.get()) > 0)
                .sorted(ORDER)
                .limit(limit)
                .toList());
    }

    @Override
    public long countUnder(int vaultKey) {
        return state.act(() -> all(vaultKey).count());
    }

    @Override
    public boolean rewrap(DataKey read, DataKey fresh) {
        return state.act(() -> state.mayWrap(fresh.vaultKey())
                && state.dataKeys
                        .getOrDefault(read.owner().name(), new TreeMap<>())
                        .replace(read.number(), read, fresh));
    }

    private Stream<DataKey> all(int vaultKey) {
        return state.dataKeys.values().stream()
                .flatMap(keys -> keys.values().stream())
                .filter(key -> key.vaultKey() == vaultKey);
    }
}
