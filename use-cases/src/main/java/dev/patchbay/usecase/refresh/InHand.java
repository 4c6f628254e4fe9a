package dev.patchbay.usecase.refresh;

import dev.patchbay.port.Background;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * What the sweep has claimed of a platform and not ended yet. It claims ahead of the calls, so that the provider's room is never empty
 * while the store works, and only when half of that is done, so that a slice is worth its commits. Safe for many threads.
 */
final class InHand {
    private final Background background;
    private int rows;
    private int enough;
    private CompletableFuture<Void> lessThanEnough = CompletableFuture.completedFuture(null);

    InHand(Background background) {
        this.background = background;
    }

    /**
     * Waits until no more than half of that many are in hand.
     *
     * @param most how many there may be
     * @return how many may be claimed now; zero when there are too many still
     */
    int awaitRoom(int most, Duration atMost) {
        CompletableFuture<Void> room;
        synchronized (this) {
            if (rows > most / 2) {
                enough = most / 2;
                lessThanEnough = new CompletableFuture<>();
            }
            room = lessThanEnough;
        }
        background.await(room, atMost);
        synchronized (this) {
            return rows > most / 2 ? 0 : most - rows;
        }
    }

    synchronized void took(int claimed) {
        rows += claimed;
    }

    /** One of them has ended, or was given back. */
    void ended() {
        CompletableFuture<Void> room;
        synchronized (this) {
            rows--;
            if (rows > enough) {
                return;
            }
            room = lessThanEnough;
        }
        room.complete(null);
    }
}
