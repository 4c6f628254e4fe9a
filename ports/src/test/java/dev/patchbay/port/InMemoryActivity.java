package dev.patchbay.port;

import static java.util.Comparator.comparing;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.activity.Event;
import dev.patchbay.domain.activity.Noted;
import dev.patchbay.port.activity.Activity;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

final class InMemoryActivity implements Activity {

    private static final int LONGEST = 1000;

    private final InMemoryState state;

    InMemoryActivity(InMemoryState state) {
        this.state = state;
    }

    @Override
    public void add(Event event) {
        state.run(() -> {
            state.requireTrail(event.account());
            Event kept = new Event(
                    event.account(),
                    event.kind(),
                    event.provider(),
                    event.detail().substring(0, Math.min(LONGEST, event.detail().length())),
                    event.at());
            state.events.add(
                    new Noted(++state.lastEvent, kept, Optional.of(state.auditChain.mark(UUID.randomUUID(), kept))));
        });
    }

    @Override
    public List<Event> recent(AccountId account, int limit) {
        if (limit < 1 || limit > 200) {
            throw new IllegalArgumentException("the limit is 1 to 200");
        }
        // The list is reversed before the (stable) sort, so that of two events at one time the later added comes first.
        return state.act(() -> state.events.reversed().stream()
                .map(Noted::event)
                .filter(event -> event.account().equals(account))
                .sorted(comparing(Event::at).reversed())
                .limit(limit)
                .toList());
    }
}
