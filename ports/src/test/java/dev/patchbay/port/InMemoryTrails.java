package dev.patchbay.port;

import static java.util.Comparator.comparing;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.activity.Noted;
import dev.patchbay.port.activity.Trails;
import java.util.List;

final class InMemoryTrails implements Trails {

    private final InMemoryState state;

    InMemoryTrails(InMemoryState state) {
        this.state = state;
    }

    @Override
    public List<Noted> after(AccountId account, long row, int limit) {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("the limit is 1 to " + MOST);
        }
        return state.act(() -> state.events.stream()
                .filter(noted -> noted.row() > row)
                .filter(noted -> belongs(noted.event().account(), account))
                .sorted(comparing(Noted::row))
                .limit(limit)
                .toList());
    }

    private boolean belongs(AccountId trail, AccountId account) {
        return trail.equals(account) || account.equals(state.merged.get(trail));
    }
}
