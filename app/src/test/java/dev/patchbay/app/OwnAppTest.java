package dev.patchbay.app;

import static dev.patchbay.sandbox.SandboxOptions.SPOTIFY_CLIENT;
import static dev.patchbay.sandbox.SandboxOptions.SPOTIFY_OWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.sandbox.ledger.IssuedToken;
import dev.patchbay.sandbox.ledger.TokenKind;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An app of one's own, from REST alone. */
class OwnAppTest {
    private static final String APP = "/platforms/spotify/app";
    private static final String NEW_SECRET = "2f1e8c6b3a7f2d9e1c4f80b5c0bd4a55";

    private static final Duration LIFE = Duration.ofSeconds(2);

    @TempDir
    Path folder;

    private World world;
    private Patchbay service;

    @BeforeEach
    void open() {
        world = World.withAccessTokensLiving(LIFE);
        service = world.start(folder);
    }

    @AfterEach
    void close() {
        service.close();
        world.close();
    }

    @Test
    void an_own_app_is_checked_connected_and_renewed_with_through_a_new_secret_until_it_is_removed() throws Exception {
        Browser ann = world.signIn(service.baseUrl(), "ann");
        assertThat(ann.get(APP).data())
                .containsEntry("redirectUri", service.baseUrl() + "/platforms/spotify/callback")
                .containsEntry("app", null);

        assertThat(put(ann, "mistyped").status()).isEqualTo(200);
        assertThat(found(ann, "secret")).isEqualTo("wrong");
        assertThat(put(ann, SPOTIFY_OWN_CLIENT.secret()).body()).doesNotContain(SPOTIFY_OWN_CLIENT.secret());
        assertThat(List.of(found(ann, "id"), found(ann, "secret"), found(ann, "redirect"), found(ann, "app")))
                .containsExactly("ok", "ok", "not_checked", "not_checked");

        URI authUrl = begin(ann, "{\"app\":\"own\"}");
        assertThat(authUrl.getQuery()).contains("client_id=" + SPOTIFY_OWN_CLIENT.id());
        ann.follow(world.sandbox().spotify().approve(authUrl, "ann"));
        assertThat(renewed(ann).status()).isEqualTo(200);
        assertThat(accessTokensOf(SPOTIFY_OWN_CLIENT.id(), "ann"))
                .as("minted and renewed")
                .hasSizeGreaterThan(1);
        assertThat(accessTokensOf(SPOTIFY_CLIENT.id(), "ann")).isEmpty();

        world.sandbox().spotify().newSecret(SPOTIFY_OWN_CLIENT.id(), NEW_SECRET);
        Browser.Answer blocked = renewed(ann);
        assertThat(blocked.json()).containsEntry("cause", "app_rejected");
        assertThat(app(ann)).containsEntry("state", "blocked").containsEntry("nextAction", "fix_app");
        int before = accessTokensOf(SPOTIFY_OWN_CLIENT.id(), "ann").size();

        assertThat(put(ann, NEW_SECRET).status()).isEqualTo(200);
        assertThat(ann.get("/platforms/spotify/token").status()).isEqualTo(200);
        assertThat(accessTokensOf(SPOTIFY_OWN_CLIENT.id(), "ann")).hasSizeGreaterThan(before);
        assertThat(app(ann)).containsEntry("state", "fine").containsEntry("previousSecretUntil", null);

        assertThat(ann.delete(APP).code()).isEqualTo("connections_would_end");
        assertThat(ann.delete(APP + "?confirm=true").body()).contains("\"yours\":true");
        Browser.Answer ended = ann.get("/platforms/spotify/token");
        assertThat(ended.code()).isEqualTo("reauth_required");
        assertThat(ended.json()).containsEntry("cause", "app_removed").containsEntry("nextAction", "reconnect");

        ann.follow(world.sandbox().spotify().approve(begin(ann, "{}"), "ann"));
        assertThat(ann.get("/platforms/spotify/token").status()).isEqualTo(200);
        assertThat(accessTokensOf(SPOTIFY_CLIENT.id(), "ann")).isNotEmpty();
    }

    @Test
    void a_secret_that_is_changed_here_first_goes_on_with_the_old_one() throws Exception {
        Browser ann = world.signIn(service.baseUrl(), "ann");
        put(ann, SPOTIFY_OWN_CLIENT.secret());
        ann.follow(world.sandbox().spotify().approve(begin(ann, "{\"app\":\"own\"}"), "ann"));

        put(ann, NEW_SECRET);
        assertThat(renewed(ann).status()).isEqualTo(200);

        world.sandbox().spotify().newSecret(SPOTIFY_OWN_CLIENT.id(), NEW_SECRET);
        assertThat(renewed(ann).status()).isEqualTo(200);
        assertThat(app(ann)).containsEntry("state", "fine").containsEntry("previousSecretUntil", null);
    }

    @Test
    void an_app_without_a_secret_is_connected_and_renewed_by_pkce_alone() throws Exception {
        Browser ann = world.signIn(service.baseUrl(), "ann");
        assertThat(ann.get(APP).data()).containsEntry("secretNeeded", false);
        assertThat(ann.put(APP, "{\"clientId\":\" " + SPOTIFY_OWN_CLIENT.id() + " \"}")
                        .status())
                .isEqualTo(200);
        assertThat(List.of(found(ann, "id"), found(ann, "secret"))).containsExactly("not_checked", "not_checked");
        ann.follow(world.sandbox().spotify().approve(begin(ann, "{\"app\":\"own\"}"), "ann"));

        assertThat(renewed(ann).status()).isEqualTo(200);
        assertThat(renewed(ann).status()).isEqualTo(200);

        assertThat(accessTokensOf(SPOTIFY_OWN_CLIENT.id(), "ann")).hasSizeGreaterThan(2);
        assertThat(app(ann)).containsEntry("state", "fine").containsEntry("secretSet", false);
    }

    /** What is lent when the last token has run out. */
    private static Browser.Answer renewed(Browser browser) throws InterruptedException {
        Thread.sleep(LIFE.plusMillis(100));
        return browser.get("/platforms/spotify/token");
    }

    private static Browser.Answer put(Browser browser, String secret) {
        return browser.put(
                APP, "{\"clientId\":\"" + SPOTIFY_OWN_CLIENT.id() + "\",\"clientSecret\":\"" + secret + "\"}");
    }

    private static Map<?, ?> mapIn(Map<String, Object> data, String name) {
        return (Map<?, ?>) data.get(name);
    }

    private static Map<String, Object> app(Browser browser) {
        Map<String, Object> app = new HashMap<>();
        mapIn(browser.get(APP).data(), "app").forEach((name, value) -> app.put(String.valueOf(name), value));
        return app;
    }

    private static Object found(Browser browser, String part) {
        return mapIn(browser.post(APP + "/check", "{}").data(), part).get("result");
    }

    private static URI begin(Browser browser, String body) {
        return URI.create(String.valueOf(
                browser.post("/platforms/spotify/connect", body).data().get("authUrl")));
    }

    private List<IssuedToken> accessTokensOf(String client, String person) {
        return world.sandbox().ledger().tokens().stream()
                .filter(token -> token.kind() == TokenKind.ACCESS)
                .filter(token -> token.grant().client().equals(client))
                .filter(token -> token.grant().person().equals(person))
                .toList();
    }
}
