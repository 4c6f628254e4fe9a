package dev.patchbay.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.locks.LockSupport;

/** A clock that moves when told to. */
public final class SteeredClock extends Clock {
    private volatile Instant now = Instant.parse("2026-11-21T12:00:00Z");
    private volatile boolean dawdling;

    public void advance(Duration time) {
        now = now.plus(time);
    }

    /** From now on each look at the clock takes a moment, which gives races time to happen. */
    public void dawdle() {
        dawdling = true;
    }

    @Override
    public Instant instant() {
        if (dawdling) {
            LockSupport.parkNanos(200_000);
        }
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
