package dev.patchbay.app.tracing;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.TimeUnit;

/** Sends what was traced and not sent yet when the process ends; nobody else closes what the framework opened. */
@Context
@Requires(property = "micronaut.otel.enabled", value = "true")
final class SendTheLast {
    private static final int SECONDS = 5;

    private final OpenTelemetry telemetry;

    SendTheLast(OpenTelemetry telemetry) {
        this.telemetry = telemetry;
    }

    @PreDestroy
    void send() {
        if (telemetry instanceof OpenTelemetrySdk sdk) {
            sdk.shutdown().join(SECONDS, TimeUnit.SECONDS);
        }
    }
}
