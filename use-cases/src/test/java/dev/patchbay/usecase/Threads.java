package dev.patchbay.usecase;

import dev.patchbay.port.Background;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs work on threads of its own, and waits for real. */
public final class Threads implements Background {

    @Override
    public void start(Runnable work) {
        Thread.ofVirtual().start(work);
    }

    @Override
    public void await(CompletableFuture<?> work, Duration atMost) {
        try {
            work.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException ended) {
            // The work itself knows how it ended.
        }
    }
}
