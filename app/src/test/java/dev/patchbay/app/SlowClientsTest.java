package dev.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hundreds who say what they want letter by letter, or nothing at all, and somebody in a hurry among them. */
class SlowClientsTest {
    private static final int OF_EACH = 100;

    private static final List<String> BEGINNINGS = List.of(
            // A head, a body, chunks, and nothing.
            "GET /auth/providers HTTP/1.1\r\nHost: x\r\nX: ",
            "POST /auth/google/login HTTP/1.1\r\n"
                    + "Host: x\r\n"
                    + "Content-Type: application/json\r\n"
                    + "Content-Length: 60000\r\n\r\n",
            "POST /auth/session HTTP/1.1\r\n"
                    + "Host: x\r\n"
                    + "Content-Type: application/json\r\n"
                    + "Transfer-Encoding: chunked\r\n\r\n"
                    + "fff\r\n",
            "");

    @TempDir
    Path folder;

    @Test
    void somebody_in_a_hurry_is_answered_all_the_while_and_the_slow_are_hung_up_on() throws Exception {
        try (World world = World.usual()) {
            Map<String, String> settings = world.settings(folder);
            settings.putAll(Map.of("REQUEST_HEAD_SECONDS", "3", "REQUEST_BODY_SECONDS", "3", "IDLE_SECONDS", "4"));
            try (Patchbay service = Patchbay.start(settings)) {
                Browser ann = world.connected(service.baseUrl(), "ann");
                String token = ann.accessToken();
                List<Socket> slow = new ArrayList<>();
                var raw = new RawHttp(service.address());
                for (int i = 0; i < OF_EACH; i++) {
                    for (String beginning : BEGINNINGS) {
                        Socket socket = raw.open();
                        socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
                        slow.add(socket);
                    }
                }
                var done = new AtomicBoolean();
                Thread trickle = Thread.ofVirtual().start(() -> trickle(slow, done));
                int answered = 0;
                while (!done.get()) {
                    assertThat(ann.accessToken()).isEqualTo(token);
                    answered++;
                }
                trickle.join();
                assertThat(answered).isGreaterThan(20);
                assertThat(slow).allMatch(Socket::isClosed);
            }
        }
    }

    /** A letter for each that began to speak, again and again, until all of them were hung up on. */
    private static void trickle(List<Socket> sockets, AtomicBoolean done) {
        for (int round = 0; round < 300 && !sockets.stream().allMatch(Socket::isClosed); round++) {
            for (int i = 0; i < sockets.size(); i++) {
                Socket socket = sockets.get(i);
                boolean silent = BEGINNINGS.get(i % BEGINNINGS.size()).isEmpty();
                boolean _ = socket.isClosed() || (silent ? isOver(socket) : isCut(socket));
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                break;
            }
        }
        done.set(true);
    }

    private static boolean isOver(Socket socket) {
        try {
            socket.setSoTimeout(1);
            if (socket.getInputStream().read() >= 0) {
                return false;
            }
            socket.close();
            return true;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (IOException reset) {
            return closed(socket);
        }
    }

    private static boolean isCut(Socket socket) {
        try {
            socket.getOutputStream().write('a');
            return false;
        } catch (IOException cut) {
            return closed(socket);
        }
    }

    private static boolean closed(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is.
        }
        return true;
    }
}
