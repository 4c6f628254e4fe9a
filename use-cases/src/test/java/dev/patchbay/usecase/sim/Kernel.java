package dev.patchbay.usecase.sim;

import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Virtual time and the one baton of a universe: what happens next is the earliest event, and among those of one moment a
 * drawn one. Times are microseconds since the beginning. For one thread.
 */
final class Kernel {
    static final long MILLI = 1_000;
    static final long SECOND = 1_000_000;
    static final long MINUTE = 60 * SECOND;

    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private final Dice dice;
    private long now;
    private long planned;
    private @Nullable Task running;

    Kernel(Dice dice) {
        this.dice = dice;
    }

    long now() {
        return now;
    }

    /** How many events were planned so far; two runs of one seed agree on it. */
    long planned() {
        return planned;
    }

    /** The task that has the baton. */
    Task running() {
        Task task = running;
        if (task == null) {
            throw new IllegalStateException("only a process's task may wait; this is the outside world");
        }
        return task;
    }

    boolean isInTask() {
        return running != null;
    }

    /** Something happens in the outside world, whoever is paused or dead by then. It must not wait. */
    void at(long when, Runnable happening) {
        plan(new Event(Math.max(when, now), order(), null, 0, happening));
    }

    /** Begins a task of a process. */
    void start(Boot boot, String name, double heat, Runnable body) {
        Task task = new Task(boot, name, heat, body);
        plan(new Event(now + dice.between(0, 50), order(), task, task.step, null));
    }

    /** Lets that long pass for the running task. */
    void sleep(long micros) {
        park(micros);
    }

    /** Stops the running task until it is woken, or that long has passed. */
    void park(long atMost) {
        Task me = running();
        plan(new Event(now + Math.max(atMost, 0), order(), me, me.step, null));
        Coroutine.suspend();
    }

    /** Stops the running task until it is woken. */
    void park() {
        Coroutine.suspend();
    }

    /** Wakes a task from the wait it was in at that step; in vain when it was woken before. */
    void wake(Task task, int step) {
        if (task.step == step) {
            plan(new Event(now + dice.between(0, 50), order(), task, step, null));
        }
    }

    /** Ends the process of the running task, which never goes on. */
    void killRunning() {
        running().boot.die(now);
        Coroutine.suspend();
        throw new IllegalStateException("a dead process went on");
    }

    /** Lets everything happen that is planned until then. */
    void runUntil(long end) {
        for (Event next = events.peek(); next != null && next.at() <= end; next = events.peek()) {
            events.remove();
            now = next.at();
            happen(next);
        }
        now = Math.max(now, end);
    }

    /** Whether nothing is planned any more. */
    boolean isIdle() {
        return events.isEmpty();
    }

    private void happen(Event event) {
        Task task = event.task();
        if (task == null) {
            event.happening().run();
            return;
        }
        if (task.step != event.step() || task.boot.isDead()) {
            return;
        }
        if (!task.boot.isRunning(now)) {
            plan(new Event(task.boot.pausedUntil() + dice.between(0, 200), order(), task, event.step(), null));
            return;
        }
        running = task;
        try {
            boolean _ = task.next();
        } finally {
            running = null;
        }
    }

    private void plan(Event event) {
        planned++;
        events.add(event);
    }

    private long order() {
        return dice.bits();
    }

    private record Event(
            long at,
            long order,
            @Nullable Task task,
            int step,
            @Nullable Runnable happening) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            int byTime = Long.compare(at, other.at);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }
}
