package dev.patchbay.port;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.port.clientapp.AppLists;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

final class InMemoryAppLists implements AppLists {

    private static final int MOST = 1000;

    /** Of whom, and of which app, something is noted. */
    record Listing(ClientAppId app, AccountId account) {}

    private final InMemoryState state;

    InMemoryAppLists(InMemoryState state) {
        this.state = state;
    }

    @Override
    public void missing(ClientAppId app, AccountId account, Instant now) {
        state.run(() -> {
            state.requireAccount(account);
            state.missing.putIfAbsent(new Listing(app, account), now);
        });
    }

    @Override
    public void forget(ClientAppId app, AccountId account) {
        state.run(() -> state.missing.remove(new Listing(app, account)));
    }

    @Override
    public List<Missing> missingFrom(ClientAppId app) {
        return state.act(() -> state.missing.entrySet().stream()
                .filter(note -> note.getKey().app().equals(app))
                .map(note -> new Missing(note.getKey().account(), note.getValue()))
                .sorted(Comparator.comparing(Missing::since))
                .limit(MOST)
                .toList());
    }

    @Override
    public void forgetAll(ClientAppId app) {
        state.run(() -> state.missing.keySet().removeIf(note -> note.app().equals(app)));
    }
}
