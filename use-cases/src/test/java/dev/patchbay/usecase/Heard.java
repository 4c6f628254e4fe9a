package dev.patchbay.usecase;

import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.connection.RenewalOutcome;
import dev.patchbay.port.Telemetry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what it was told about renewals. Safe for many threads. */
public final class Heard implements Telemetry {

    private final List<RenewalOutcome> outcomes = new CopyOnWriteArrayList<>();
    private final List<String> breakers = new CopyOnWriteArrayList<>();

    @Override
    public void renewal(ClientAppId app, RenewalOutcome outcome, Duration took) {
        outcomes.add(outcome);
    }

    @Override
    public void breaker(ClientAppId app, boolean open) {
        breakers.add(app.provider() + (open ? " opened" : " closed"));
    }

    /** Of every renewal so far, in the order in which they ended. */
    public List<RenewalOutcome> outcomes() {
        return List.copyOf(outcomes);
    }

    /** Such as {@code spotify opened}. */
    public List<String> breakers() {
        return List.copyOf(breakers);
    }
}
