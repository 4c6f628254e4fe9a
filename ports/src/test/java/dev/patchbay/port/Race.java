package dev.patchbay.port;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Lets many do the same at the same moment. */
public final class Race {

    public static final int RUNNERS = 8;

    private Race() {}

    /** What each of {@link #RUNNERS} threads got. A failure of any of them is a failure of the race. */
    public static <T> List<T> of(Callable<T> step) {
        return between(Collections.nCopies(RUNNERS, step));
    }

    /** What each of the steps brought, all of them begun at once, in their order. */
    public static <T> List<T> between(List<? extends Callable<T>> steps) {
        CyclicBarrier start = new CyclicBarrier(steps.size());
        try (ExecutorService runners = Executors.newFixedThreadPool(steps.size())) {
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> step : steps) {
                running.add(runners.submit(() -> {
                    start.await();
                    return step.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        } catch (ExecutionException e) {
            throw new AssertionError("a runner failed", e.getCause());
        }
    }
}
