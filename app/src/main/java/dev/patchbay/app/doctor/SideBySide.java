package dev.patchbay.app.doctor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Makes checks at the same time, each with the same patience, and tells in the order in which they were given. */
final class SideBySide {
    private SideBySide() {}

    static List<Finding> look(List<Check> checks, Duration patience) {
        List<FutureTask<List<Finding>>> running = new ArrayList<>();
        for (Check check : checks) {
            var task = new FutureTask<>(check::look);
            running.add(task);
            Thread.ofVirtual().name("doctor-" + check.name()).start(task);
        }
        long end = System.nanoTime() + patience.toNanos();
        List<Finding> all = new ArrayList<>();
        for (int i = 0; i < checks.size(); i++) {
            all.addAll(outcome(checks.get(i).name(), running.get(i), end, patience));
        }
        return all;
    }

    private static List<Finding> outcome(String name, FutureTask<List<Finding>> task, long end, Duration patience) {
        try {
            return task.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            return List.of(Finding.fail(
                    name,
                    "this was not known after " + patience.toSeconds() + " s",
                    "look whether what it asks is overloaded or cut off, and run ./patchbay doctor again"));
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            return List.of(Finding.skipped(name, "interrupted"));
        } catch (ExecutionException e) {
            // Not its message: it may have anything in it.
            return List.of(Finding.fail(
                    name,
                    "this could not be looked at ("
                            + String.valueOf(e.getCause()).split("[:\\s]", 2)[0] + ")",
                    "mend what failed above first; if nothing did, it is a defect of Patchbay"));
        }
    }
}
