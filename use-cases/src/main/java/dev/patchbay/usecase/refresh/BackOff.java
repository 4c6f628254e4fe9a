package dev.patchbay.usecase.refresh;

import dev.patchbay.port.SecretSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When to try again after an answer of no use: full jitter under a ceiling that doubles from 1 s to 15 min. A connection that has
 * failed alone for over an hour gets a ceiling of an hour, so that it costs about sixty calls a day however often it is asked for.
 */
final class BackOff {
    private static final Duration FLOOR = Duration.ofMillis(250);
    private static final Duration CEILING = Duration.ofMinutes(15);
    private static final int HOPELESS = 20;
    private static final Duration HOPELESS_CEILING = Duration.ofHours(1);

    private final SecretSource secrets;

    BackOff(SecretSource secrets) {
        this.secrets = secrets;
    }

    /**
     * When the next try is.
     *
     * @param failures in a row, this one included; from 1
     * @param retryAfter what the platform asked for; obeyed when it is longer
     */
    Instant nextTry(int failures, Optional<Duration> retryAfter, Instant now) {
        return nextTry(ceiling(failures), retryAfter, now);
    }

    /**
     * As {@link #nextTry}, for a token that may have been used up and can be shown again inside that window only: about a dozen
     * tries are made inside it.
     *
     * @param failures since the window opened
     */
    Instant nextTryInside(Duration window, int failures, Optional<Duration> retryAfter, Instant now) {
        Duration inside = window.dividedBy(6);
        Duration usual = ceiling(failures);
        return nextTry(failures <= HOPELESS && inside.compareTo(usual) < 0 ? inside : usual, retryAfter, now);
    }

    private Instant nextTry(Duration ceiling, Optional<Duration> retryAfter, Instant now) {
        Duration drawn = FLOOR.plusMillis(secrets.nextBelow(ceiling.toMillis()));
        return now.plus(retryAfter.filter(asked -> asked.compareTo(drawn) > 0).orElse(drawn));
    }

    /** A time spread over that long from then on, so that those who waited together do not come back together. */
    Instant spread(Instant from, Duration over) {
        return from.plusMillis(secrets.nextBelow(over.toMillis()));
    }

    static Duration ceiling(int failures) {
        if (failures > HOPELESS) {
            return HOPELESS_CEILING;
        }
        Duration doubled = Duration.ofSeconds(1L << Math.min(failures - 1, 10));
        return doubled.compareTo(CEILING) < 0 ? doubled : CEILING;
    }
}
