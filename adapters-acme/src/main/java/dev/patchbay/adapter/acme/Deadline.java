package dev.patchbay.adapter.acme;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Bounds what a library does in many steps, each with a patience of its own. */
final class Deadline {
    private Deadline() {}

    /** What the work brings or throws; when it takes longer, or this thread is interrupted, it is stopped and the other is given. */
    static <T> T within(Duration limit, Supplier<T> work, Supplier<T> otherwise) {
        FutureTask<T> task = new FutureTask<>(work::get);
        Thread _ = Thread.ofVirtual().name("acme").start(task);
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            return otherwise.get();
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            return otherwise.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException defect -> throw defect;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(e.getCause());
            }
        }
    }
}
