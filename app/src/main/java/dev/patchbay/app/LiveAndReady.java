package dev.patchbay.app;

import dev.patchbay.adapter.persistence.StoreHealth;
import dev.patchbay.adapter.web.tls.CertificateReport;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.management.endpoint.annotation.Endpoint;
import io.micronaut.management.endpoint.annotation.Read;
import io.micronaut.management.endpoint.annotation.Selector;
import io.micronaut.management.endpoint.health.HealthEndpoint;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code /health}, {@code /health/live} and {@code /health/ready} on the management port. Live never asks the database: restarting does not
 * mend one that is away. A process that is stopping is live and not ready. A provider's outage makes nobody unready.
 */
@Endpoint(id = "health", defaultSensitive = false)
@Replaces(HealthEndpoint.class)
final class LiveAndReady {
    private final StoreHealth store;
    private final Draining draining;
    private final CertificateReport.Source certificate;
    private final Clock clock;

    LiveAndReady(StoreHealth store, Draining draining, CertificateReport.Source certificate, Clock clock) {
        this.store = store;
        this.draining = draining;
        this.certificate = certificate;
        this.clock = clock;
    }

    /** Whether it is ready, and how its certificate does, which makes nobody unready. */
    @Read
    HttpResponse<Map<String, Object>> read() {
        HttpResponse<Map<String, String>> ready = ready();
        Map<String, Object> all = new LinkedHashMap<>(ready.body());
        certificate.report().ifPresent(report -> all.put("certificate", certificate(report)));
        return HttpResponse.<Map<String, Object>>status(ready.status()).body(all);
    }

    private Map<String, Object> certificate(CertificateReport report) {
        Map<String, Object> said = new LinkedHashMap<>();
        Instant now = clock.instant();
        said.put("status", report.state(now).toString());
        if (!report.isPlaceholder()) {
            said.put("daysLeft", report.daysLeft(now));
            said.put("notAfter", report.shown().notAfter().toString());
        }
        report.lastAttempt().ifPresent(at -> said.put("lastAttempt", whole(at)));
        report.nextAttempt().ifPresent(at -> said.put("nextAttempt", whole(at)));
        report.trouble().ifPresent(what -> said.put("trouble", what));
        return said;
    }

    private static String whole(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
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
