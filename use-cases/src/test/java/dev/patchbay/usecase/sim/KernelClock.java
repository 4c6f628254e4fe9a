package dev.patchbay.usecase.sim;

import dev.patchbay.port.Fixtures;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** A kernel's time as an instant. */
final class KernelClock extends Clock {
    private static final Instant BEGINNING = Fixtures.NOW;

    private final Kernel kernel;

    KernelClock(Kernel kernel) {
        this.kernel = kernel;
    }

    @Override
    public Instant instant() {
        return BEGINNING.plus(kernel.now(), ChronoUnit.MICROS);
    }

    /** An instant as the kernel counts. */
    static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(BEGINNING, instant);
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
