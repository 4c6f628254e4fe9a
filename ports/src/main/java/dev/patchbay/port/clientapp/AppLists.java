package dev.patchbay.port.clientapp;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.clientapp.ClientAppId;
import java.time.Instant;
import java.util.List;

/**
 * Whom platforms do not serve with an app because they are not on its list of users: noted for each person and app, because such an app
 * serves everybody else well. A note goes with its account. Safe for many threads and processes; each method is atomic.
 */
public interface AppLists {
    /** Somebody who is not on the list, and since when that is known. */
    record Missing(AccountId account, Instant since) {}

    /**
     * Notes that the platform refused this person with that app; a note that is there stays as it is.
     *
     * @throws IllegalStateException when there is no such account (any more)
     */
    void missing(ClientAppId app, AccountId account, Instant now);

    /** Forgets the note, if there is one: the platform served them, or they have nothing to do with the app any more. */
    void forget(ClientAppId app, AccountId account);

    /** Those that are missing from that app's list, longest first; at most 1000. */
    List<Missing> missingFrom(ClientAppId app);

    /** Forgets all that was noted of an app, when it goes. */
    void forgetAll(ClientAppId app);
}
