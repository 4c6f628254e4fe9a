package dev.patchbay.usecase.sim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Many universes, on all processors; each of them has one thread from its beginning to its end. */
final class Seeds {
    private static final int ENOUGH = 5;

    private final Tally tally = new Tally();
    private final List<Universe.Report> failed = new ArrayList<>();
    private final LongFunction<Universe.Report> universe;
    private final AtomicLong next;
    private final long end;
    private final int enough;

    private Seeds(long from, long end, int enough, LongFunction<Universe.Report> universe) {
        this.next = new AtomicLong(from);
        this.end = end;
        this.enough = enough;
        this.universe = universe;
    }

    /** The seeds of a range, until a few have failed. */
    static Seeds all(long from, long end, Function<Surroundings, Service> services) {
        return all(from, end, ENOUGH, seed -> Universe.run(seed, services));
    }

    /** The seeds of a range, until that many have failed. */
    static Seeds all(long from, long end, int enough, LongFunction<Universe.Report> universe) {
        Seeds seeds = new Seeds(from, end, enough, universe);
        Logger logger = Logger.getLogger("dev.patchbay.usecase");
        Level before = logger.getLevel();
        // Millions of lines that nobody reads cost more than all the rest.
        logger.setLevel(Level.OFF);
        try {
            seeds.onAllProcessors();
        } finally {
            logger.setLevel(before);
        }
        seeds.failed.sort(Comparator.comparingLong(Universe.Report::seed));
        return seeds;
    }

    private void onAllProcessors() {
        List<Thread> threads = new ArrayList<>();
        List<Throwable> defects = new ArrayList<>();
        for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
            Thread thread = Thread.ofPlatform().name("universes-" + i).unstarted(this::oneAfterTheOther);
            thread.setUncaughtExceptionHandler((which, defect) -> {
                synchronized (defects) {
                    defects.add(defect);
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                next.set(end);
                Thread.currentThread().interrupt();
            }
        }
        if (!defects.isEmpty()) {
            throw new IllegalStateException("a universe fell apart", defects.getFirst());
        }
    }

    private void oneAfterTheOther() {
        Tally mine = new Tally();
        for (long seed = next.getAndIncrement(); seed < end; seed = next.getAndIncrement()) {
            Universe.Report report = universe.apply(seed);
            mine.add(report.tally());
            if (!report.violations().isEmpty()) {
                fails(report);
            }
        }
        synchronized (tally) {
            tally.add(mine);
        }
    }

    private void fails(Universe.Report report) {
        synchronized (failed) {
            failed.add(report);
            if (failed.size() >= enough) {
                next.set(end);
            }
        }
    }

    /** Those with a broken promise, by seed. */
    List<Universe.Report> failed() {
        return failed;
    }

    Tally tally() {
        return tally;
    }
}
