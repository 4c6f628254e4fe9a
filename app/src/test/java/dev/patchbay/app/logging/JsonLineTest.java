package dev.patchbay.app.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonLineTest {
    @Test
    void a_line_is_one_object_whatever_is_said() throws IOException {
        Map<?, ?> said = read(event("a \"quoted\"\nline\u001b[31m with 🎵 and \\", null));

        assertThat(said.get("message")).isEqualTo("a \"quoted\"\nline\u001b[31m with 🎵 and \\");
        assertThat(said.get("level")).isEqualTo("WARN");
        assertThat(said.get("logger")).isEqualTo("dev.patchbay.Some");
        assertThat(said.get("time").toString()).matches("2026-11-21T10:00:00(\\.\\d{3})?Z");
        assertThat(said.containsKey("error")).isFalse();
    }

    @Test
    void credentials_are_taken_out_of_what_is_said_and_of_errors() throws IOException {
        Map<?, ?> said = read(event("GET /callback?code=CANARY", new IOException("refresh_token=CANARY")));

        assertThat(said.get("message").toString()).contains("code=redacted");
        assertThat(said.get("error").toString())
                .contains("IOException")
                .contains("refresh_token=redacted")
                .contains("at dev.patchbay");
        assertThat(said.toString()).doesNotContain("CANARY");
    }

    private static Map<?, ?> read(ILoggingEvent event) throws IOException {
        String line = JsonLine.of(event);
        assertThat(line).endsWith("}\n");
        assertThat(line.strip()).doesNotContain("\n");
        return ObjectMapper.getDefault().readValue(line, Map.class);
    }

    private static ILoggingEvent event(String message, @Nullable Throwable error) {
        var logger = new LoggerContext().getLogger("dev.patchbay.Some");
        var event = new LoggingEvent("here", logger, Level.WARN, message, error, new Object[0]);
        event.setInstant(java.time.Instant.parse("2026-11-21T10:00:00.000Z"));
        return event;
    }
}
