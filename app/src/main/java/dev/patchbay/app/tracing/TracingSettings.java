package dev.patchbay.app.tracing;

import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.settings.Settings;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Where traces go, by OpenTelemetry's own names for it.
 *
 * @param collector speaks OTLP over HTTP; without one nothing is traced, and requests pay nothing for it
 * @param headers that it wants, as {@code name=value,…}
 * @param share of requests that are traced, in per cent
 */
public record TracingSettings(Optional<URI> collector, Optional<Secret> headers, int share) {
    private static final Logger UNCONFIGURED = Logger.getLogger("io.opentelemetry.api.GlobalOpenTelemetry");
    private static final String COLLECTOR = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static TracingSettings read(Settings settings) {
        return new TracingSettings(
                settings.text(COLLECTOR).flatMap(text -> address(text, settings)),
                settings.secret("OTEL_EXPORTER_OTLP_HEADERS"),
                settings.number("TRACES_PERCENT", 100, 0, 100));
    }

    /** A collector beside the service may well be without TLS: what it is sent has no secrets. */
    private static Optional<URI> address(String text, Settings settings) {
        if (text.matches("https?://[^/?#@\\s]+(/[^?#\\s]*)?")) {
            return Optional.of(URI.create(text));
        }
        settings.problem(COLLECTOR, "is the http or https address of a collector, as in http://127.0.0.1:4318");
        return Optional.empty();
    }

    /** What the framework and OpenTelemetry are told. */
    public Map<String, Object> properties() {
        if (collector.isEmpty()) {
            // It would say at each start that it could configure itself, and does not.
            UNCONFIGURED.setLevel(Level.WARNING);
            return Map.of("micronaut.otel.enabled", false);
        }
        Map<String, Object> properties = new HashMap<>(Map.of(
                "micronaut.otel.enabled", true,
                "otel.traces.exporter", "otlp",
                "otel.metrics.exporter", "none",
                "otel.logs.exporter", "none",
                "otel.exporter.otlp.protocol", "http/protobuf",
                "otel.exporter.otlp.endpoint", collector.get().toString(),
                "otel.traces.sampler", "parentbased_traceidratio",
                "otel.traces.sampler.arg", String.valueOf(share / 100.0)));
        headers.ifPresent(secret -> properties.put("otel.exporter.otlp.headers", secret.reveal()));
        return properties;
    }
}
