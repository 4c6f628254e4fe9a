package dev.patchbay.port.activity;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.activity.Noted;
import java.util.List;

/** Whole audit trails, read in parts. Safe for many threads and processes. */
public interface Trails {
    /** The most that are read at once. */
    int MOST = 500;

    /**
     * What was noted of the account and of accounts that became part of it, in the order of {@link Noted#row}.
     *
     * @param row only what comes after it; 0 from the beginning
     * @param limit 1 to 500
     */
    List<Noted> after(AccountId account, long row, int limit);
}
