package dev.patchbay.adapter.web;

import static dev.patchbay.port.Fixtures.NOW;
import static dev.patchbay.port.Fixtures.SPOTIFY;
import static dev.patchbay.port.Fixtures.days;
import static dev.patchbay.port.Fixtures.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.clientapp.AppCondition;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.ExternalAccount;
import dev.patchbay.domain.connection.Standing;
import dev.patchbay.domain.connection.WhoAnswer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Everything that is known about how a connection is, for each way it can be. */
class HealthTest {
    private static final String HEALTH = "/platforms/spotify/health";

    private final TestService service = TestService.start();
    private final TestService.Person ann = service.person("Ann");

    @AfterEach
    void stop() {
        service.close();
    }

    private Connection standing(Standing standing) {
        return service.connected(ann.account, connection -> connection
                .expiringIn(minutes(50))
                .withConsentEndingIn(days(90))
                .standing(standing));
    }

    private void noted(AppCondition condition) {
        service.store.appConditions().note(service.spotifyApp().id(), condition);
    }

    private Answer health() {
        return ann.client().get(HEALTH).isOk();
    }

    /** State, cause, since, retryAt, nextAction and reconnectUrl, in this order. */
    private static List<String> verdictOf(Answer health) {
        return List.of("state", "cause", "since", "retryAt", "nextAction", "reconnectUrl").stream()
                .map(name -> health.text("data." + name))
                .toList();
    }

    /** Condition, cause, since and retryAt of the app. */
    private static List<String> appOf(Answer health) {
        return List.of("condition", "cause", "since", "retryAt").stream()
                .map(name -> health.text("data.app." + name))
                .toList();
    }

    @Test
    void an_active_connection_has_nothing_against_it_and_shows_both_clocks() {
        standing(new Standing.Active());
        Answer health = health();
        assertThat(verdictOf(health)).containsExactly("connected", "null", "null", "null", "null", "null");
        assertThat(appOf(health)).containsExactly("fine", "null", "null", "null");
        assertThat(health.text("data.expiresAt")).isEqualTo("2026-11-21T10:50:00.123Z");
        assertThat(health.text("data.reauthorizeBy")).isEqualTo("2027-02-19T10:00:00.123Z");
        assertThat(health.text("data.lastSuccess")).isEqualTo("2026-11-21T09:50:00.123Z");
        assertThat(health.json().toString()).contains("replacement=null");
    }

    @Test
    void the_last_success_is_the_last_renewal_and_not_the_question() {
        service.connected(ann.account, connection -> connection.expiringIn(minutes(-1)));
        ann.client().get("/platforms/spotify/token").isOk();
        service.clock.advance(minutes(3));
        assertThat(health().text("data.lastSuccess")).isEqualTo("2026-11-21T10:00:00.123Z");
        assertThat(ann.client().get("/platforms/spotify/status").text("data.lastSuccess"))
                .isEqualTo("2026-11-21T10:00:00.123Z");
    }

    @Test
    void a_connection_that_waits_says_since_when_and_until_when() {
        standing(new Standing.Waiting(Cause.PROVIDER_UNAVAILABLE, NOW.minusSeconds(60), NOW.plusSeconds(60), 2));
        assertThat(verdictOf(health()))
                .containsExactly(
                        "waiting",
                        "provider_unavailable",
                        "2026-11-21T09:59:00.123Z",
                        "2026-11-21T10:01:00.123Z",
                        "wait",
                        "null");
    }

    @Test
    void a_blocked_app_blocks_its_connections_and_says_who_can_mend_it() {
        standing(new Standing.Active());
        noted(new AppCondition.Blocked(Cause.APP_REJECTED, NOW.minusSeconds(60), NOW.plusSeconds(240)));
        Answer health = health();
        assertThat(verdictOf(health))
                .containsExactly(
                        "app_blocked",
                        "app_rejected",
                        "2026-11-21T09:59:00.123Z",
                        "2026-11-21T10:04:00.123Z",
                        "fix_app",
                        "null");
        assertThat(appOf(health))
                .containsExactly("blocked", "app_rejected", "2026-11-21T09:59:00.123Z", "2026-11-21T10:04:00.123Z");
    }

    @Test
    void a_pause_of_the_app_is_over_when_its_time_is() {
        standing(new Standing.Active());
        noted(new AppCondition.CoolingDown(Cause.THROTTLED, NOW, NOW.plusSeconds(60)));
        Answer pausing = health();
        assertThat(pausing.text("data.state")).isEqualTo("waiting");
        assertThat(pausing.text("data.retryAt")).isEqualTo("2026-11-21T10:01:00.123Z");
        assertThat(appOf(pausing))
                .containsExactly("cooling_down", "throttled", "2026-11-21T10:00:00.123Z", "2026-11-21T10:01:00.123Z");
        service.clock.advance(minutes(1));
        Answer over = health();
        assertThat(over.text("data.state")).isEqualTo("connected");
        assertThat(appOf(over)).containsExactly("fine", "null", "null", "null");
    }

    @Test
    void a_healthy_connection_of_a_doubted_app_is_well_and_the_doubt_is_told() {
        standing(new Standing.Active());
        noted(new AppCondition.Doubted(NOW.minusSeconds(60), NOW.plusSeconds(840)));
        Answer health = health();
        assertThat(health.text("data.state")).isEqualTo("connected");
        assertThat(appOf(health))
                .containsExactly("doubted", "deaths_doubted", "2026-11-21T09:59:00.123Z", "2026-11-21T10:14:00.123Z");
    }

    @Test
    void a_refused_connection_of_a_doubted_app_waits() {
        noted(new AppCondition.Doubted(NOW, NOW.plusSeconds(900)));
        standing(new Standing.Waiting(Cause.DEATHS_DOUBTED, NOW, NOW.plusSeconds(900), 1));
        assertThat(verdictOf(health()))
                .containsExactly(
                        "waiting",
                        "deaths_doubted",
                        "2026-11-21T10:00:00.123Z",
                        "2026-11-21T10:15:00.123Z",
                        "wait",
                        "null");
    }

    @Test
    void a_doubt_ends_with_time() {
        standing(new Standing.Active());
        noted(new AppCondition.Doubted(NOW.minus(days(1)), NOW));
        assertThat(appOf(health())).containsExactly("fine", "null", "null", "null");
    }

    @Test
    void a_quarantined_connection_and_an_ended_one_say_where_to_mend_them() {
        Connection quarantined = standing(new Standing.Quarantined(Cause.SECRET_UNREADABLE, NOW.minusSeconds(60)));
        assertThat(verdictOf(health()))
                .containsExactly(
                        "needs_reconnect",
                        "secret_unreadable",
                        "2026-11-21T09:59:00.123Z",
                        "null",
                        "reconnect",
                        "http://127.0.0.1:8080/?reconnect=spotify");
        service.store.connections().remove(quarantined.id(), 1);
        standing(new Standing.NeedsReconnect(Cause.ROTATION_OUTCOME_UNKNOWN, NOW.minusSeconds(60)));
        assertThat(verdictOf(health()))
                .containsExactly(
                        "needs_reconnect",
                        "rotation_outcome_unknown",
                        "2026-11-21T09:59:00.123Z",
                        "null",
                        "reconnect",
                        "http://127.0.0.1:8080/?reconnect=spotify");
    }

    @Test
    void a_token_that_turns_out_to_be_somebody_elses_is_told_and_not_lent_any_more() {
        standing(new Standing.Active());
        service.spotify.whoAnswer = Optional.of(
                new WhoAnswer.Known(new ExternalAccount("somebody-else", Optional.empty(), Optional.empty())));
        Answer health = ann.client().get(HEALTH + "?probe=true").isOk();
        assertThat(health.text("data.state")).isEqualTo("needs_reconnect");
        assertThat(health.text("data.cause")).isEqualTo("token_of_another");
        assertThat(health.body()).doesNotContain("somebody-else");
        ann.client().get("/platforms/spotify/token").isProblem(409, "reauth_required");
    }

    @Test
    void a_row_that_cannot_be_read_hides_no_other_in_the_list() {
        Connection spoilt = standing(new Standing.Active());
        service.connected(ann.account, connection -> connection.at(TestService.GONE));
        service.store.spoil(spoilt.id());
        Answer list = ann.client().get("/user/platforms").isOk();
        assertThat(list.text("data.0.platform")).isEqualTo("gone");
        assertThat(list.text("data.0.name")).isEqualTo("gone");
        assertThat(list.text("data.0.state")).isEqualTo("connected");
        assertThat(list.text("data.1.platform")).isEqualTo(SPOTIFY.value());
        assertThat(list.text("data.1.state")).isEqualTo("needs_reconnect");
        assertThat(list.text("data.1.cause")).isEqualTo("secret_unreadable");
        assertThat(ann.client().delete("/user/platforms/gone").isOk().text("data.onlyYouCan"))
                .startsWith("gone could not be told");
    }
}
