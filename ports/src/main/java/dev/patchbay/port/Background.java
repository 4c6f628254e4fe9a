package dev.patchbay.port;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Runs work apart from whoever asked for it, and waits for it. Real programs use threads; simulations their own. */
public interface Background {
    /**
     * Starts the work on a thread of its own. Never refuses for want of threads; what the work throws ends that thread only.
     *
     * @throws java.util.concurrent.RejectedExecutionException when the process is past stopping
     */
    void start(Runnable work);

    /** Returns when the work is done, that time is over, or the thread is interrupted (its flag is then set), if earlier. */
    void await(CompletableFuture<?> work, Duration atMost);
}
