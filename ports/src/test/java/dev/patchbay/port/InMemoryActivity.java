package dev.patchbay.port;

import static java.util.Comparator.comparing;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.activity.Event;
import dev.patchbay.port.activity.Activity;
import java.util.List;

final class InMemoryActivity implements Activity {

    private final InMemoryState state;

    InMemoryActivity(InMemoryState state) {
        this.state = state;
    }

    @Override
    public void add(Event event) {
        state.run(() -> {
            state.requireAccount(event.account());
            state.events.add(event);
        });
    }

    @Override
    public List<Event> recent(AccountId account, int limit) {
        if (limit < 1 || limit > 200) {
            throw new IllegalArgumentException("the limit is 1 to 200");
        }
        // The list is reversed before the (stable) sort, so that of two events at one time the later added comes first.
        return state.act(() -> state.events.reversed().stream()
                .filter(event -> event.account().equals(account))
                .sorted(comparing(Event::at).reversed())
                .limit(limit)
                .toList());
    }
}
