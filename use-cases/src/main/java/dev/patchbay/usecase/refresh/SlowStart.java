package dev.patchbay.usecase.refresh;

import dev.patchbay.domain.clientapp.ClientAppId;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * After an outage the sweep does not fall on a provider at once: it begins with one renewal a second, and doubles that every 10 s
 * for two minutes. Callers are not held back. Belongs to one process; safe for many threads.
 */
final class SlowStart {
    private static final Duration DOUBLES_EVERY = Duration.ofSeconds(10);
    private static final Duration OVER = Duration.ofMinutes(2);

    private final Breakers breakers;
    private final ConcurrentMap<ClientAppId, Used> byApp = new ConcurrentHashMap<>();

    /** What was used of the allowance since the provider answers again. */
    private record Used(Instant since, double count) {}

    SlowStart(Breakers breakers) {
        this.breakers = breakers;
    }

    /** How many of those that are wanted may start now; takes them. */
    int allowed(ClientAppId app, int wanted, Instant now) {
        Duration answering = breakers.of(app).answeringFor(now);
        if (answering.compareTo(OVER) > 0) {
            return wanted;
        }
        Instant since = now.minus(answering);
        int[] got = new int[1];
        byApp.compute(app, (name, before) -> {
            double used = before == null || !before.since().equals(since) ? 0 : before.count();
            got[0] = (int) Math.min(wanted, Math.max(0, allowance(answering) - used));
            return new Used(since, used + got[0]);
        });
        return got[0];
    }

    /** The time between two renewals: longer than usual while it is slow. */
    Duration interval(ClientAppId app, Duration usual, Instant now) {
        Duration answering = breakers.of(app).answeringFor(now);
        if (answering.compareTo(OVER) > 0) {
            return usual;
        }
        Duration slow = Duration.ofNanos((long) (1e9 / Math.pow(2, doublings(answering))));
        return slow.compareTo(usual) > 0 ? slow : usual;
    }

    /** The sum of 2^(t/10 s) a second up to now, and one at once. */
    private static double allowance(Duration answering) {
        double perDoubling = DOUBLES_EVERY.toSeconds() / Math.log(2);
        return 1 + perDoubling * (Math.pow(2, doublings(answering)) - 1);
    }

    private static double doublings(Duration answering) {
        return (double) answering.toMillis() / DOUBLES_EVERY.toMillis();
    }
}
