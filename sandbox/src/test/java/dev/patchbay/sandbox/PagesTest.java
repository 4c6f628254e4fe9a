package dev.patchbay.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PagesTest {
    private static final String HOSTILE = "\"><script>alert('x')</script>&amp;";

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
    private final App app = App.google(sandbox);
    private final App spotify = App.spotify(sandbox);

    @AfterEach
    void close() {
        app.close();
        spotify.close();
        sandbox.close();
    }

    private static void assertHarmless(App.Answer page) {
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'", "frame-ancestors 'none'");
        assertThat(page.body()).doesNotContain("<script").contains("&lt;script&gt;");
    }

    @Test
    void hostile_names_and_parameters_are_shown_as_text() {
        sandbox.google().addPerson(HOSTILE, HOSTILE);
        sandbox.spotify().addPerson(HOSTILE, HOSTILE);

        assertHarmless(app.get(app.authUrl(), ""));
        assertHarmless(spotify.get(spotify.authUrl(), ""));
        assertHarmless(app.get(sandbox.home(), ""));
    }

    @Test
    void a_hostile_state_is_shown_as_text() {
        assertHarmless(app.get(app.authUrl(Map.of("state", HOSTILE)), ""));
        assertHarmless(spotify.get(spotify.authUrl(Map.of("state", HOSTILE)), ""));
    }

    @Test
    void a_hostile_state_comes_back_unchanged() {
        URI returned = sandbox.google().approve(app.authUrl(Map.of("state", HOSTILE)), "ann");

        assertThat(App.query(returned)).containsEntry("state", HOSTILE);
    }

    @Test
    void a_person_can_be_added_on_the_page() {
        Map<String, String> decision = new LinkedHashMap<>(App.query(app.authUrl()));
        decision.put("name", "Zoë O'Hara");
        decision.put("email", "zoe@example.org");

        App.Answer answer = app.post(URI.create(sandbox.googleIssuer() + "/authorize/decision"), decision, "");

        assertThat(answer.status()).isEqualTo(302);
        assertThat(sandbox.google().people()).extracting("name").contains("Zoë O'Hara");
        assertThat(app.exchange(App.code(URI.create(answer.header("Location")))).status())
                .isEqualTo(200);
    }

    @Test
    void faults_and_rotation_can_be_ordered_by_form() {
        URI control = sandbox.home().resolve("/control/spotify");
        String refreshToken = spotify.exchange(App.code(sandbox.spotify().approve(spotify.authUrl(), "ann")))
                .text("refresh_token");

        assertThat(app.post(control, Map.of("fault", "bad-gateway", "times", "2"), "")
                        .json())
                .containsEntry("faults", List.of("bad-gateway", "bad-gateway"));
        assertThat(spotify.refresh(refreshToken).status()).isEqualTo(502);
        app.post(control, Map.of("calm", "yes"), "");
        app.post(control, Map.of("rotation", "rotate"), "");
        assertThat(spotify.refresh(refreshToken).json()).containsKey("refresh_token");
        app.post(control, Map.of("withdraw", "ann"), "");
        assertThat(sandbox.ledger().liveRefreshTokens("spotify", "ann")).isEmpty();
        app.post(control, Map.of("seat", "off", "person", "ann", "premium", "lapsed"), "");

        assertThat(app.post(control, Map.of("fault", "no-such-thing"), "").status())
                .isEqualTo(400);
        assertThat(app.post(control, Map.of("fault", "hang", "times", "0"), "").status())
                .isEqualTo(400);
        assertThat(app.post(control, Map.of("calm", "yes"), "", "Accept", "text/html")
                        .status())
                .as("a browser goes back to the page")
                .isEqualTo(302);
    }

    @Test
    void orders_from_foreign_pages_are_refused() {
        URI control = sandbox.home().resolve("/control/spotify");

        assertThat(app.post(control, Map.of("fault", "hang"), "", "Origin", "https://evil.example")
                        .status())
                .isEqualTo(403);
        assertThat(app.post(control, Map.of("fault", "hang"), "", "Origin", "null")
                        .status())
                .isEqualTo(403);
        assertThat(sandbox.spotify().pendingFaults()).isEmpty();
    }

    @Test
    void only_loopback_names_are_answered() throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), sandbox.home().getPort())) {
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 421");
        }
    }

    @Test
    void the_ledger_on_the_page_holds_no_secret() {
        App.Answer tokens = app.exchange(App.code(sandbox.google().approve(app.authUrl(), "ann")));
        String refreshToken = spotify.exchange(App.code(sandbox.spotify().approve(spotify.authUrl(), "ann")))
                .text("refresh_token");
        spotify.refresh(refreshToken);

        String ledger = app.get(sandbox.home().resolve("/control/ledger"), "").body();

        assertThat(ledger).contains("spotify-grant-", "REFRESH", "ISSUED");
        assertThat(sandbox.ledger().issuedSecrets())
                .contains(refreshToken, tokens.text("access_token"), tokens.text("id_token"))
                .contains(SandboxOptions.TELEGRAM_BOT.token())
                .hasSize(8)
                .allSatisfy(secret -> {
                    assertThat(ledger).doesNotContain(secret);
                    assertThat(sandbox.ledger().events().toString()).doesNotContain(secret);
                    assertThat(sandbox.ledger().tokens().toString()).doesNotContain(secret);
                });
    }

    @Test
    void the_program_prints_addresses_and_no_secret() {
        SandboxOptions options = Main.optionsOf("--port", "0", "--token-life", "60");

        String text = Main.describe(sandbox, options);

        assertThat(options.accessTokenLife()).hasSeconds(60);
        assertThat(text)
                .contains("GOOGLE_ISSUER=" + sandbox.googleIssuer(), "SPOTIFY_API_URL=" + sandbox.spotifyApiUrl())
                .contains("TELEGRAM_API_URL=" + sandbox.telegramApiUrl(), "BOT_USERNAME=patchbay_sandbox_bot")
                .doesNotContain(
                        SandboxOptions.GOOGLE_CLIENT.secret(),
                        SandboxOptions.SPOTIFY_CLIENT.secret(),
                        SandboxOptions.TELEGRAM_BOT.token());
    }
}
