package dev.patchbay.sandbox.telegram;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** A button that was pressed. Safe for many threads. */
public final class Press {
    private final String queryId;
    private final OptionalLong updateId;
    private final Queries queries;

    Press(String queryId, OptionalLong updateId, Queries queries) {
        this.queryId = queryId;
        this.updateId = updateId;
        this.queries = queries;
    }

    /** The {@code callback_query.id}. */
    public String queryId() {
        return queryId;
    }

    /** The update that the bot gets; empty if it gets none. */
    public OptionalLong updateId() {
        return updateId;
    }

    /** Waits until the bot answered and the progress bar ended; empty if it did not in this time. */
    public Optional<PressAnswer> awaitAnswer(Duration atMost) {
        try {
            return queries.await(queryId, atMost);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for an answer");
        }
    }
}
