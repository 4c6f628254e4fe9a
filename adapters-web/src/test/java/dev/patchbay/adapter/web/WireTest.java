package dev.patchbay.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What connections may take, by raw sockets. Times are short ones, and nothing is said about how long things last. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WireTest {
    private static final String HEAD = "POST /auth/google/login HTTP/1.1\r\nHost: x\r\n";
    private static final String CHUNKED = HEAD + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";

    private final TestService service = TestService.start(Map.of(
            "REQUEST_HEAD_SECONDS", "1", "REQUEST_BODY_SECONDS", "1", "IDLE_SECONDS", "2", "MAX_CONNECTIONS", "20"));

    @AfterAll
    void stop() {
        service.close();
    }

    private Socket open() throws IOException {
        var socket =
                new Socket(InetAddress.getLoopbackAddress(), service.address().getPort());
        socket.setSoTimeout(10_000);
        return socket;
    }

    private static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /** Says that slowly, until they hang up. */
    private static void trickle(Socket socket, String text) throws IOException {
        try (socket) {
            for (int i = 0; i < 400; i++) {
                say(socket, String.valueOf(text.charAt(i % text.length())));
                Thread.sleep(25);
            }
            throw new AssertionError("still heard after 10 s");
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } catch (IOException hungUp) {
            // As it should be.
        }
    }

    @Test
    void a_head_that_trickles_in_is_not_waited_for() throws IOException {
        Socket socket = open();
        say(socket, HEAD);
        trickle(socket, "X-A: b\r\n");
    }

    @Test
    void a_body_that_trickles_in_is_not_waited_for() throws IOException {
        Socket socket = open();
        say(socket, HEAD + "Content-Type: application/json\r\nContent-Length: 60000\r\n\r\n");
        trickle(socket, " ");
    }

    @Test
    void chunks_that_trickle_in_are_not_waited_for() throws IOException {
        Socket socket = open();
        say(socket, CHUNKED);
        trickle(socket, "1\r\n \r\n");
    }

    @Test
    void somebody_who_says_nothing_is_hung_up_on() throws IOException {
        try (Socket socket = open()) {
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
        try (Socket socket = open()) {
            say(socket, "GET /auth/providers HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1))
                    .startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void a_body_in_chunks_that_is_too_large_is_refused_at_once() throws IOException {
        try (Socket socket = open()) {
            say(socket, CHUNKED);
            String chunk = "10000\r\n" + " ".repeat(0x10000) + "\r\n";
            int sent = 0;
            try {
                for (; sent < 1000; sent++) {
                    say(socket, chunk);
                }
            } catch (IOException hungUp) {
                assertThat(sent).isLessThan(500);
                return;
            }
            throw new AssertionError("64 MiB were taken");
        }
    }

    @Test
    void a_request_has_a_hundred_headers_at_most() throws IOException {
        for (int headers : new int[] {98, 101}) {
            try (Socket socket = open()) {
                say(
                        socket,
                        "GET /auth/providers HTTP/1.1\r\nHost: x\r\n" + "A: b\r\n".repeat(headers)
                                + "Connection: close\r\n\r\n");
                String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
                assertThat(answer).startsWith(headers == 98 ? "HTTP/1.1 200 " : "HTTP/1.1 4");
                assertThat(answer).contains("X-Content-Type-Options: nosniff");
            }
        }
    }

    @Test
    void requests_that_come_in_a_row_are_answered_in_a_row() throws IOException {
        try (Socket socket = open()) {
            int asked = 300;
            say(socket, "GET /auth/providers HTTP/1.1\r\nHost: x\r\n\r\n".repeat(asked));
            say(socket, "GET /no/such HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            assertThat(answers.split("HTTP/1.1 200 ", -1)).hasSize(asked + 1);
            assertThat(answers.substring(answers.lastIndexOf("HTTP/1.1 "))).startsWith("HTTP/1.1 404 ");
        }
    }

    @Test
    void there_are_so_many_connections_and_no_more() throws Exception {
        Socket[] sockets = new Socket[40];
        int answered = 0;
        try {
            for (int i = 0; i < sockets.length; i++) {
                sockets[i] = open();
            }
            for (Socket socket : sockets) {
                try {
                    say(socket, "GET /auth/providers HTTP/1.1\r\nHost: x\r\n\r\n");
                    answered += socket.getInputStream().read() > 0 ? 1 : 0;
                } catch (IOException reset) {
                    // One too many.
                }
            }
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
        assertThat(answered).isBetween(1, 20);
    }
}
