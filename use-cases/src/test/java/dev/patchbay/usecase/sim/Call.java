package dev.patchbay.usecase.sim;

import org.jspecify.annotations.Nullable;

/** One call to the provider, that its sender waits for. */
final class Call<T> {
    final Task sender;
    final String shown;
    final long deadline;
    /** Whether its process paused between the last look at its claim and the sending: nobody can know of it. */
    final boolean sentOnWaking;

    private final Kernel kernel;
    private final int step;
    private @Nullable T answer;
    private boolean over;
    private boolean arrived;

    /**
     * A call that is about to begin.
     *
     * @param shown the token that is shown
     */
    Call(Kernel kernel, String shown, boolean sentOnWaking, long timeout) {
        this.kernel = kernel;
        this.shown = shown;
        this.sentOnWaking = sentOnWaking;
        this.sender = kernel.running();
        this.step = sender.step;
        this.deadline = kernel.now() + timeout;
    }

    /** The request is taken up by the provider, or will never be. */
    void arrives() {
        arrived = true;
    }

    /** The answer is at the sender's door, if the sender still is there. */
    void answer(T with) {
        if (!isOver()) {
            answer = with;
            kernel.wake(sender, step);
        }
    }

    /**
     * Waits for the answer in the sender.
     *
     * @return null when there was none in time; of an answer and a time-out found together after a pause, either may win
     */
    @Nullable
    T await(Dice dice) {
        kernel.park(deadline - kernel.now());
        over = true;
        boolean late = kernel.now() > deadline + Kernel.MILLI;
        return late && dice.chance(0.5) ? null : answer;
    }

    /** Whether it can still do anything, there or here. */
    boolean isUnderWay() {
        return !arrived || !isOver();
    }

    /** Sent by a process that paused just before and died just after. */
    boolean isGhostly() {
        return sentOnWaking && sender.boot.isDead();
    }

    private boolean isOver() {
        return over || sender.boot.isDead();
    }
}
