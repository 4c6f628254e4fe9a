package dev.patchbay.port;

import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.connection.RenewalOutcome;
import java.time.Duration;

/** Where it is told how renewals go, for metrics. Safe for many threads; never fails. */
public interface Telemetry {
    /** One renewal has ended. */
    void renewal(ClientAppId app, RenewalOutcome outcome, Duration took);

    /** The breaker of an app in this process has opened or closed. */
    void breaker(ClientAppId app, boolean open);

    /** Tells nobody. */
    Telemetry NONE = new Telemetry() {
        @Override
        public void renewal(ClientAppId app, RenewalOutcome outcome, Duration took) {}

        @Override
        public void breaker(ClientAppId app, boolean open) {}
    };
}
