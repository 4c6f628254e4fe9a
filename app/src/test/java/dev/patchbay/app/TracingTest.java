package dev.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a collector of traces is told, and what it is not. */
class TracingTest {
    @TempDir
    Path folder;

    private final List<String> told = new CopyOnWriteArrayList<>();
    private HttpServer collector;

    @BeforeEach
    void listen() throws IOException {
        collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", this::take);
        collector.start();
    }

    @AfterEach
    void close() {
        collector.stop(0);
    }

    @Test
    void a_collector_hears_which_way_was_gone_and_none_of_the_secrets_on_it() {
        try (World world = World.usual()) {
            Map<String, String> settings = world.settings(folder);
            settings.put(
                    "OTEL_EXPORTER_OTLP_ENDPOINT",
                    "http://127.0.0.1:" + collector.getAddress().getPort());
            settings.put("OTEL_EXPORTER_OTLP_HEADERS", "x-key=letmein");
            String back;
            try (Patchbay service = Patchbay.start(settings)) {
                Browser ann = new Browser(service.baseUrl());
                URI returned = world.sandbox().google().approve(ann.begin("/auth/google/login"), "ann");
                back = returned.getRawQuery();
                assertThat(ann.follow(returned)).isNotNull();
            }
            // What is not sent yet is sent at the end.
            assertThat(told).isNotEmpty();
            assertThat(String.join("\n", told))
                    .contains("patchbay")
                    .contains("/auth/google/callback")
                    .contains("x-key: letmein");
            for (String parameter : back.split("&")) {
                String value = parameter.substring(parameter.indexOf('=') + 1);
                assertThat(value.length() > 15 && told.stream().anyMatch(one -> one.contains(value)))
                        .as("told: " + parameter.substring(0, parameter.indexOf('=')))
                        .isFalse();
            }
        }
    }

    @Test
    void an_address_that_is_none_is_refused_by_name() {
        try (World world = World.usual()) {
            Map<String, String> settings = world.settings(folder);
            settings.put("OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4318");
            assertThatThrownBy(() -> Patchbay.start(settings))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("OTEL_EXPORTER_OTLP_ENDPOINT");
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String key = exchange.getRequestHeaders().getFirst("x-key");
            byte[] body = exchange.getRequestBody().readAllBytes();
            boolean packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
            told.add((packed ? "packed" : new String(body, StandardCharsets.ISO_8859_1)) + "\nx-key: " + key);
            exchange.sendResponseHeaders(200, -1);
        }
    }
}
