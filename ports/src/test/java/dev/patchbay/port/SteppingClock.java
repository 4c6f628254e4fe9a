package dev.patchbay.port;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** A clock that stands still until it is told to move; in whole microseconds, as the database's. Safe for many threads. */
public final class SteppingClock extends Clock {

    private Instant now;

    private SteppingClock(Instant now) {
        this.now = now.truncatedTo(ChronoUnit.MICROS);
    }

    /** A clock that stands at {@link Fixtures#NOW}. */
    public static SteppingClock atNow() {
        return new SteppingClock(Fixtures.NOW);
    }

    public static SteppingClock at(Instant start) {
        return new SteppingClock(start);
    }

    /** Fits {@link Pause} as well: {@code Pause pause = clock::advance}. */
    public synchronized void advance(Duration by) {
        now = now.plus(by).truncatedTo(ChronoUnit.MICROS);
    }

    public synchronized void set(Instant to) {
        now = to.truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** This same clock: nothing here reads its zone. */
    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
