package dev.patchbay.adapter.web;

import dev.patchbay.port.Background;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A virtual thread for each piece of work. */
final class Threads implements Background {
    @Override
    public void start(Runnable work) {
        Thread.ofVirtual().start(work);
    }

    @Override
    public void await(CompletableFuture<?> work, Duration atMost) {
        try {
            work.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException seenByTheCaller) {
            // Who waited looks at the work itself.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
