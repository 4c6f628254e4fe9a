package dev.patchbay.app;

import dev.patchbay.adapter.persistence.StoreHealth;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.management.endpoint.annotation.Endpoint;
import io.micronaut.management.endpoint.annotation.Read;
import io.micronaut.management.endpoint.annotation.Selector;
import io.micronaut.management.endpoint.health.HealthEndpoint;
import java.util.Map;

/**
 * {@code /health/live} and {@code /health/ready} on the management port. Live never asks the database: restarting does not
 * mend one that is away. A process that is stopping is live and not ready. A provider's outage makes nobody unready.
 */
@Endpoint(id = "health", defaultSensitive = false)
@Replaces(HealthEndpoint.class)
final class LiveAndReady {
    private final StoreHealth store;
    private final Draining draining;

    LiveAndReady(StoreHealth store, Draining draining) {
        this.store = store;
        this.draining = draining;
    }

    @Read
    HttpResponse<Map<String, String>> read(@Selector String question) {
        return switch (question) {
            case "live" -> HttpResponse.ok(Map.of("status", "UP"));
            case "ready" -> ready();
            default -> HttpResponse.notFound();
        };
    }

    private HttpResponse<Map<String, String>> ready() {
        if (draining.hasBegun()) {
            return notReady("this process is stopping");
        }
        return store.isWritable()
                ? HttpResponse.ok(Map.of("status", "UP"))
                : notReady("the database does not take writes");
    }

    private static HttpResponse<Map<String, String>> notReady(String reason) {
        return HttpResponse.<Map<String, String>>status(HttpStatus.SERVICE_UNAVAILABLE)
                .body(Map.of("status", "DOWN", "reason", reason));
    }
}
