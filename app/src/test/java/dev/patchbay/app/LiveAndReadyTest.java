package dev.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.adapter.persistence.MariaDbServer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Health, on a port of its own. */
class LiveAndReadyTest {
    @Test
    void live_says_up_whatever_the_database_does_and_ready_follows_it() {
        try (World world = World.usual();
                MariaDbServer server = MariaDbServer.start()) {
            Map<String, String> settings = world.settings(server.freshSchema());
            settings.put("DATABASE_USER", server.user());
            int port = World.freePort();
            settings.put("MANAGEMENT_PORT", String.valueOf(port));
            try (Patchbay service = Patchbay.start(settings)) {
                Browser probe = new Browser(URI.create("http://127.0.0.1:" + port));
                assertThat(probe.get("/health/live").status()).isEqualTo(200);
                assertThat(probe.get("/health/ready").status()).isEqualTo(200);
                for (String other :
                        List.of("/health/nothing", "/beans", "/env", "/loggers", "/routes", "/threaddump")) {
                    assertThat(probe.get(other).status()).as(other).isEqualTo(404);
                }
                assertThat(new Browser(service.baseUrl()).get("/health/live").status())
                        .as("not on the public port")
                        .isEqualTo(404);

                server.close();

                assertThat(probe.get("/health/live").status()).isEqualTo(200);
                assertThat(probe.get("/health/ready").status()).isEqualTo(503);
            }
        }
    }
}
