package dev.patchbay.app;

import dev.patchbay.adapter.persistence.StoredPresence;
import dev.patchbay.adapter.web.live.LiveConnections;
import dev.patchbay.app.settings.ServiceSettings;
import dev.patchbay.app.wiring.Schedules;
import dev.patchbay.port.Monotonic;
import dev.patchbay.port.StoreUnavailable;
import dev.patchbay.usecase.operator.RenewalTally;
import dev.patchbay.usecase.refresh.Renewing;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops in the order in which nothing is lost: asks balancers for no more, waits until they have noticed, begins no renewal, brings
 * home those under way, and only then closes ports, liveness and database.
 */
final class ShutDown {
    private static final Logger LOG = LoggerFactory.getLogger(ShutDown.class);

    /** Longer than the longest call to a provider. */
    private static final Duration FINISH_WITHIN = Duration.ofSeconds(70);

    private final ApplicationContext context;

    ShutDown(ApplicationContext context) {
        this.context = context;
    }

    void run() {
        var renewing = context.getBean(Renewing.class);
        context.getBean(Draining.class).begin();
        context.getBean(Schedules.class).stop();
        drain(context.getBean(ServiceSettings.class).drain());
        // Balancers have noticed: whoever listened comes back to another process.
        context.getBean(LiveConnections.class).end();
        renewing.stopTaking();
        if (!renewing.finish(FINISH_WITHIN, context.getBean(Monotonic.class))) {
            LOG.warn(
                    "{} renewals are still under way; their outcome is found out by whoever comes next",
                    renewing.flights().underWay());
        }
        writeCounts();
        context.getBean(StoredPresence.class).close();
        context.close();
    }

    /** They are worth less than an orderly end. */
    private void writeCounts() {
        try {
            context.getBean(RenewalTally.class).write();
        } catch (StoreUnavailable e) {
            LOG.warn("counts of the last renewals are lost: the store does not answer");
        }
    }

    private static void drain(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
