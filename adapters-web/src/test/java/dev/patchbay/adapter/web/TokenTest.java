package dev.patchbay.adapter.web;

import static dev.patchbay.port.Fixtures.NOW;
import static dev.patchbay.port.Fixtures.SPOTIFY;
import static dev.patchbay.port.Fixtures.claimOf;
import static dev.patchbay.port.Fixtures.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.clientapp.AppCondition;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Standing;
import dev.patchbay.domain.connection.TokenAnswer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TokenTest {
    private final TestService service = TestService.start();
    private final TestService.Person ann = service.person("Ann");

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void a_fresh_token_is_lent_with_all_that_belongs_to_it() {
        service.connected(
                ann.account, connection -> connection.expiringIn(minutes(50)).granted("library", "playlists"));
        Answer answer = ann.client().get("/platforms/spotify/token?min_ttl=600").isOk();
        assertThat(answer.body())
                .isEqualTo("{\"data\":{\"accessToken\":\"access-of-Ann\",\"tokenType\":\"Bearer\","
                        + "\"expiresAt\":\"2026-11-21T10:50:00.123Z\",\"expiresIn\":3000,"
                        + "\"scopes\":[\"library\",\"playlists\"],\"clientId\":\"spotify-client-id\"}}");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    }

    @Test
    void a_fresh_token_costs_one_look_at_the_store() {
        service.connected(ann.account, connection -> connection.expiringIn(minutes(50)));
        Client client = ann.client();
        client.get("/platforms/spotify/token").isOk();
        long before = service.store.calls();
        service.store.connections().lookUp(claimOf(ann.session), SPOTIFY, NOW);
        long oneLook = service.store.calls() - before;
        client.get("/platforms/spotify/token").isOk();
        assertThat(service.store.calls() - before).isEqualTo(2 * oneLook);
    }

    @Test
    void a_token_that_is_not_good_for_as_long_as_asked_is_renewed_first() {
        service.connected(ann.account, connection -> connection.expiringIn(minutes(10)));
        assertThat(ann.client().get("/platforms/spotify/token?min_ttl=60").text("data.accessToken"))
                .isEqualTo("access-of-Ann");
        Answer renewed =
                ann.client().get("/platforms/spotify/token?min_ttl=900").isOk();
        assertThat(renewed.text("data.accessToken")).startsWith("access-token-");
        assertThat(renewed.text("data.expiresIn")).isEqualTo("3600");
        assertThat(renewed.body()).doesNotContain("refresh");
    }

    @Test
    void a_refresh_can_be_demanded() {
        service.connected(ann.account, connection -> connection.expiringIn(minutes(50)));
        Answer forced = ann.client().post("/platforms/spotify/refresh", "").isOk();
        assertThat(forced.text("data.accessToken")).startsWith("access-token-");
        Answer again = ann.client().post("/platforms/spotify/refresh", "{}").isOk();
        assertThat(again.text("data.accessToken")).isEqualTo(forced.text("data.accessToken"));
    }

    @Test
    void odd_wishes_are_refused() {
        for (String odd : List.of("-1", "3601", "9999", "abc", "1e3", "", "60.5", "99999999999999999999", "%20")) {
            ann.client().get("/platforms/spotify/token?min_ttl=" + odd).isProblem(400, "invalid_request");
        }
        ann.client().get("/platforms/spotify/token?min_ttl=0").isProblem(404, "not_connected");
        ann.client().get("/platforms/spotify/token?min_ttl=3600").isProblem(404, "not_connected");
    }

    @Test
    void who_is_not_connected_hears_so() {
        Answer answer = ann.client().get("/platforms/spotify/token").isProblem(404, "not_connected");
        assertThat(answer.text("nextAction")).isEqualTo("connect");
        assertThat(answer.text("state")).isEqualTo("not_connected");
        ann.client().get("/platforms/nosuch/token").isProblem(404, "unknown_platform");
        ann.client().get("/platforms/No.Such/token").isProblem(404, "unknown_platform");
    }

    @Test
    void an_ended_grant_says_since_when_and_where_to_mend_it() {
        service.connected(
                ann.account,
                connection ->
                        connection.standing(new Standing.NeedsReconnect(Cause.GRANT_DEAD, NOW.minusSeconds(3600))));
        Answer answer = ann.client().get("/platforms/spotify/token").isProblem(409, "reauth_required");
        assertThat(answer.text("state")).isEqualTo("needs_reconnect");
        assertThat(answer.text("cause")).isEqualTo("grant_dead");
        assertThat(answer.text("since")).isEqualTo("2026-11-21T09:00:00.123Z");
        assertThat(answer.text("nextAction")).isEqualTo("reconnect");
        assertThat(answer.text("reconnectUrl")).isEqualTo("http://127.0.0.1:8080/?reconnect=spotify");
        assertThat(answer.header("Retry-After")).startsWith("(no");
    }

    @Test
    void an_app_that_is_refused_is_told_from_a_dead_grant() {
        service.connected(ann.account, connection -> connection.expiringIn(minutes(-1)));
        service.spotify.refreshAnswer = Optional.of(new TokenAnswer.AppRefused(Cause.APP_OWNER_NOT_PREMIUM));
        Answer answer = ann.client().get("/platforms/spotify/token").isProblem(409, "app_blocked");
        assertThat(answer.text("state")).isEqualTo("app_blocked");
        assertThat(answer.text("cause")).isEqualTo("app_owner_not_premium");
        assertThat(answer.text("nextAction")).isEqualTo("fix_app");
    }

    @Test
    void a_throttled_app_says_when_to_ask_again_in_both_ways() {
        service.connected(ann.account, connection -> connection.expiringIn(minutes(-1)));
        service.spotify.refreshAnswer =
                Optional.of(new TokenAnswer.Throttled(Cause.THROTTLED, Optional.of(Duration.ofMillis(90_001))));
        Answer answer = ann.client().get("/platforms/spotify/token").isProblem(429, "rate_limited");
        assertThat(answer.header("Retry-After")).isEqualTo("91");
        assertThat(answer.text("retryAt")).isEqualTo("2026-11-21T10:01:30.124Z");
        assertThat(answer.text("cause")).isEqualTo("throttled");
        assertThat(answer.text("nextAction")).isEqualTo("wait");
    }

    @Test
    void a_used_up_quota_is_a_rate_limit_too() {
        service.connected(ann.account, connection -> connection.expiringIn(minutes(-1)));
        service.store
                .appConditions()
                .note(
                        service.spotifyApp().id(),
                        new AppCondition.Blocked(Cause.APP_QUOTA_EXCEEDED, NOW, NOW.plusSeconds(300)));
        Answer answer = ann.client().get("/platforms/spotify/token").isProblem(429, "rate_limited");
        assertThat(answer.text("state")).isEqualTo("app_blocked");
        assertThat(answer.header("Retry-After")).isEqualTo("300");
    }

    @Test
    void a_platform_that_does_not_answer_is_waited_for() {
        service.connected(ann.account, connection -> connection.expiringIn(minutes(-1)));
        service.spotify.refreshAnswer =
                Optional.of(new TokenAnswer.Unavailable("502", Optional.of(Duration.ofMinutes(2))));
        Answer answer = ann.client().get("/platforms/spotify/token").isProblem(503, "provider_unavailable");
        assertThat(answer.text("state")).isEqualTo("waiting");
        assertThat(answer.text("cause")).isEqualTo("provider_unavailable");
        assertThat(answer.header("Retry-After")).isEqualTo("120");
        assertThat(answer.body()).doesNotContain("502");
    }

    @Test
    void the_cookie_of_our_own_page_gets_tokens_too() {
        service.connected(ann.account, connection -> connection);
        ann.browser()
                .get("/platforms/spotify/token", "Sec-Fetch-Site", "same-origin")
                .isOk();
    }
}
