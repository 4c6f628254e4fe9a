package dev.patchbay.adapter.metrics;

import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.connection.RenewalOutcome;
import dev.patchbay.port.Telemetry;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts and times renewals by provider, app and outcome, and shows breakers. Labels come from closed lists and client ids. */
@Singleton
final class PrometheusTelemetry implements Telemetry {
    private final MeterRegistry registry;
    private final ConcurrentMap<ClientAppId, AtomicInteger> breakers = new ConcurrentHashMap<>();

    PrometheusTelemetry(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void renewal(ClientAppId app, RenewalOutcome outcome, Duration took) {
        registry.timer("patchbay.renewals", of(app).and("outcome", outcome.code()))
                .record(took);
    }

    @Override
    public void breaker(ClientAppId app, boolean open) {
        breakers.computeIfAbsent(app, this::shown).set(open ? 1 : 0);
    }

    private AtomicInteger shown(ClientAppId app) {
        AtomicInteger state = new AtomicInteger();
        registry.gauge("patchbay.breaker.open", of(app), state);
        return state;
    }

    static Tags of(ClientAppId app) {
        return Tags.of("provider", app.provider().value(), "app", app.name());
    }
}
