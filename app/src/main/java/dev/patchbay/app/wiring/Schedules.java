package dev.patchbay.app.wiring;

import dev.patchbay.adapter.persistence.DatabaseClock;
import dev.patchbay.port.StoreUnavailable;
import dev.patchbay.port.attempt.Attempts;
import dev.patchbay.port.session.Sessions;
import dev.patchbay.usecase.housekeeping.PurgeExpired;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happens by itself, and how often. */
@Singleton
final class Schedules {
    private static final Logger LOG = LoggerFactory.getLogger(Schedules.class);

    private final DatabaseClock clock;
    private final PurgeExpired purge;

    Schedules(DatabaseClock clock, Attempts attempts, Sessions sessions) {
        this.clock = clock;
        this.purge = new PurgeExpired(attempts, sessions, clock);
    }

    @Scheduled(initialDelay = "10s", fixedDelay = "10s")
    void synchroniseClock() {
        clock.synchronise();
    }

    @Scheduled(initialDelay = "30s", fixedDelay = "1m")
    void purgeExpired() {
        try {
            int gone = purge.purge();
            LOG.debug("{} expired rows removed", gone);
        } catch (StoreUnavailable e) {
            LOG.warn("expired rows stay for now: the store does not answer");
        }
    }
}
