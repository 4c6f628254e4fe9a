package dev.patchbay.adapter.web.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.domain.certificate.CertificateChain;
import dev.patchbay.domain.certificate.CertificateNames;
import dev.patchbay.domain.certificate.Challenge;
import dev.patchbay.domain.certificate.ChallengeToken;
import dev.patchbay.domain.certificate.KeyAndChain;
import dev.patchbay.port.certificate.TestAuthority;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServingTest {
    private static final CertificateNames NAMES = CertificateNames.of(TlsSite.NAME);
    private static final Instant NOW = Instant.now();

    private final TestAuthority authority = new TestAuthority("Test Root", NOW);
    private final TlsSite site = TlsSite.open();

    @AfterEach
    void close() {
        site.close();
    }

    private KeyAndChain issued() {
        return authority.issue(NAMES, NOW.minus(Duration.ofHours(1)), NOW.plus(Duration.ofDays(90)));
    }

    @Test
    void before_the_first_certificate_a_placeholder_is_shown_and_never_clear_text() {
        assertThat(site.served().isPlaceholder()).isTrue();
        assertThat(site.served().chain())
                .hasValueSatisfying(chain -> assertThat(chain.covers(NAMES)).isTrue());
        assertThat(site.shown()).isEqualTo(site.served().chain().orElseThrow().leaf());
        assertThat(TlsSelfTest.problem(site.tlsPort(), site.served().chain().orElseThrow()))
                .isEmpty();
    }

    @Test
    void new_connections_are_shown_the_new_certificate_and_open_ones_live_on() throws Exception {
        KeyAndChain first = issued();
        site.show(first);
        try (SSLSocket open = site.connect()) {
            assertThat(TlsSite.leaf(open)).isEqualTo(first.chain().leaf());

            KeyAndChain second = issued();
            site.show(second);

            assertThat(site.shown()).isEqualTo(second.chain().leaf());
            assertThat(TlsSite.ask(open, "GET /auth/nothing")).startsWith("HTTP/1.1 404");
            assertThat(site.served().isPlaceholder()).isFalse();
        }
    }

    @Test
    void what_no_connection_can_be_made_with_is_refused_and_what_was_shown_stays() {
        KeyAndChain first = issued();
        site.show(first);
        KeyAndChain mixedUp = new KeyAndChain(issued().key(), issued().chain());

        assertThatThrownBy(() -> site.show(mixedUp)).isInstanceOf(IllegalArgumentException.class);
        assertThat(site.shown()).isEqualTo(first.chain().leaf());

        KeyAndChain next = issued();
        site.show(next);
        assertThat(site.shown()).isEqualTo(next.chain().leaf());
    }

    @Test
    void the_self_test_notices_clear_text_and_another_certificate() {
        CertificateChain other = issued().chain();
        assertThat(TlsSelfTest.problem(site.tlsPort(), other)).isPresent();
        try (TlsSite careless = TlsSite.misled("micronaut.server.ssl.enabled", false)) {
            CertificateChain shown = careless.served().chain().orElseThrow();
            assertThat(TlsSelfTest.problem(careless.tlsPort(), shown)).contains("answers in clear text");
        }
        try (TlsSite nameless = TlsSite.misled("micronaut.server.netty.listeners.tls.ssl", false)) {
            CertificateChain shown = nameless.served().chain().orElseThrow();
            assertThat(TlsSelfTest.problem(nameless.tlsPort(), shown)).contains("answers in clear text");
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
        GET    | /                                    | https://music.example/
        GET    | /a%2Fb/%E2%82%AC?q=%20a+b&c          | https://music.example/a%2Fb/%E2%82%AC?q=%20a+b&c
        GET    | /x?                                  | https://music.example/x?
        POST   | /auth/google/login                   | https://music.example/auth/google/login
        DELETE | /user?a=1                            | https://music.example/user?a=1
        GET    | http://evil.example/x?y              | https://music.example/x?y
        GET    | //evil.example/x                     | https://music.example/x
        GET    | @evil.example/x                      | https://music.example/
        GET    | .evil.example/x                      | https://music.example/
        GET    | /.well-known/acme-challenge/         | https://music.example/.well-known/acme-challenge/
        GET    | /.well-known/acme-challenge/a/../b   | https://music.example/.well-known/acme-challenge/a/../b
        GET    | /assets/none                         | https://music.example/assets/none
        """)
    void clear_text_is_led_to_the_public_address_with_path_and_query(String method, String target, String there) {
        String answer = site.plainly(method + " " + target);

        assertThat(answer.lines()).contains("HTTP/1.1 308 Permanent Redirect");
        assertThat(answer.lines()
                        .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("location: ")))
                .extracting(line -> line.substring("location: ".length()))
                .isEqualTo(List.of(there));
        assertThat(answer)
                .doesNotContainIgnoringCase("strict-transport-security")
                .contains("nosniff");
    }

    @Test
    void over_tls_everything_is_served_and_browsers_are_told_to_stay() throws Exception {
        try (SSLSocket open = site.connect()) {
            assertThat(TlsSite.ask(open, "GET /nothing"))
                    .startsWith("HTTP/1.1 404")
                    .containsIgnoringCase("strict-transport-security: max-age=31536000");
        }
    }

    @Test
    void a_challenge_is_answered_in_clear_text_and_unknown_ones_are_not() {
        site.store
                .challenges()
                .put(new Challenge(
                        new ChallengeToken("the-token_1"), "the-token_1.thumbprint", NOW.plus(Duration.ofHours(1))));

        String answer = site.plainly("GET /.well-known/acme-challenge/the-token_1");

        assertThat(answer).startsWith("HTTP/1.1 200").containsIgnoringCase("content-type: text/plain");
        assertThat(answer).endsWith("\r\n\r\nthe-token_1.thumbprint");
        for (String other : List.of("the-token_2", "the-token_1%20", "%00", "a".repeat(300))) {
            assertThat(site.plainly("GET /.well-known/acme-challenge/" + other)).startsWith("HTTP/1.1 404");
        }
    }
}
