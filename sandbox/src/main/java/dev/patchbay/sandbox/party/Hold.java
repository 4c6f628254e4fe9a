package dev.patchbay.sandbox.party;

import dev.patchbay.sandbox.ledger.Endpoint;
import dev.patchbay.sandbox.web.Gate;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * One call that a party processes at once and does not answer until told to. Ordered with {@link Party#hold}; the next
 * call to the endpoint is the one. Safe for many threads.
 */
public final class Hold {
    private final Endpoint endpoint;
    private final CountDownLatch processed = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile boolean dropped;

    Hold(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** The endpoint whose next call is held. */
    public Endpoint endpoint() {
        return endpoint;
    }

    /** Whether the call has come and been processed; its answer is ready. */
    public boolean isProcessed() {
        return processed.getCount() == 0;
    }

    /**
     * Waits until the call has come and been processed.
     *
     * @throws IllegalStateException if that takes longer
     */
    public void awaitProcessed(Duration atMost) {
        try {
            if (!processed.await(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new IllegalStateException("no call to " + endpoint + " came within " + atMost);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a call to " + endpoint);
        }
    }

    /** Lets the answer go; a call that has not come yet will not be held. Once is enough. */
    public void release() {
        released.countDown();
    }

    /** Instead of the answer, closes the connection without a byte. Does nothing once released. */
    public void drop() {
        if (!isReleased()) {
            dropped = true;
            released.countDown();
        }
    }

    boolean isReleased() {
        return released.getCount() == 0;
    }

    void processed() {
        processed.countDown();
    }

    Gate gate() {
        return () -> {
            released.await();
            return !dropped;
        };
    }
}
