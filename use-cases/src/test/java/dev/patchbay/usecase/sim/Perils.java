package dev.patchbay.usecase.sim;

import static dev.patchbay.usecase.sim.Kernel.MILLI;
import static dev.patchbay.usecase.sim.Kernel.SECOND;

/**
 * What may happen to the running task's process, and to the store, at each point where the task meets the world; the likelier,
 * the more it would hurt.
 */
final class Perils {
    private static final long LONG_PAUSE = 200 * SECOND;

    /** Longer than anybody waits for a silent process. */
    private static final long LONGEST_PAUSE = 600 * SECOND;

    /** No process pauses again so soon: two pauses in one claim are one that is longer. */
    private static final long BETWEEN_PAUSES = 400 * SECOND;

    /** Whoever looks after the processes. */
    interface Watch {
        /** A process was killed just now. Must not wait. */
        void killed(Boot boot);

        boolean isAnyoneElseAwake(Boot but);
    }

    private final Kernel kernel;
    private final Faults faults;
    private final Dice dice;
    private final Weather weather;
    private final SimStore store;
    private final Trace trace;
    private final Watch watch;

    Perils(Kernel kernel, Faults faults, Dice dice, Weather weather, SimStore store, Trace trace, Watch watch) {
        this.kernel = kernel;
        this.faults = faults;
        this.dice = dice;
        this.weather = weather;
        this.store = store;
        this.trace = trace;
        this.watch = watch;
    }

    /** The running task passes a point where its process may die or pause, or the store go away. */
    void pass() {
        pass(LONGEST_PAUSE);
    }

    /**
     * The running task is about to send what it has just made sure may be sent. Nothing helps against a pause longer than others
     * wait at this very point, so there is none.
     */
    void passOnTheWayOut() {
        pass(LONG_PAUSE);
    }

    private void pass(long longestPause) {
        if (faults.isCalm()) {
            return;
        }
        Task task = kernel.running();
        double heat = task.heat;
        if (faults.strikes(Fault.OUTAGE, heat)) {
            store.goAway(dice.spread(SECOND / 10, 90 * SECOND), false);
        }
        if (faults.strikes(Fault.READ_ONLY, heat)) {
            store.goAway(dice.spread(SECOND / 10, 90 * SECOND), true);
        }
        if (mayPause(task.boot) && faults.strikes(Fault.PAUSE, heat)) {
            pause(task.boot, longestPause);
            kernel.sleep(0);
        }
        if (faults.strikes(Fault.KILL, heat)) {
            trace.note("killed");
            watch.killed(task.boot);
            kernel.killRunning();
        }
    }

    /** The running task is going to wait for that long: its process may die or pause meanwhile. */
    void passWhileWaiting(long micros) {
        Boot boot = kernel.running().boot;
        if (faults.strikes(Fault.PAUSE)) {
            kernel.at(kernel.now() + dice.spread(MILLI, micros), () -> {
                if (mayPause(boot) && boot.isRunning(kernel.now())) {
                    pause(boot, LONG_PAUSE);
                }
            });
        }
        if (faults.strikes(Fault.KILL)) {
            kernel.at(kernel.now() + dice.spread(MILLI, micros), () -> {
                if (!boot.isDead()) {
                    trace.note(boot + " is killed");
                    boot.die(kernel.now());
                    watch.killed(boot);
                }
            });
        }
    }

    private boolean mayPause(Boot boot) {
        return kernel.now() - boot.pausedUntil() > BETWEEN_PAUSES;
    }

    private void pause(Boot boot, long longest) {
        long until = kernel.now() + drawnPause(longest);
        trace.note(boot + " is paused until " + until / 1e6);
        boot.pause(kernel.now(), until);
        weather.storm(kernel.now(), watch.isAnyoneElseAwake(boot) ? Math.min(until, longestLease()) : until);
    }

    private long drawnPause(long longest) {
        if (longest > LONG_PAUSE && dice.chance(0.2)) {
            return dice.between(LONG_PAUSE, longest);
        }
        return dice.chance(0.5) ? dice.between(60 * SECOND, LONG_PAUSE) : dice.spread(SECOND / 10, LONG_PAUSE);
    }

    /** A claim of its own keeps others away from what they could show again, for this long at most. */
    private long longestLease() {
        return kernel.now() + 15 * SECOND;
    }
}
