package dev.patchbay.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.sandbox.ledger.Endpoint;
import dev.patchbay.sandbox.party.SandboxClient;
import dev.patchbay.sandbox.spotify.SandboxSpotify;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SpotifyFlowTest {
    private final SteeredClock clock = new SteeredClock();
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withClock(clock));
    private final App app = App.spotify(sandbox);
    private final URI me = URI.create(sandbox.spotifyApiUrl() + "/me");

    @AfterEach
    void close() {
        app.close();
        sandbox.close();
    }

    private App.Answer connect(String person) {
        return app.exchange(App.code(sandbox.spotify().approve(app.authUrl(), person)));
    }

    @Test
    void a_connection_with_pkce_brings_tokens_that_show_whose_account_it_is() {
        App.Answer tokens = connect("ann");

        assertThat(tokens.json())
                .containsEntry("token_type", "Bearer")
                .containsEntry("scope", "playlist-read-private playlist-modify-private")
                .containsEntry("expires_in", 3600L)
                .containsKeys("access_token", "refresh_token");
        assertThat(app.get(me, "Bearer " + tokens.text("access_token")).json())
                .containsEntry("id", "ann")
                .containsEntry("account_id", SandboxSpotify.accountIdOf("ann"))
                .containsEntry("display_name", "Ann Lindqvist")
                .containsEntry("uri", "spotify:user:ann")
                .containsEntry("type", "user")
                .containsKeys("href", "images", "external_urls")
                .doesNotContainKeys("email", "product", "country");
    }

    @Test
    void a_refresh_brings_a_new_access_token_and_no_refresh_token() {
        App.Answer tokens = connect("ann");
        clock.advance(Duration.ofHours(1));
        assertThat(sandbox.ledger().isLiveAccessToken(tokens.text("access_token")))
                .isFalse();

        App.Answer refreshed = app.refresh(tokens.text("refresh_token"));

        assertThat(refreshed.json()).doesNotContainKey("refresh_token");
        assertThat(refreshed.text("access_token")).isNotEqualTo(tokens.text("access_token"));
        assertThat(app.get(me, "Bearer " + refreshed.text("access_token")).status())
                .isEqualTo(200);
        assertThat(sandbox.ledger().refreshCalls()).isEqualTo(1);
        assertThat(sandbox.ledger().tokenCalls("spotify")).isEqualTo(2);
        assertThat(sandbox.ledger().presentationsOf(tokens.text("refresh_token")))
                .isEqualTo(1);
    }

    @Test
    void consent_ends_half_a_year_after_it_was_given_however_often_it_was_used() {
        String refreshToken = connect("ann").text("refresh_token");
        clock.advance(Duration.ofDays(181));
        assertThat(app.refresh(refreshToken).status()).isEqualTo(200);
        clock.advance(Duration.ofDays(1));

        assertThat(app.refresh(refreshToken).text("error")).isEqualTo("invalid_grant");
        assertThat(sandbox.ledger().isLiveRefreshToken(refreshToken)).isFalse();
    }

    @Test
    void withdrawn_consent_kills_every_token() {
        App.Answer tokens = connect("ann");

        sandbox.spotify().withdraw("ann");

        assertThat(app.refresh(tokens.text("refresh_token")).text("error_description"))
                .isEqualTo("Refresh token revoked");
        assertThat(app.get(me, "Bearer " + tokens.text("access_token")).status())
                .isEqualTo(401);
    }

    @Test
    void refusals_at_the_token_endpoint_are_400_in_spotifys_words() {
        Map<String, String> good = App.codeForm(App.code(sandbox.spotify().approve(app.authUrl(), "ann")));
        Map<String, String> noVerifier = without(good, "code_verifier");
        Map<String, String> wrongVerifier = with(good, "code_verifier", "x".repeat(43));
        Map<String, String> wrongRedirect = with(good, "redirect_uri", "http://127.0.0.1:8080/other");

        assertRefused(app.token(noVerifier), "invalid_request", "code_verifier required");
        assertRefused(app.token(wrongVerifier), "invalid_grant", "code_verifier was incorrect");
        assertRefused(app.token(wrongRedirect), "invalid_grant", "Invalid redirect URI");
        assertRefused(app.token(without(good, "code")), "invalid_request", "code must be supplied");
        assertRefused(app.refresh("AQnever-issued"), "invalid_grant", "Invalid refresh token");
        assertRefused(app.tokenByPost(good, "nobody", "x"), "invalid_client", "Invalid client");
        assertRefused(
                app.tokenByPost(good, SandboxOptions.SPOTIFY_CLIENT.id(), "x"),
                "invalid_client",
                "Invalid client secret");
        assertThat(app.post(URI.create(sandbox.spotifyAccountsUrl() + "/api/token"), good, "")
                        .json())
                .containsOnly(Map.entry("error", "invalid_client"));
        assertThat(app.token(good).status()).as("the code is still good").isEqualTo(200);
    }

    private static void assertRefused(App.Answer answer, String error, String description) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json()).containsOnly(Map.entry("error", error), Map.entry("error_description", description));
    }

    private static Map<String, String> with(Map<String, String> form, String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(form);
        changed.put(name, value);
        return changed;
    }

    private static Map<String, String> without(Map<String, String> form, String name) {
        Map<String, String> changed = new LinkedHashMap<>(form);
        changed.remove(name);
        return changed;
    }

    @Test
    void a_bad_request_is_a_bare_page_and_never_a_redirect() {
        assertBare(Map.of("client_id", "unknown"), "INVALID_CLIENT: Invalid client");
        assertBare(Map.of("redirect_uri", "https://evil.example/"), "INVALID_CLIENT: Invalid redirect URI");
        assertBare(Map.of("redirect_uri", "http://localhost:8080/callback"), "INVALID_CLIENT: Insecure redirect URI");
        assertBare(Map.of("scope", "user-personalized"), "Illegal scope");
        assertBare(Map.of("response_type", "token"), "response_type must be code");
    }

    private void assertBare(Map<String, String> change, String text) {
        App.Answer answer = app.get(app.authUrl(change), "");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo(text);
        assertThat(answer.header("Location")).isEmpty();
    }

    @Test
    void a_registered_redirect_uri_is_matched_byte_by_byte() {
        SandboxClient strict = SandboxOptions.SPOTIFY_CLIENT.withRedirectUris(App.REDIRECT_URI);
        try (Sandbox other = Sandbox.start(SandboxOptions.defaults().withSpotifyClients(strict));
                App client = App.spotify(other, strict)) {
            assertThat(client.get(client.authUrl(), "").status()).isEqualTo(200);
            for (String near :
                    List.of(App.REDIRECT_URI + "/", "http://127.0.0.1:8080/Callback", "http://127.0.0.1/callback")) {
                assertThat(client.get(client.authUrl(Map.of("redirect_uri", near)), "")
                                .status())
                        .as(near)
                        .isEqualTo(400);
            }
        }
    }

    @Test
    void the_page_cannot_be_got_round_by_posting_a_bad_decision() {
        Map<String, String> decision =
                new LinkedHashMap<>(App.query(app.authUrl(Map.of("redirect_uri", "http://evil.example/"))));
        decision.put("person", "ann");

        App.Answer answer = app.post(URI.create(sandbox.spotifyAccountsUrl() + "/authorize/decision"), decision, "");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Location")).isEmpty();
    }

    @Test
    void cancelling_returns_access_denied_with_the_state() {
        assertThat(App.query(sandbox.spotify().cancel(app.authUrl())))
                .containsOnly(Map.entry("error", "access_denied"), Map.entry("state", App.STATE));
    }

    @Test
    void a_returning_browser_is_sent_back_silently_unless_the_dialog_or_a_new_scope_is_asked_for() {
        connect("ann");
        String[] cookie = {"Cookie", "sandbox_spotify=ann"};

        assertThat(app.get(app.authUrl(), "", cookie).header("Location")).contains("code=");
        assertThat(app.get(app.authUrl(Map.of("show_dialog", "true")), "", cookie)
                        .status())
                .isEqualTo(200);
        assertThat(app.get(app.authUrl(Map.of("scope", "streaming")), "", cookie)
                        .status())
                .isEqualTo(200);
        assertThat(app.get(app.authUrl(), "", "Cookie", "sandbox_spotify=bob").status())
                .isEqualTo(200);
    }

    @Test
    void the_web_api_tells_a_missing_token_from_a_bad_one_by_header() {
        App.Answer missing = app.get(me, "");
        App.Answer invalid = app.get(me, "Bearer BQnever-issued");

        assertThat(missing.status()).isEqualTo(401);
        assertThat(missing.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"spotify\", error=\"missing_token\"");
        assertThat(invalid.status()).isEqualTo(401);
        assertThat(invalid.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"spotify\", error=\"invalid_token\"");
        assertThat(invalid.json())
                .containsEntry("error", Map.of("status", 401L, "message", "Missing/invalid/expired access token"));
    }

    @Test
    void somebody_off_the_list_is_refused_in_plain_text_until_seated() {
        String token = connect("cleo").text("access_token");

        App.Answer refused = app.get(me, "Bearer " + token);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.header("Content-Type")).startsWith("text/plain");
        assertThat(refused.body()).isEqualTo("User not registered in the Developer Dashboard");

        sandbox.spotify().seat("cleo", true);
        assertThat(app.get(me, "Bearer " + token).status()).isEqualTo(200);
    }

    @Test
    void an_own_app_has_a_list_of_its_own() {
        try (App own = App.spotify(sandbox, SandboxOptions.SPOTIFY_OWN_CLIENT)) {
            String token = own.exchange(App.code(sandbox.spotify().approve(own.authUrl(), "cleo")))
                    .text("access_token");

            assertThat(own.get(me, "Bearer " + token).status()).isEqualTo(200);
        }
    }

    @Test
    void a_lapsed_premium_closes_the_app_for_all() {
        String token = connect("ann").text("access_token");

        sandbox.spotify().ownerPremium(false);

        App.Answer refused = app.get(me, "Bearer " + token);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).isEqualTo("Active premium subscription required for the owner of the app.");
    }

    @Test
    void a_client_can_check_itself_without_a_person() {
        App.Answer answer = app.token(Map.of("grant_type", "client_credentials"));

        assertThat(answer.json()).containsKey("access_token").doesNotContainKeys("refresh_token", "scope");
        assertThat(app.get(me, "Bearer " + answer.text("access_token")).status())
                .isEqualTo(401);
        assertThat(sandbox.ledger().calls("spotify", Endpoint.CLIENT_CREDENTIALS))
                .isEqualTo(1);
    }

    @Test
    void an_app_that_shows_no_secret_lives_by_pkce_alone_and_stays_that_way() {
        String id = SandboxOptions.SPOTIFY_CLIENT.id();
        String code = App.code(sandbox.spotify().approve(app.authUrl(), "ann"));
        App.Answer tokens = app.tokenByPost(App.codeForm(code), id, "");
        assertThat(tokens.status()).isEqualTo(200);
        Map<String, String> renewal =
                Map.of("grant_type", "refresh_token", "refresh_token", tokens.text("refresh_token"));

        assertThat(app.tokenByPost(renewal, id, "").status()).isEqualTo(200);
        assertRefused(app.token(renewal), "invalid_grant", "Invalid refresh token");
        assertRefused(
                app.tokenByPost(
                        Map.of(
                                "grant_type",
                                "refresh_token",
                                "refresh_token",
                                connect("ann").text("refresh_token")),
                        id,
                        ""),
                "invalid_grant",
                "Invalid refresh token");
        String bare = App.code(sandbox.spotify()
                .approve(app.authUrl(Map.of("code_challenge", "", "code_challenge_method", "")), "ann"));
        assertRefused(app.tokenByPost(App.codeForm(bare), id, ""), "invalid_client", "Invalid client secret");
        assertThat(app.tokenByPost(Map.of("grant_type", "client_credentials"), id, "")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_token_of_another_client_is_unknown() {
        String refreshToken = connect("ann").text("refresh_token");
        try (App own = App.spotify(sandbox, SandboxOptions.SPOTIFY_OWN_CLIENT)) {
            assertThat(own.refresh(refreshToken).text("error_description")).isEqualTo("Invalid refresh token");
        }
        assertThat(sandbox.ledger().isLiveRefreshToken(refreshToken)).isTrue();
    }
}
