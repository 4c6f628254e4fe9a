package dev.patchbay.adapter.acme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import dev.patchbay.domain.certificate.CertificateName;
import dev.patchbay.domain.certificate.CertificateNames;
import dev.patchbay.domain.certificate.Challenge;
import dev.patchbay.domain.certificate.ChallengeToken;
import dev.patchbay.domain.certificate.OrderFailure.Obstacle;
import dev.patchbay.port.certificate.ReachesItself.Reach;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpReachesItselfTest {
    private static final CertificateName NAME =
            CertificateNames.of("music.example.test").first();
    private static final Challenge CHALLENGE = new Challenge(new ChallengeToken("abc"), "abc.key", Instant.MAX);

    private final AtomicReference<String> host = new AtomicReference<>("");
    private HttpServer server;

    @BeforeEach
    void somebody_listens() throws IOException {
        server = HttpServer.create(new InetSocketAddress(address("127.0.0.1"), 0), 0);
        server.start();
    }

    @AfterEach
    void and_goes() {
        server.stop(0);
    }

    @Test
    void our_own_answer_is_found_under_the_name() throws IOException {
        answering(200, "abc.key");

        assertThat(reach("127.0.0.1")).isEqualTo(new Reach.Reached());
        assertThat(host.get()).isEqualTo("music.example.test");
    }

    @Test
    void an_address_is_asked_by_itself() throws IOException {
        answering(200, "abc.key");
        var self = new HttpReachesItself(port(), any -> {
            throw new AssertionError("nobody looks an address up");
        });

        assertThat(self.reach(CertificateNames.of("127.0.0.1").first(), CHALLENGE))
                .isEqualTo(new Reach.Reached());
        assertThat(host.get()).isEqualTo("127.0.0.1");
    }

    @Test
    void a_name_without_an_address_is_a_matter_of_dns() {
        var self = new HttpReachesItself(port(), any -> {
            throw new UnknownHostException(any);
        });

        assertMissed(self.reach(NAME, CHALLENGE), Obstacle.DNS, "A record");
    }

    @Test
    void a_closed_port_is_told_with_the_address() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, address("127.0.0.1"))) {
            closed = socket.getLocalPort();
        }
        InetAddress here = address("127.0.0.1");

        assertMissed(
                new HttpReachesItself(closed, any -> List.of(here)).reach(NAME, CHALLENGE), Obstacle.PORT, "127.0.0.1");
    }

    @Test
    void somebody_elses_answer_is_told_apart() throws IOException {
        answering(404, "no");
        assertMissed(reach("127.0.0.1"), Obstacle.ANSWER, "status 404");
        server.removeContext("/");
        answering(200, "another.key");
        assertMissed(reach("127.0.0.1"), Obstacle.ANSWER, "status 200");
    }

    @Test
    void what_forwards_the_challenge_as_it_is_will_do() throws IOException {
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Location", "https://music.example.test" + exchange.getRequestURI());
            exchange.sendResponseHeaders(308, -1);
            exchange.close();
        });
        assertThat(reach("127.0.0.1")).isEqualTo(new Reach.Reached());
        server.removeContext("/");
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Location", "https://music.example.test/");
            exchange.sendResponseHeaders(308, -1);
            exchange.close();
        });
        assertMissed(reach("127.0.0.1"), Obstacle.ANSWER, "status 308");
    }

    @Test
    void all_addresses_have_to_lead_here_and_ipv6_is_named() throws IOException {
        answering(200, "abc.key");
        // Nobody listens there, whether or not this machine has IPv6.
        assertMissed(reach("::1", "127.0.0.1"), Obstacle.IPV6, "AAAA");
        assertMissed(reach("127.0.0.1", "::1"), Obstacle.IPV6, "AAAA");
    }

    @Test
    void a_second_address_of_the_same_kind_counts_too() throws IOException {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "elsewhere 127.0.0.2 is not there");
        answering(200, "abc.key");

        assertMissed(reach("127.0.0.1", "127.0.0.2"), Obstacle.PORT, "127.0.0.2");
    }

    @Test
    void an_answer_is_enough_where_nobody_closes_the_connection_and_silence_is_none() throws Exception {
        try (ServerSocket listening = new ServerSocket(0, 5, address("127.0.0.1"))) {
            InetAddress here = address("127.0.0.1");
            var self = new HttpReachesItself(listening.getLocalPort(), any -> List.of(here));
            Thread speaking = Thread.ofVirtual().start(() -> {
                try (Socket socket = listening.accept()) {
                    socket.getOutputStream()
                            .write("HTTP/1.1 200 OK\r\n\r\nabc.key".getBytes(StandardCharsets.US_ASCII));
                    listening.accept().getInputStream().transferTo(OutputStream.nullOutputStream());
                } catch (IOException e) {
                    // The test is over.
                }
            });
            assertThat(self.reach(NAME, CHALLENGE)).isEqualTo(new Reach.Reached());
            assertMissed(self.reach(NAME, CHALLENGE), Obstacle.PORT, "in time");
            speaking.join(Duration.ofSeconds(5));
        }
    }

    private Reach reach(String... addresses) throws UnknownHostException {
        List<InetAddress> all = new ArrayList<>();
        for (String one : addresses) {
            all.add(address(one));
        }
        return new HttpReachesItself(port(), any -> all).reach(NAME, CHALLENGE);
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private void answering(int status, String text) {
        byte[] body = text.getBytes(StandardCharsets.US_ASCII);
        server.createContext("/", exchange -> {
            host.set(exchange.getRequestHeaders().getFirst("Host"));
            boolean right = exchange.getRequestURI().getPath().equals(Challenge.PATH + "abc");
            exchange.sendResponseHeaders(right ? status : 500, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    private static InetAddress address(String text) throws UnknownHostException {
        return InetAddress.getByName(text);
    }

    private static void assertMissed(Reach reach, Obstacle obstacle, String told) {
        assertThat(reach).isInstanceOfSatisfying(Reach.Missed.class, missed -> {
            assertThat(missed.obstacle()).isEqualTo(obstacle);
            assertThat(missed.detail()).contains(told);
        });
    }
}
