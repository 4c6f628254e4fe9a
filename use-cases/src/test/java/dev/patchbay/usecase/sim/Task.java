package dev.patchbay.usecase.sim;

/**
 * Something a process does, one step at a time.
 *
 * <p>Its heat, between 0 and 1, is how much a fault would hurt there: faults are drawn to where they hurt.
 */
final class Task {
    final Boot boot;
    final String name;
    final double heat;
    private final Coroutine coroutine;

    /** Counts the steps: who wakes this task names the one it waits in, and comes in vain when that is over. */
    int step;

    Task(Boot boot, String name, double heat, Runnable body) {
        this.boot = boot;
        this.name = name;
        this.heat = heat;
        this.coroutine = new Coroutine(body);
    }

    /** @return false when that was its last step */
    boolean next() {
        step++;
        coroutine.resume();
        return !coroutine.isDone();
    }

    @Override
    public String toString() {
        return boot + " " + name;
    }
}
