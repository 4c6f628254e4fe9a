package dev.patchbay.adapter.web;

import static dev.patchbay.port.Fixtures.NOW;
import static dev.patchbay.port.Fixtures.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.clientapp.AppCondition;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.Standing;
import dev.patchbay.domain.connection.TokenAnswer;
import dev.patchbay.domain.connection.WhoAnswer;
import dev.patchbay.port.Fixtures;
import dev.patchbay.port.connection.Claims;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Why there is no token: codes tell theirs-throttled, ours-throttled, down and busy apart, and say when to come back. */
class WithheldTest {
    private static final String TOKEN = "/platforms/spotify/token";

    private final TestService service = TestService.start();
    private final TestService.Person ann = service.person("Ann");

    @AfterEach
    void stop() {
        service.close();
    }

    private Connection expired() {
        return service.connected(ann.account, connection -> connection.expiringIn(minutes(-1)));
    }

    private Connection expired(Standing standing) {
        return service.connected(
                ann.account, connection -> connection.expiringIn(minutes(-1)).standing(standing));
    }

    private Answer connecting() {
        String state = ann.client().post("/platforms/spotify/connect", "{}").text("data.state");
        String code = service.spotify.consentOf(Fixtures.anOutsideAccount());
        return ann.client()
                .post("/platforms/spotify/callback", "{\"code\":\"" + code + "\",\"state\":\"" + state + "\"}");
    }

    private static void waits(Answer answer, String cause, String seconds) {
        assertThat(answer.text("cause")).isEqualTo(cause);
        assertThat(answer.text("state")).isEqualTo("waiting");
        assertThat(answer.text("nextAction")).isEqualTo("wait");
        assertThat(answer.header("Retry-After")).isEqualTo(seconds);
    }

    @Test
    void our_own_pacing_is_not_blamed_on_the_platform() {
        expired();
        var app = service.spotifyApp().id();
        assertThat(service.store.allowances().take(app, 10, TestService.PACE, NOW))
                .isEmpty();
        Answer answer = ann.client().get(TOKEN).isProblem(503, "paced");
        waits(answer, "paced", "10");
        assertThat(answer.text("retryAt")).isEqualTo("2026-11-21T10:00:10.123Z");
    }

    @Test
    void a_breaker_that_is_open_says_that_the_platform_is_down() {
        service.spotify.refreshAnswer = Optional.of(new TokenAnswer.Unavailable("502", Optional.empty()));
        for (String name : List.of("Bob", "Cay", "Dan", "Eve", "Fay")) {
            TestService.Person other = service.person(name);
            service.connected(other.account, connection -> connection.expiringIn(minutes(-1)));
            other.client().get(TOKEN).isProblem(503, "provider_unavailable");
        }
        service.spotify.refreshAnswer = Optional.empty();
        expired();
        waits(ann.client().get(TOKEN).isProblem(503, "provider_unavailable"), "provider_unavailable", "5");
    }

    @Test
    void a_renewal_that_another_process_is_at_is_waited_for() {
        Connection connection = expired();
        var other = new Claims.Claimant("another process", Duration.ofHours(1));
        assertThat(service.store.claims().claim(connection.id(), 1, other, held -> false, NOW))
                .isPresent();
        waits(ann.client().get(TOKEN).isProblem(503, "temporarily_unavailable"), "refresh_running", "2");
    }

    @Test
    void a_process_that_stops_sends_callers_to_another() {
        expired();
        service.stopsRenewing();
        waits(ann.client().get(TOKEN).isProblem(503, "temporarily_unavailable"), "stopping", "2");
    }

    @Test
    void a_doubted_refusal_ends_nothing_and_is_waited_for() {
        expired(new Standing.Waiting(Cause.DEATHS_DOUBTED, NOW, NOW.plusSeconds(900), 1));
        Answer answer = ann.client().get(TOKEN).isProblem(503, "temporarily_unavailable");
        waits(answer, "deaths_doubted", "900");
        assertThat(answer.text("since")).isEqualTo("2026-11-21T10:00:00.123Z");
    }

    @Test
    void a_store_that_is_away_says_when_to_come_back_in_both_ways() {
        expired();
        Client client = ann.client();
        service.storeGoesDown();
        Answer answer = client.get(TOKEN).isProblem(503, "temporarily_unavailable");
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(answer.text("retryAt")).isEqualTo("2026-11-21T10:00:05.123Z");
        assertThat(answer.text("nextAction")).isEqualTo("wait");
    }

    @ParameterizedTest
    @EnumSource(
            value = Cause.class,
            names = {"ROTATION_OUTCOME_UNKNOWN", "SECRET_UNREADABLE", "TOKEN_OF_ANOTHER", "CONSENT_ENDED"})
    void what_only_the_person_can_mend_is_not_worth_waiting_for(Cause cause) {
        expired(new Standing.NeedsReconnect(cause, NOW));
        Answer answer = ann.client().get(TOKEN).isProblem(409, "reauth_required");
        assertThat(answer.text("cause")).isEqualTo(cause.code());
        assertThat(answer.text("reconnectUrl")).isEqualTo("http://127.0.0.1:8080/?reconnect=spotify");
        assertThat(answer.header("Retry-After")).startsWith("(no");
        assertThat(answer.json()).doesNotContainKey("retryAt");
    }

    @Test
    void a_quarantined_connection_needs_its_person() {
        expired(new Standing.Quarantined(Cause.SECRET_UNREADABLE, NOW.minusSeconds(60)));
        Answer answer = ann.client().get(TOKEN).isProblem(409, "reauth_required");
        assertThat(answer.text("state")).isEqualTo("needs_reconnect");
        assertThat(answer.text("since")).isEqualTo("2026-11-21T09:59:00.123Z");
        assertThat(answer.text("nextAction")).isEqualTo("reconnect");
    }

    @Test
    void a_time_that_is_over_is_no_answer_to_when() {
        service.store
                .appConditions()
                .note(
                        service.spotifyApp().id(),
                        new AppCondition.Blocked(
                                Cause.APP_QUOTA_EXCEEDED, NOW.minusSeconds(600), NOW.minusSeconds(300)));
        service.spotify.whoAnswer = Optional.of(new WhoAnswer.Refused(Cause.APP_QUOTA_EXCEEDED));
        Answer answer = connecting().isProblem(429, "rate_limited");
        assertThat(answer.header("Retry-After")).isEqualTo("30");
        assertThat(answer.text("retryAt")).isEqualTo("2026-11-21T10:00:30.123Z");
    }

    @Test
    void part_of_a_second_is_a_second() {
        expired();
        service.store
                .appConditions()
                .note(
                        service.spotifyApp().id(),
                        new AppCondition.CoolingDown(Cause.APP_QUOTA_EXCEEDED, NOW, NOW.plusNanos(1000)));
        Answer answer = ann.client().get(TOKEN).isProblem(429, "rate_limited");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
    }

    @Test
    void a_connect_that_is_throttled_says_until_when_the_app_pauses() {
        service.spotify.exchangeAnswer =
                Optional.of(new TokenAnswer.Throttled(Cause.THROTTLED, Optional.of(Duration.ofMinutes(90))));
        Answer answer = connecting().isProblem(429, "rate_limited");
        assertThat(answer.header("Retry-After")).isEqualTo("5400");
        assertThat(answer.text("retryAt")).isEqualTo("2026-11-21T11:30:00.123Z");
    }

    @Test
    void a_connect_to_a_platform_that_is_down_says_when_to_try_again() {
        service.spotify.exchangeAnswer = Optional.of(new TokenAnswer.Unavailable("502", Optional.empty()));
        Answer answer = connecting().isProblem(503, "provider_unavailable");
        assertThat(answer.header("Retry-After")).isEqualTo("30");
    }
}
