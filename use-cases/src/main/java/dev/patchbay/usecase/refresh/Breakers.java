package dev.patchbay.usecase.refresh;

import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.port.Telemetry;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The breakers of this process, one for each app, so that one app's trouble is nobody else's. Safe for many threads. */
final class Breakers {
    private static final System.Logger LOG = System.getLogger(Breakers.class.getName());

    private final ConcurrentMap<ClientAppId, Breaker> byApp = new ConcurrentHashMap<>();
    private final Telemetry telemetry;

    Breakers(Telemetry telemetry) {
        this.telemetry = telemetry;
    }

    Breaker of(ClientAppId app) {
        return byApp.computeIfAbsent(app, name -> new Breaker());
    }

    void answered(ClientAppId app, Instant now) {
        if (of(app).answered(now)) {
            LOG.log(Level.INFO, "client app {0}: its provider answers again", app);
            telemetry.breaker(app, false);
        }
    }

    void failed(ClientAppId app, Instant now) {
        if (of(app).failed(now)) {
            LOG.log(Level.WARNING, "client app {0}: its provider does not answer; calls pause", app);
            telemetry.breaker(app, true);
        }
    }
}
