package dev.patchbay.usecase.sim;

import dev.patchbay.usecase.sim.Ledger.Token;
import org.jspecify.annotations.Nullable;

/**
 * A refresh that the provider has processed, and how far its answer came. Between the two lies the only window in which a
 * strict provider's grant is lost without anybody's fault.
 */
final class Rotation {
    final Token shown;
    final long processedAt;

    /** Null when the old refresh token stays. */
    final @Nullable Token successor;

    /** Who asked. */
    final Boot asker;

    /** When the answer was at the door of the waking asker, in time; {@link Long#MAX_VALUE} if it never was. */
    long reachedAt = Long.MAX_VALUE;

    /** When it was in the store. */
    long storedAt = Long.MAX_VALUE;

    /** When it was on the asker's disk. */
    long spooledAt = Long.MAX_VALUE;

    Rotation(Token shown, long processedAt, @Nullable Token successor, Boot asker) {
        this.shown = shown;
        this.processedAt = processedAt;
        this.successor = successor;
        this.asker = asker;
    }

    boolean isDurableBy(long time) {
        return Math.min(storedAt, spooledAt) < time;
    }
}
