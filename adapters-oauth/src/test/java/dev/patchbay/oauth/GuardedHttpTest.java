package dev.patchbay.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.domain.vault.Secret;
import dev.patchbay.oauth.HttpAnswer.Answered;
import dev.patchbay.oauth.HttpAnswer.NoAnswer;
import dev.patchbay.oauth.HttpAnswer.Why;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardedHttpTest {
    private final GuardedHttp http = new GuardedHttp(Clock.systemUTC());

    @AfterEach
    void close() {
        http.close();
    }

    @Test
    void an_answer_of_any_status_is_an_answer() {
        try (LocalServer server = new LocalServer(asked -> new LocalServer.Reply(418, "{\"a\":1}", "X-One: two"))) {
            HttpAnswer answer = http.send(HttpCall.post(server.at("/x"), new Form().with("a b", "c&d")));

            assertThat(answer).isInstanceOfSatisfying(Answered.class, answered -> {
                assertThat(answered.status()).isEqualTo(418);
                assertThat(answered.headers().first("x-one")).contains("two");
                assertThat(answered.body().object()).isPresent();
            });
            assertThat(server.asked()).singleElement().satisfies(asked -> {
                assertThat(asked.body()).isEqualTo("a+b=c%26d");
                assertThat(asked.userAgent()).isEqualTo("Patchbay");
            });
        }
    }

    @Test
    void json_is_posted_as_it_is() {
        try (LocalServer server = new LocalServer(asked -> LocalServer.Reply.json("{}"))) {
            http.send(HttpCall.post(server.at("/x"), "{\"a\":\"\u00e4\"}"));

            assertThat(server.asked()).singleElement().satisfies(asked -> assertThat(asked.body())
                    .isEqualTo("{\"a\":\"\u00e4\"}"));
        }
    }

    @Test
    void a_call_prints_its_path_unless_that_is_secret() {
        HttpCall call = HttpCall.post(URI.create("https://example.com/bot42:secret/getMe?x"), "{}");

        assertThat(call).hasToString("POST example.com/bot42:secret/getMe");
        assertThat(call.withSecretPath().within(Duration.ofSeconds(1))).hasToString("POST example.com");
    }

    @Test
    void a_redirect_is_not_followed() {
        try (LocalServer server = new LocalServer(asked -> new LocalServer.Reply(302, "", "Location: /elsewhere"))) {
            assertThat(http.send(HttpCall.get(server.at("/here")))).isInstanceOfSatisfying(Answered.class, answered -> {
                assertThat(answered.status()).isEqualTo(302);
            });
            assertThat(server.asked()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com/",
                "ftp://127.0.0.1/",
                "file:///etc/passwd",
                "http://127.0.0.1.example.com/",
                "https://user:password@example.com/",
                "http://192.168.1.1/",
                "http://127.1/",
                "mailto:ann@example.com"
            })
    void an_address_that_is_neither_https_nor_loopback_is_not_called(String address) {
        assertThat(http.send(HttpCall.get(URI.create(address)))).isEqualTo(new NoAnswer(Why.ADDRESS_NOT_ALLOWED));
    }

    @Test
    void a_post_is_not_resent_when_a_kept_connection_closes_without_a_byte() {
        try (ClosingServer server = new ClosingServer()) {
            HttpCall call = HttpCall.post(server.address(), new Form().with("grant_type", "refresh_token"));
            assertThat(http.send(call)).isInstanceOf(Answered.class);

            assertThat(http.send(call)).isEqualTo(new NoAnswer(Why.BROKEN_OFF));
            assertThat(server.requests()).isEqualTo(2);
            assertThat(server.connections()).as("the connection was kept").isEqualTo(1);
        }
    }

    @Test
    void a_get_is_repeated_once_when_a_kept_connection_was_closed() {
        try (ClosingServer server = new ClosingServer()) {
            assertThat(http.send(HttpCall.get(server.address()))).isInstanceOf(Answered.class);

            assertThat(http.send(HttpCall.get(server.address()))).isEqualTo(new NoAnswer(Why.BROKEN_OFF));
            assertThat(server.requests()).isEqualTo(3);
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void nobody_listening_is_no_connection() {
        URI gone;
        try (LocalServer server = new LocalServer(asked -> LocalServer.Reply.json("{}"))) {
            gone = server.at("/");
        }
        assertThat(http.send(HttpCall.get(gone))).isEqualTo(new NoAnswer(Why.NOT_CONNECTED));
    }

    @Test
    void the_deadline_covers_a_body_that_trickles() {
        try (TricklingServer server = new TricklingServer()) {
            Instant before = Instant.now();

            assertThat(http.send(HttpCall.get(server.address()).within(Duration.ofMillis(600))))
                    .isEqualTo(new NoAnswer(Why.TIMED_OUT));
            assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void a_body_of_64_kib_is_read_and_one_byte_more_is_too_large() {
        try (LocalServer server = new LocalServer(asked -> LocalServer.Reply.json(
                "x".repeat(asked.path().equals("/fits") ? GuardedHttp.BODY_CAP : GuardedHttp.BODY_CAP + 1)))) {
            assertThat(http.send(HttpCall.get(server.at("/fits")))).isInstanceOf(Answered.class);
            assertThat(http.send(HttpCall.get(server.at("/more")))).isEqualTo(new NoAnswer(Why.TOO_LARGE));
        }
    }

    @Test
    void a_call_outlives_the_interruption_of_its_caller() throws InterruptedException {
        try (LocalServer server = new LocalServer(asked -> {
            sleep(Duration.ofMillis(400));
            return LocalServer.Reply.json("{}");
        })) {
            AtomicReference<Object> seen = new AtomicReference<>();
            Thread caller = Thread.ofVirtual().start(() -> {
                HttpAnswer answer = http.send(HttpCall.get(server.at("/")));
                seen.set(answer.getClass().getSimpleName()
                        + Thread.currentThread().isInterrupted());
            });
            caller.interrupt();
            caller.join();

            assertThat(seen).hasValue("Answeredtrue");
        }
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void credentials_are_form_encoded_before_they_become_basic() {
        try (LocalServer server = new LocalServer(asked -> LocalServer.Reply.json("{}"))) {
            http.send(HttpCall.get(server.at("/")).basic("an:id", Secret.of("p%ss wörd")));

            byte[] pair = "an%3Aid:p%25ss+w%C3%B6rd".getBytes(StandardCharsets.US_ASCII);
            assertThat(server.asked().getFirst().authorization())
                    .isEqualTo("Basic " + Base64.getEncoder().encodeToString(pair));
        }
    }

    @Test
    void a_value_that_no_header_can_carry_is_not_quoted() {
        HttpCall call = HttpCall.get(URI.create("http://127.0.0.1/"));

        assertThatThrownBy(() -> call.bearer(Secret.of("tok\r\nen")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("tok");
    }

    @Test
    void neither_call_nor_answer_prints_what_it_carries() {
        try (LocalServer server = new LocalServer(
                asked -> new LocalServer.Reply(200, "{\"access_token\":\"hidden\"}", "Set-Cookie: hidden"))) {
            HttpCall call = HttpCall.post(server.at("/t?q=hidden"), new Form().with("code", "hidden"))
                    .bearer(Secret.of("hidden"));

            assertThat(call.toString()).startsWith("POST ").doesNotContain("hidden");
            assertThat(http.send(call).toString()).contains("200").doesNotContain("hidden");
            assertThat(new Form().with("code", "hidden")).hasToString("[code]");
        }
    }
}
