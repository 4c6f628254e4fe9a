package dev.patchbay.app.tracing;

import io.micronaut.tracing.opentelemetry.OpenTelemetryBuilderCustomizer;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdkBuilder;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import jakarta.inject.Singleton;
import java.util.List;

/** Takes out of spans what may be a secret or a person's: queries carry codes and states, and addresses are nobody's business. */
@Singleton
final class WithoutQueries implements OpenTelemetryBuilderCustomizer {
    private static final List<AttributeKey<String>> TAKEN_OUT = List.of(
            AttributeKey.stringKey("url.query"),
            AttributeKey.stringKey("client.address"),
            AttributeKey.stringKey("network.peer.address"),
            AttributeKey.stringKey("user_agent.original"));

    @Override
    public void configure(AutoConfiguredOpenTelemetrySdkBuilder sdk) {
        sdk.addTracerProviderCustomizer((tracers, unused) -> tracers.addSpanProcessor(new Emptying()));
    }

    /** Before the one that exports, for that one takes spans at their end. */
    private static final class Emptying implements SpanProcessor {
        @Override
        public void onStart(Context parent, ReadWriteSpan span) {
            for (AttributeKey<String> key : TAKEN_OUT) {
                if (span.getAttribute(key) != null) {
                    span.setAttribute(key, "");
                }
            }
        }

        @Override
        public boolean isStartRequired() {
            return true;
        }

        @Override
        public void onEnd(ReadableSpan span) {}

        @Override
        public boolean isEndRequired() {
            return false;
        }
    }
}
