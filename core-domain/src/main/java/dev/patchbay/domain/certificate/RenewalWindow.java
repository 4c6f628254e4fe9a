package dev.patchbay.domain.certificate;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** When an authority would like a certificate to be renewed (RFC 9773). It does not end before it begins. */
public record RenewalWindow(Instant start, Instant end) {
    /** To the microsecond, as it is stored. */
    public RenewalWindow {
        start = start.truncatedTo(ChronoUnit.MICROS);
        end = end.truncatedTo(ChronoUnit.MICROS);
        if (end.isBefore(start)) {
            throw new IllegalArgumentException("a window does not end before it begins");
        }
    }

    @Override
    public String toString() {
        return start + " to " + end;
    }

    /** The moment that a draw falls on. */
    Instant at(Draw draw) {
        return start.plus(draw.of(Duration.between(start, end)));
    }
}
