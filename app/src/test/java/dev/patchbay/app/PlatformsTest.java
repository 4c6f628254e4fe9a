package dev.patchbay.app;

import static dev.patchbay.sandbox.SandboxOptions.LASTFM_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The platforms beside Spotify, through the real service: connected, lent from, given up. */
class PlatformsTest {
    private static final String READ = "https://www.googleapis.com/auth/youtube.readonly";

    @TempDir
    Path folder;

    private World world;
    private Patchbay service;
    private Browser ann;

    @BeforeEach
    void open() {
        world = World.usual();
        service = world.start(folder);
        ann = world.signIn(service.baseUrl(), "ann");
    }

    @AfterEach
    void close() {
        service.close();
        world.close();
    }

    @Test
    void soundcloud_is_connected_renewed_with_a_token_that_is_good_once_and_signed_out() {
        assertThat(ann.follow(world.sandbox().soundcloud().approve(begin("soundcloud"), "ann")))
                .hasParameter("connected", "soundcloud");
        Map<String, Object> lent = ann.get("/platforms/soundcloud/token").data();

        assertThat(lent).containsEntry("tokenType", "OAuth");
        assertThat(world.sandbox().ledger().isLiveAccessToken(String.valueOf(lent.get("accessToken"))))
                .isTrue();

        Map<String, Object> renewed =
                ann.post("/platforms/soundcloud/refresh", "{}").data();
        assertThat(renewed.get("accessToken")).isNotEqualTo(lent.get("accessToken"));
        assertThat(renewed).containsEntry("tokenType", "OAuth");
        assertThat(world.sandbox().ledger().liveRefreshTokens("soundcloud", "ann"))
                .hasSize(1);

        assertThat(ann.delete("/user/platforms/soundcloud").data()).containsEntry("revocation", "revoked");
        assertThat(world.sandbox().ledger().liveRefreshTokens("soundcloud", "ann"))
                .isEmpty();
    }

    @Test
    void youtube_is_connected_with_googles_app_renewed_and_revoked() {
        assertThat(ann.follow(world.sandbox().google().approve(begin("youtube"), "ann")))
                .hasParameter("connected", "youtube");
        Map<String, Object> lent = ann.get("/platforms/youtube/token").data();

        assertThat(lent).containsEntry("tokenType", "Bearer");
        assertThat(ann.post("/platforms/youtube/refresh", "{}").data().get("accessToken"))
                .isNotEqualTo(lent.get("accessToken"));
        assertThat(ann.get("/platforms/youtube/health?probe=true").data())
                .containsEntry("state", "connected")
                .containsEntry("reauthorizeBy", null)
                .containsEntry("advice", null);

        assertThat(ann.delete("/user/platforms/youtube").data()).containsEntry("revocation", "revoked");
        assertThat(world.sandbox().ledger().liveRefreshTokens("google", "ann")).isEmpty();
    }

    @Test
    void youtube_says_what_was_left_out_and_what_is_missing() {
        assertThat(ann.follow(world.sandbox().google().approveWithout(begin("youtube"), "ann", READ)))
                .as("managing includes reading")
                .hasParameter("connected", "youtube");
        ann.delete("/user/platforms/youtube");

        String manage = "https://www.googleapis.com/auth/youtube";
        assertThat(ann.follow(world.sandbox().google().approveWithout(begin("youtube"), "ann", manage)))
                .hasParameter("error", "scope_missing");

        world.sandbox().youtube().channel("ann", false);
        assertThat(ann.follow(world.sandbox().google().approve(begin("youtube"), "ann")))
                .hasParameter("error", "no_channel");
        assertThat(ann.get("/user/platforms").list()).isEmpty();
        assertThat(world.sandbox().ledger().liveRefreshTokens("google", "ann")).isEmpty();
    }

    @Test
    void a_youtube_app_in_testing_shows_the_end_of_its_seven_days_and_advice() {
        world.sandbox().google().testing(true);
        ann.follow(world.sandbox().google().approve(begin("youtube"), "ann"));

        Map<String, Object> health = ann.get("/platforms/youtube/health").data();

        assertThat(health.get("reauthorizeBy")).isNotNull();
        assertThat(String.valueOf(health.get("advice"))).contains("publish");
    }

    @Test
    void lastfm_is_connected_by_a_token_in_the_callback_and_lends_a_key_without_end() {
        URI back = world.sandbox().lastfm().approve(begin("lastfm"), "ann");
        assertThat(ann.follow(back)).hasParameter("connected", "lastfm");
        assertThat(ann.follow(back)).as("used up").hasParameter("error", "state_invalid");

        Map<String, Object> lent =
                ann.get("/platforms/lastfm/token?min_ttl=3600").data();
        assertThat(lent)
                .containsEntry("tokenType", "LastfmSession")
                .containsEntry("expiresAt", null)
                .containsEntry("expiresIn", null)
                .containsEntry("clientId", LASTFM_CLIENT.id());
        assertThat(world.sandbox().ledger().isLiveAccessToken(String.valueOf(lent.get("accessToken"))))
                .isTrue();
        Browser.Answer refused = ann.post("/platforms/lastfm/refresh", "{}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("not_renewable");
        assertThat(ann.get("/platforms/lastfm/status").data())
                .containsEntry("state", "connected")
                .containsEntry("expiresAt", null);

        Map<String, Object> ended = ann.delete("/user/platforms/lastfm").data();
        assertThat(ended)
                .containsEntry("revocation", "not_supported")
                .containsEntry("accessPage", "https://www.last.fm/settings/applications");
    }

    @Test
    void lastfm_may_be_finished_by_a_client_that_caught_the_redirect() {
        Map<String, Object> begun = ann.post("/platforms/lastfm/connect", "{\"return\":\"handoff\"}")
                .data();
        URI back = world.sandbox().lastfm().approve(URI.create(String.valueOf(begun.get("authUrl"))), "ann");
        String token = back.getRawQuery().replaceAll(".*token=", "");
        String body = "{\"state\":\"" + begun.get("state") + "\",\"token\":\"" + token + "\"}";

        assertThat(ann.post("/platforms/spotify/callback", body).code())
                .as("another platform's callback does not take it, and uses it up")
                .isEqualTo("wrong_provider");
        assertThat(ann.post("/platforms/lastfm/callback", body).code()).isEqualTo("state_invalid");

        Map<String, Object> again = ann.post("/platforms/lastfm/connect", "{\"return\":\"handoff\"}")
                .data();
        assertThat(ann.post(
                                "/platforms/lastfm/callback",
                                "{\"state\":\"" + again.get("state") + "\",\"token\":\"" + token + "\"}")
                        .data())
                .containsEntry("platformUserId", "ann_fm");
    }

    @Test
    void a_lastfm_key_that_was_taken_away_is_found_by_asking_and_mended_by_reconnecting() {
        ann.follow(world.sandbox().lastfm().approve(begin("lastfm"), "ann"));
        world.sandbox().lastfm().withdraw("ann");

        assertThat(ann.get("/platforms/lastfm/health?probe=true").data())
                .containsEntry("state", "needs_reconnect")
                .containsEntry("cause", "token_refused")
                .containsEntry("nextAction", "reconnect");
        assertThat(ann.get("/platforms/lastfm/token").code()).isEqualTo("reauth_required");

        ann.follow(world.sandbox().lastfm().approve(begin("lastfm"), "ann"));
        assertThat(ann.get("/platforms/lastfm/token").status()).isEqualTo(200);
    }

    private URI begin(String platform) {
        return ann.begin("/platforms/" + platform + "/connect");
    }
}
