package dev.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is for operators is on a port of its own, on this machine alone, and nothing of it is anywhere else. */
class ManagementTest {
    private static final List<String> ENDPOINTS = List.of(
            "/health",
            "/health/live",
            "/health/ready",
            "/health/liveness",
            "/health/readiness",
            "/metrics",
            "/metrics/jvm.memory.used",
            "/prometheus",
            "/beans",
            "/caches",
            "/env",
            "/env/PATH",
            "/heapdump",
            "/info",
            "/loggers",
            "/loggers/ROOT",
            "/refresh",
            "/routes",
            "/scheduledtasks",
            "/server-stop",
            "/stop",
            "/threaddump",
            "/flyway",
            "/management",
            "/actuator",
            "/actuator/env",
            "/admin");

    @TempDir
    Path folder;

    @Test
    void nobody_reaches_management_by_the_public_port_and_nobody_the_api_by_the_management_port() throws IOException {
        try (World world = World.usual()) {
            Map<String, String> settings = world.settings(folder);
            int management = World.freePort();
            settings.put("MANAGEMENT_PORT", String.valueOf(management));
            settings.put("BIND_ADDRESS", "0.0.0.0");
            try (Patchbay service = Patchbay.start(settings)) {
                Browser ann = world.connected(service.baseUrl(), "ann");
                for (String path : ENDPOINTS) {
                    for (Browser who : List.of(ann, new Browser(service.baseUrl()))) {
                        assertThat(who.get(path).status()).as("GET %s", path).isEqualTo(404);
                        assertThat(who.post(path, "{}").status())
                                .as("POST %s", path)
                                .isEqualTo(404);
                        assertThat(who.delete(path).status())
                                .as("DELETE %s", path)
                                .isEqualTo(404);
                    }
                }
                Browser operator = ann.at(URI.create("http://127.0.0.1:" + management));
                assertThat(operator.get("/health/live").status()).isEqualTo(200);
                assertThat(operator.get("/metrics").status()).isEqualTo(200);
                for (Routes.Route route : Routes.of(settings)) {
                    if (!ENDPOINTS.contains(route.path())) {
                        assertThat(operator.get(route.path().replaceAll("\\{[^}]*}", "spotify"))
                                        .status())
                                .as("%s on the management port", route)
                                .isIn(404, 405);
                    }
                }
                assertThat(reaches("127.0.0.2", service.address().getPort())).isTrue();
                assertThat(reaches("127.0.0.2", management)).isFalse();
            }
        }
    }

    @Test
    void an_operator_may_say_that_management_listens_elsewhere() throws IOException {
        try (World world = World.usual()) {
            Map<String, String> settings = world.settings(folder);
            int management = World.freePort();
            settings.put("MANAGEMENT_PORT", String.valueOf(management));
            settings.put("MANAGEMENT_ADDRESS", "0.0.0.0");
            try (Patchbay _ = Patchbay.start(settings)) {
                assertThat(reaches("127.0.0.2", management)).isTrue();
            }
            settings.put("MANAGEMENT_ADDRESS", "everywhere");
            assertThatThrownBy(() -> Patchbay.start(settings))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("MANAGEMENT_ADDRESS");
        }
    }

    private static boolean reaches(String address, int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.ofLiteral(address), port)) {
            return socket.isConnected();
        } catch (ConnectException refused) {
            return false;
        }
    }
}
