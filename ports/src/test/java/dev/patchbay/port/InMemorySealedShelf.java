package dev.patchbay.port;

import dev.patchbay.domain.vault.SealedSecret;
import dev.patchbay.port.vault.SealedShelf;
import java.util.Optional;

final class InMemorySealedShelf implements SealedShelf {

    private final InMemoryState state;

    InMemorySealedShelf(InMemoryState state) {
        this.state = state;
    }

    @Override
    public Optional<SealedSecret> find(String name) {
        return state.act(() -> Optional.ofNullable(state.sealed.get(name)));
    }

    @Override
    public boolean add(String name, SealedSecret sealed) {
        return state.act(() -> state.sealed.putIfAbsent(name, sealed) == null);
    }
}
