package dev.patchbay.usecase;

import dev.patchbay.port.Background;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;

/** Keeps work until the test runs it, or until somebody waits for it. For one thread. */
public final class Queued implements Background {

    private final Deque<Runnable> waiting = new ArrayDeque<>();

    @Override
    public void start(Runnable work) {
        waiting.addLast(work);
    }

    /** Runs what was started, in its order, until the work is done. */
    @Override
    public void await(CompletableFuture<?> work, Duration atMost) {
        while (!work.isDone() && !waiting.isEmpty()) {
            waiting.removeFirst().run();
        }
    }

    /** Runs all that was started, and what that starts. */
    public void runAll() {
        while (!waiting.isEmpty()) {
            waiting.removeFirst().run();
        }
    }

    /** How much was started and is not run yet. */
    public int size() {
        return waiting.size();
    }
}
