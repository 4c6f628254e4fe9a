package dev.patchbay.app.wiring;

import dev.patchbay.adapter.persistence.DatabaseClock;
import dev.patchbay.port.StoreUnavailable;
import dev.patchbay.port.attempt.Attempts;
import dev.patchbay.port.session.Sessions;
import dev.patchbay.usecase.housekeeping.PurgeExpired;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happens by itself, and how often. Started by hand, because nothing may happen before start-up has passed. */
@Singleton
public final class Schedules {
    private static final Logger LOG = LoggerFactory.getLogger(Schedules.class);
    private static final Duration CLOCK = Duration.ofSeconds(10);
    private static final Duration PURGE = Duration.ofMinutes(1);

    private final TaskScheduler scheduler;
    private final DatabaseClock clock;
    private final PurgeExpired purge;

    Schedules(
            @Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler,
            DatabaseClock clock,
            Attempts attempts,
            Sessions sessions) {
        this.scheduler = scheduler;
        this.clock = clock;
        this.purge = new PurgeExpired(attempts, sessions, clock);
    }

    /** From now on, until the context is closed. */
    public void start() {
        var _ = scheduler.scheduleWithFixedDelay(CLOCK, CLOCK, clock::synchronise);
        var _ = scheduler.scheduleWithFixedDelay(PURGE, PURGE, this::purgeExpired);
    }

    private void purgeExpired() {
        try {
            int gone = purge.purge();
            LOG.debug("{} expired rows removed", gone);
        } catch (StoreUnavailable e) {
            LOG.warn("expired rows stay for now: the store does not answer");
        }
    }
}
