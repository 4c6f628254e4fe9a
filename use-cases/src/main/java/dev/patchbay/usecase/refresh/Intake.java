package dev.patchbay.usecase.refresh;

/** Whether this process begins renewals. It does until it is told to stop, which is for good. Safe for many threads. */
final class Intake {
    private volatile boolean stopped;

    void stop() {
        stopped = true;
    }

    boolean isStopped() {
        return stopped;
    }
}
