package dev.patchbay.adapter.metrics;

import dev.patchbay.port.connection.Upkeep.Summary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How connections are, by provider and app, as they were last summed up. Times are Unix seconds; a time that there is not is
 * left out.
 */
@Singleton
public final class ConnectionGauges {
    private final MultiGauge connections;
    private final MultiGauge soonestExpiry;
    private final MultiGauge soonestConsentEnd;
    private final MultiGauge lastSuccess;
    private final MultiGauge sweepLag;

    ConnectionGauges(MeterRegistry registry) {
        this.connections = gauge(registry, "patchbay.connections", "Connections by how they stand");
        this.soonestExpiry =
                gauge(registry, "patchbay.access.expiry.soonest.seconds", "When the first access token ends");
        this.soonestConsentEnd = gauge(registry, "patchbay.consent.end.soonest.seconds", "When the first consent ends");
        this.lastSuccess = gauge(registry, "patchbay.renewal.last.success.seconds", "When a token was last renewed");
        this.sweepLag = gauge(registry, "patchbay.sweep.lag.seconds", "How long the longest overdue renewal is due");
    }

    /** Shows that, until the next time. @param asOf when it was so */
    public synchronized void show(List<Summary> all, Instant asOf) {
        connections.register(all.stream().flatMap(ConnectionGauges::states).toList(), true);
        soonestExpiry.register(times(all, Summary::soonestExpiry), true);
        soonestConsentEnd.register(times(all, Summary::soonestConsentEnd), true);
        lastSuccess.register(times(all, Summary::lastSuccess), true);
        sweepLag.register(all.stream().map(one -> row(one, lag(one, asOf))).toList(), true);
    }

    private static double lag(Summary summary, Instant now) {
        return summary.longestDue()
                .map(due -> Math.max(0, Duration.between(due, now).toMillis() / 1000.0))
                .orElse(0.0);
    }

    private static Stream<Row<?>> states(Summary one) {
        Tags tags = PrometheusTelemetry.of(one.app());
        return Stream.of(
                Row.of(tags.and("state", "active"), one.active()),
                Row.of(tags.and("state", "waiting"), one.waiting()),
                Row.of(tags.and("state", "needs_reconnect"), one.ended()),
                Row.of(tags.and("state", "quarantined"), one.quarantined()));
    }

    private static List<Row<?>> times(List<Summary> all, Function<Summary, Optional<Instant>> time) {
        return all.stream()
                .<Row<?>>flatMap(one -> time.apply(one).map(at -> row(one, at.toEpochMilli() / 1000.0)).stream())
                .toList();
    }

    private static Row<?> row(Summary one, double value) {
        return Row.of(PrometheusTelemetry.of(one.app()), value);
    }

    private static MultiGauge gauge(MeterRegistry registry, String name, String words) {
        return MultiGauge.builder(name).description(words).register(registry);
    }
}
