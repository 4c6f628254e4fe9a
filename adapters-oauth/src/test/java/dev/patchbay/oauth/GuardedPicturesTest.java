package dev.patchbay.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.patchbay.port.picture.Picture;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardedPicturesTest {
    private static final byte[] PNG = latin("\u0089PNG\r\n\u001a\n and so on");

    private final GuardedHttp http = new GuardedHttp(Clock.systemUTC());
    private final AtomicInteger asked = new AtomicInteger();
    private volatile byte[] body = PNG;
    private HttpServer server;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.getResponseHeaders().set("Content-Type", "image/svg+xml");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
        http.close();
    }

    @Test
    void a_picture_is_what_its_bytes_are_whatever_is_said_of_it() {
        assertThat(here().at(address())).map(Picture::mediaType).contains("image/png");
        assertThat(type("\u00ff\u00d8\u00ff\u00e0 JFIF")).isEqualTo("image/jpeg");
        assertThat(type("GIF89a and so on")).isEqualTo("image/gif");
        assertThat(type("RIFF1234WEBPVP8 ")).isEqualTo("image/webp");
        assertThat(type("<svg xmlns='http://www.w3.org/2000/svg'/>")).isEqualTo("none");
        assertThat(type("<script>alert(1)</script>")).isEqualTo("none");
        assertThat(type("")).isEqualTo("none");
    }

    @Test
    void what_is_too_large_is_none() {
        body = Arrays.copyOf(PNG, 300 * 1024);

        assertThat(here().at(address())).isEmpty();
    }

    @Test
    void a_public_service_fetches_nothing_from_its_own_machine() {
        assertThat(out().at(address())).isEmpty();
        assertThat(out().at(address().replace("127.0.0.1", "localhost"))).isEmpty();
        assertThat(asked).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://10.0.0.1/a.png",
                "https://192.168.1.1/a.png",
                "https://172.16.0.1/a.png",
                "https://169.254.169.254/latest/meta-data",
                "https://100.64.0.1/a.png",
                "https://0.0.0.0/a.png",
                "https://[::1]/a.png",
                "https://[fd00::1]/a.png",
                "https://[fe80::1]/a.png",
                "https://[::ffff:10.0.0.1]/a.png",
                "http://pictures.example/a.png",
                "https://user@pictures.example/a.png",
                "file:///etc/passwd",
                "data:image/png;base64,AAAA",
                "not an address",
                ""
            })
    void addresses_of_the_inside_and_what_is_none_are_not_called(String address) {
        assertThat(out().at(address)).isEmpty();
    }

    private GuardedPictures here() {
        return new GuardedPictures(http, URI.create("http://127.0.0.1:8080"));
    }

    private GuardedPictures out() {
        return new GuardedPictures(http, URI.create("https://patchbay.example"));
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/ann.svg";
    }

    private static String type(String bytes) {
        return GuardedPictures.picture(latin(bytes)).map(Picture::mediaType).orElse("none");
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
