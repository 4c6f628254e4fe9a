package dev.patchbay.adapter.spotify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.clientapp.AppFindings;
import dev.patchbay.domain.clientapp.AppFindings.Finding;
import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.oauth.GuardedHttp;
import dev.patchbay.oauth.LocalServer;
import dev.patchbay.sandbox.Sandbox;
import dev.patchbay.sandbox.SandboxOptions;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SpotifyPreflightTest {
    private static final URI CALLBACK = URI.create("http://127.0.0.1:8080/platforms/spotify/callback");

    private final LocalServer server = new LocalServer(asked -> LocalServer.Reply.of(500, ""));
    private final GuardedHttp http = new GuardedHttp(Clock.systemUTC());
    private final SpotifyPlatform spotify =
            new SpotifyPlatform(http, new SpotifySettings(server.at("/accounts"), server.at("/v1")));

    @AfterEach
    void close() {
        http.close();
        server.close();
    }

    @Test
    void at_the_sandbox_a_wrong_id_and_a_wrong_secret_are_told_apart_and_nothing_else_is_called_good() {
        var right = SandboxOptions.SPOTIFY_CLIENT;
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults())) {
            var platform = new SpotifyPlatform(
                    http, new SpotifySettings(sandbox.spotifyAccountsUrl(), sandbox.spotifyApiUrl()));

            assertThat(kinds(platform.check(app(right.id(), right.secret()))))
                    .containsExactly("Good", "Good", "NotChecked", "NotChecked");
            assertThat(kinds(platform.check(app(right.id(), "no"))))
                    .containsExactly("NotChecked", "Wrong", "NotChecked", "NotChecked");
            assertThat(kinds(platform.check(app("nobody", right.secret()))))
                    .containsExactly("Wrong", "NotChecked", "NotChecked", "NotChecked");
        }
    }

    @Test
    void a_refusal_that_does_not_say_of_what_makes_both_suspect() {
        assertThat(kinds(answering(400, "{\"error\":\"invalid_client\"}")))
                .containsExactly("Wrong", "Wrong", "NotChecked", "NotChecked");
    }

    @Test
    void an_owner_without_premium_is_seen_when_spotify_says_so() {
        AppFindings findings = answering(403, "Active premium subscription required for the owner of the app.");

        assertThat(kinds(findings)).containsExactly("NotChecked", "NotChecked", "NotChecked", "Wrong");
        assertThat(findings.app().words()).isEqualTo(Cause.APP_OWNER_NOT_PREMIUM.words());
    }

    @Test
    void what_says_nothing_of_the_app_leaves_all_open() {
        for (var said : List.of(
                answering(502, "<html>bad gateway</html>"),
                answering(503, "{\"error\":\"invalid_client\"}"),
                answering(429, ""),
                answering(200, "{}"),
                answering(200, "<html>welcome</html>"),
                answering(302, ""),
                answering(400, "{\"error\":\"invalid_request\"}"),
                answering(403, "<html>not here</html>"))) {
            assertThat(kinds(said)).containsOnly("NotChecked");
        }
    }

    @Test
    void nothing_that_spotify_sent_gets_into_the_words() {
        assertThat(answering(400, "{\"error\":\"invalid_client\",\"error_description\":\"<b>canary</b>\"}")
                        .toString())
                .doesNotContain("canary");
    }

    @Test
    void a_public_client_is_not_asked_about() {
        AppFindings findings = spotify.check(new ClientApp(id("abc"), ClientApp.Kind.OWN, Optional.empty(), CALLBACK));

        assertThat(kinds(findings)).containsOnly("NotChecked");
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void an_address_that_spotify_never_registers_is_wrong() {
        for (String never : List.of("http://localhost:8080/x", "http://192.168.1.5/x", "https://localhost/x")) {
            assertThat(redirect(never)).as(never).isInstanceOf(Finding.Wrong.class);
        }
        for (String may : List.of("https://music.example/x", "http://127.0.0.1:1/x", "http://[::1]:1/x")) {
            assertThat(redirect(may)).as(may).isInstanceOf(Finding.NotChecked.class);
        }
    }

    private Finding redirect(String uri) {
        return spotify.check(new ClientApp(id("abc"), ClientApp.Kind.OWN, Optional.empty(), URI.create(uri)))
                .redirectUri();
    }

    private AppFindings answering(int status, String body) {
        server.answer(asked -> LocalServer.Reply.of(status, body));
        return spotify.check(app("abc", "hush"));
    }

    private static ClientApp app(String clientId, String secret) {
        return new ClientApp(id(clientId), ClientApp.Kind.OWN, Optional.of(Secret.of(secret)), CALLBACK);
    }

    private static ClientAppId id(String clientId) {
        return new ClientAppId(new ProviderId("spotify"), clientId);
    }

    private static List<String> kinds(AppFindings findings) {
        return List.of(findings.clientId(), findings.clientSecret(), findings.redirectUri(), findings.app()).stream()
                .map(finding -> finding.getClass().getSimpleName())
                .toList();
    }
}
