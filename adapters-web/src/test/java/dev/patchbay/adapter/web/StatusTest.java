package dev.patchbay.adapter.web;

import static dev.patchbay.port.Fixtures.NOW;
import static dev.patchbay.port.Fixtures.days;
import static dev.patchbay.port.Fixtures.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.clientapp.AppCondition;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.ExternalAccount;
import dev.patchbay.domain.connection.Revocation;
import dev.patchbay.domain.connection.WhoAnswer;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StatusTest {
    private final TestService service = TestService.start();
    private final TestService.Person ann = service.person("Ann");

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void the_platforms_are_described_to_everybody() {
        Answer answer = service.client().get("/platforms").isOk();
        assertThat(answer.body())
                .startsWith("{\"data\":[{\"id\":\"soundcloud\",\"name\":\"SoundCloud\",\"sharedApp\":false,")
                .contains("{\"id\":\"spotify\",\"name\":\"Spotify\",\"sharedApp\":true,"
                              + "\"console\":\"https://spotify.example/console\",\"accessPage\":\"https://spotify.example/apps\","
                              + "\"capabilities\":[\"refresh\"],\"grantClass\":\"non_rotating\",\"consentLength\":\"P6M\",\"scopes\":[{\"scope\":\"library\",\"why\":\"to"
                              + " read your library\"}],\"rules\":[{\"name\":\"seats\",\"text\":\"Five people at"
                              + " most.\",\"since\":\"2026-02-01\",\"source\":\"https://a.example/b\"}],\"quirks\":[]}");
    }

    @Test
    void without_a_connection_the_status_is_an_answer_and_not_an_error() {
        Answer status = ann.client().get("/platforms/spotify/status").isOk();
        assertThat(status.body())
                .isEqualTo("{\"data\":{\"connected\":false,\"state\":\"not_connected\",\"platformUserId\":null,"
                               + "\"displayName\":null,\"connectedAt\":null,\"lastSuccess\":null,\"expiresAt\":null,\"reauthorizeBy\":null,"
                               + "\"autoRefreshed\":false,\"reason\":{\"cause\":\"not_connected\",\"words\":\"This"
                               + " platform is not connected.\",\"since\":null,\"retryAt\":null,"
                               + "\"nextAction\":\"connect\",\"reconnectUrl\":null},\"app\":null,\"replacement\":null}}");
        Answer health = ann.client().get("/platforms/spotify/health").isOk();
        assertThat(health.text("data.state")).isEqualTo("not_connected");
        assertThat(health.body()).contains("\"app\":null", "\"can\":[]", "\"probed\":false", "\"probedAt\":null");
        ann.client().get("/platforms/nosuch/status").isProblem(404, "unknown_platform");
        ann.client().get("/platforms/NOSUCH!/status").isProblem(404, "unknown_platform");
        ann.client().get("/platforms/nosuch/health").isProblem(404, "unknown_platform");
        ann.client().get("/platforms/spotify/health?probe=maybe").isProblem(400, "invalid_request");
    }

    @Test
    void both_clocks_are_shown() {
        service.connected(
                ann.account, connection -> connection.expiringIn(minutes(50)).withConsentEndingIn(days(181)));
        Answer status = ann.client().get("/platforms/spotify/status").isOk();
        assertThat(status.text("data.expiresAt")).isEqualTo("2026-11-21T10:50:00.123Z");
        assertThat(status.text("data.reauthorizeBy")).isEqualTo("2027-05-21T10:00:00.123Z");
        assertThat(status.text("data.autoRefreshed")).isEqualTo("false");
        assertThat(status.body())
                .contains("\"reason\":null", "\"app\":{\"kind\":\"shared\",\"condition\":\"fine\",")
                .doesNotContain("access-of", "refresh-of");
    }

    @Test
    void a_status_renews_what_is_due_and_says_so() {
        service.connected(ann.account, connection -> connection.expiringIn(minutes(1)));
        Answer status = ann.client().get("/platforms/spotify/status").isOk();
        assertThat(status.text("data.autoRefreshed")).isEqualTo("true");
        assertThat(status.text("data.expiresAt")).isEqualTo("2026-11-21T11:00:00.123Z");
    }

    @Test
    void a_probe_asks_the_platform_itself() {
        service.connected(ann.account, connection -> connection.expiringIn(minutes(50)));
        assertThat(ann.client().get("/platforms/spotify/health").text("data.probed"))
                .isEqualTo("false");
        service.spotify.whoAnswer = Optional.of(
                new WhoAnswer.Known(new ExternalAccount("spotify-Ann", Optional.empty(), Optional.empty())));
        Answer well = ann.client().get("/platforms/spotify/health?probe=true").isOk();
        assertThat(well.text("data.state")).isEqualTo("connected");
        assertThat(well.text("data.probedAt")).isEqualTo("2026-11-21T10:00:00.123Z");
        assertThat(well.text("data.app.kind")).isEqualTo("shared");
        assertThat(well.text("data.app.condition")).isEqualTo("fine");
        service.spotify.whoAnswer = Optional.of(new WhoAnswer.Refused(Cause.APP_OWNER_NOT_PREMIUM));
        Answer refused =
                ann.client().get("/platforms/spotify/health?probe=true").isOk();
        assertThat(refused.text("data.state")).isEqualTo("app_blocked");
        assertThat(refused.text("data.cause")).isEqualTo("app_owner_not_premium");
        assertThat(refused.text("data.nextAction")).isEqualTo("fix_app");
    }

    @Test
    void the_app_behind_a_connection_has_its_own_condition() {
        service.connected(ann.account, connection -> connection.expiringIn(minutes(50)));
        service.store
                .appConditions()
                .note(
                        service.spotifyApp().id(),
                        new AppCondition.CoolingDown(Cause.THROTTLED, NOW, NOW.plusSeconds(60)));
        Answer health = ann.client().get("/platforms/spotify/health").isOk();
        assertThat(health.text("data.app.condition")).isEqualTo("cooling_down");
        assertThat(health.text("data.app.retryAt")).isEqualTo("2026-11-21T10:01:00.123Z");
        assertThat(health.text("data.state")).isEqualTo("waiting");
    }

    @Test
    void a_disconnect_says_what_it_did_and_what_it_could_not() {
        service.connected(ann.account, connection -> connection);
        Answer gone = ann.client().delete("/user/platforms/spotify").isOk();
        assertThat(gone.body())
                .isEqualTo("{\"data\":{\"platform\":\"spotify\","
                               + "\"deleted\":[\"access_token\",\"refresh_token\",\"connection\"],"
                               + "\"revocation\":\"not_supported\",\"accessPage\":\"https://spotify.example/apps\",\"onlyYouCan\":\"Spotify"
                               + " lets nobody but you withdraw the access: remove this app on its page of connected"
                               + " apps.\"}}");
        ann.client().get("/platforms/spotify/token").isProblem(404, "not_connected");
        ann.client().delete("/user/platforms/spotify").isProblem(404, "not_connected");
        ann.client().delete("/user/platforms/nosuch").isProblem(404, "unknown_platform");
        service.spotify.revocation = Revocation.REVOKED;
        service.connected(ann.account, connection -> connection);
        assertThat(ann.client().delete("/user/platforms/spotify").isOk().body())
                .contains("\"revocation\":\"revoked\"", "\"accessPage\":null", "\"onlyYouCan\":null");
    }
}
