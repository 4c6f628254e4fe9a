package dev.patchbay.usecase.sim;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.activity.Event;
import dev.patchbay.port.activity.Activity;
import java.util.List;

/** The audit trail in a store that is some way off. */
final class SimActivity implements Activity {
    private final Activity inner;
    private final SimStore store;

    SimActivity(Activity inner, SimStore store) {
        this.inner = inner;
        this.store = store;
    }

    @Override
    public void add(Event event) {
        boolean _ = store.write(() -> {
            inner.add(event);
            return true;
        });
    }

    @Override
    public List<Event> recent(AccountId account, int limit) {
        return store.read(() -> inner.recent(account, limit));
    }
}
