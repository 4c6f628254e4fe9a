package dev.patchbay.port.activity;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.activity.Event;
import java.util.List;

/** An account's audit trail. Appended to only, and erased only with the account. Safe for many threads and processes. */
public interface Activity {
    void add(Event event);

    /**
     * The latest events, newest first.
     *
     * @param limit 1 to 200
     */
    List<Event> recent(AccountId account, int limit);
}
