package dev.patchbay.domain.offender;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.function.Supplier;

public interface ReadsTheClock {
    static Instant now() {
        return Instant.now();
    }

    static LocalDate today(ZoneId zone) {
        return LocalDate.now(zone);
    }

    static Supplier<Instant> byReference() {
        return Instant::now;
    }

    static Clock clock() {
        return Clock.systemUTC();
    }

    static long millis() {
        return System.currentTimeMillis();
    }

    static long nanos() {
        return System.nanoTime();
    }

    @SuppressWarnings("JavaUtilDate") // the offence
    static Date date() {
        return new Date();
    }
}
