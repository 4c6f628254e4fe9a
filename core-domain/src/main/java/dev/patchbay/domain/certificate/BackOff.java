package dev.patchbay.domain.certificate;

import java.time.Duration;
import java.util.List;

/** How long nothing is tried after so many failures in a row: 1, 2, 2, 5, 10, 20 minutes and so on, up to six hours. */
final class BackOff {
    private static final List<Duration> LADDER = List.of(1, 2, 2, 5, 10, 20, 40, 80, 160, 320, 360).stream()
            .map(Duration::ofMinutes)
            .toList();

    /** The longest while a certificate is about to end. */
    private static final Duration URGENT = Duration.ofMinutes(20);

    private BackOff() {}

    /** @param failures 1 or more */
    static Duration after(int failures, boolean urgent) {
        Duration step = LADDER.get(Math.min(failures, LADDER.size()) - 1);
        return urgent && step.compareTo(URGENT) > 0 ? URGENT : step;
    }
}
