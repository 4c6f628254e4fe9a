package dev.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.adapter.persistence.MariaDbServer;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whoever listens at one process hears of what happened at another. */
class LiveEventsTest {
    @Test
    void what_one_service_changed_is_heard_at_the_other_and_a_stop_ends_the_stream() throws Exception {
        try (World world = World.usual();
                MariaDbServer server = MariaDbServer.start()) {
            Map<String, String> settings = world.settings(server.freshSchema());
            settings.put("DATABASE_USER", server.user());
            settings.put("DRAIN_SECONDS", "0");
            Map<String, String> other = new HashMap<>(settings);
            other.put("PORT", String.valueOf(World.freePort()));
            try (Patchbay one = Patchbay.start(settings)) {
                Patchbay two = Patchbay.start(other);
                Browser atOne = world.connected(one.baseUrl(), "ann");
                try (Stream listening =
                        new Stream(two.address(), atOne.cookie("session").orElseThrow())) {
                    assertThat(listening.next("data:")).contains("\"state\":\"connected\"");
                    assertThat(atOne.delete("/user/platforms/spotify").status()).isEqualTo(200);
                    assertThat(listening.next("data:")).isEqualTo("data: {\"data\":[]}");
                    two.close();
                    assertThat(listening.next("never")).isEqualTo("(over)");
                }
            }
        }
    }

    private static final class Stream implements AutoCloseable {
        private final Socket socket;
        private final BufferedReader lines;

        Stream(URI service, String session) throws Exception {
            socket = new Socket("127.0.0.1", service.getPort());
            socket.setSoTimeout((int) Duration.ofSeconds(60).toMillis());
            String request = "GET /user/platforms/events HTTP/1.1\r\nHost: " + service.getAuthority()
                    + "\r\nAccept: text/event-stream\r\nAuthorization: Bearer " + session + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        }

        /** The next line that begins so; {@code (over)} when none comes any more. */
        String next(String beginning) throws Exception {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(beginning)) {
                    return line;
                }
            }
            return "(over)";
        }

        @Override
        public void close() throws Exception {
            socket.close();
        }
    }
}
