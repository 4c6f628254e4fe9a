package dev.patchbay.port.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.TokenAnswer.AppRefused;
import dev.patchbay.domain.connection.TokenAnswer.GrantDead;
import dev.patchbay.domain.connection.TokenAnswer.Granted;
import dev.patchbay.domain.connection.TokenAnswer.Throttled;
import dev.patchbay.domain.connection.TokenAnswer.Unavailable;
import dev.patchbay.domain.connection.WhoAnswer;
import dev.patchbay.domain.provider.Capability;
import dev.patchbay.domain.vault.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The part of the contract of {@link MusicPlatform} that is about renewing: the part where tokens are lost. */
abstract class RefreshContract extends PlatformPlay {
    @Proves(Promise.FLOW)
    @Test
    void a_refresh_brings_a_new_access_token() {
        Secret refreshToken = connectForRefresh();

        Granted renewed = granted(platform.refresh(stage.app(), refreshToken));

        assertThat(platform.whoIs(stage.app(), renewed.accessToken())).isInstanceOf(WhoAnswer.Known.class);
        assertThat(stage.arrived(StageCall.REFRESH)).isEqualTo(1);
    }

    @Proves(Promise.FLOW)
    @ParameterizedTest
    @EnumSource(names = {"NO_REFRESH_TOKEN", "BLANK_REFRESH_TOKEN"})
    void a_refresh_without_a_refresh_token_keeps_the_old_one(StageFault fault) {
        Secret refreshToken = connectForRefresh();
        stage.next(StageCall.REFRESH, fault);

        assertThat(granted(platform.refresh(stage.app(), refreshToken)).refreshToken())
                .isEmpty();
        granted(platform.refresh(stage.app(), refreshToken));
    }

    @Proves(Promise.FLOW)
    @Test
    void a_refresh_with_a_new_refresh_token_brings_it() {
        Secret refreshToken = connectForRefresh();
        stage.next(StageCall.REFRESH, StageFault.NEW_REFRESH_TOKEN);

        Secret successor = granted(platform.refresh(stage.app(), refreshToken))
                .refreshToken()
                .orElseThrow();

        assertThat(successor).isNotEqualTo(refreshToken);
        granted(platform.refresh(stage.app(), successor));
    }

    @Proves(Promise.ERROR_CLASSES)
    @ParameterizedTest
    @EnumSource(names = {"BAD_GATEWAY", "HTML_FOR_JSON", "OVERSIZE", "BODY_CUT", "ANSWER_DROPPED", "FIELDS_RENAMED"})
    void a_refresh_without_a_usable_answer_is_an_outage_and_made_once(StageFault fault) {
        Secret refreshToken = connectForRefresh();
        // A second call on a kept connection is where HTTP clients are tempted to resend.
        Secret present = granted(platform.refresh(stage.app(), refreshToken))
                .refreshToken()
                .orElse(refreshToken);
        stage.next(StageCall.REFRESH, fault);

        assertThat(platform.refresh(stage.app(), present)).isInstanceOf(Unavailable.class);
        assertThat(stage.arrived(StageCall.REFRESH)).isEqualTo(2);
    }

    @Proves(Promise.ERROR_CLASSES)
    @Test
    void a_503_says_when_to_come_back() {
        Secret refreshToken = connectForRefresh();
        stage.next(StageCall.REFRESH, StageFault.UNAVAILABLE_FOR_7_SECONDS);

        assertThat(platform.refresh(stage.app(), refreshToken))
                .isInstanceOfSatisfying(Unavailable.class, answer -> assertThat(answer.retryAfter())
                        .contains(Duration.ofSeconds(7)));
    }

    @Proves(Promise.LIMITS)
    @Test
    void a_pause_of_a_day_is_reported_and_not_slept_through() {
        Secret refreshToken = connectForRefresh();
        stage.next(StageCall.REFRESH, StageFault.THROTTLED_FOR_A_DAY);
        Instant before = Instant.now();

        assertThat(platform.refresh(stage.app(), refreshToken))
                .isEqualTo(new Throttled(Cause.THROTTLED, Optional.of(Duration.ofDays(1))));
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(10));
    }

    @Proves(Promise.LIMITS)
    @Test
    void a_quota_that_is_used_up_is_told_from_a_pause() {
        assumeFalse(stage.unknownFaults().contains(StageFault.QUOTA_EXCEEDED), "this platform has no quota");
        Secret refreshToken = connectForRefresh();
        stage.next(StageCall.REFRESH, StageFault.QUOTA_EXCEEDED);

        assertThat(platform.refresh(stage.app(), refreshToken))
                .isEqualTo(new Throttled(Cause.APP_QUOTA_EXCEEDED, Optional.empty()));
    }

    @Proves(Promise.ERROR_CLASSES)
    @Test
    void silence_ends_within_the_deadline() {
        useImpatientStage();
        Secret refreshToken = connectForRefresh();
        stage.next(StageCall.REFRESH, StageFault.SILENCE);
        Instant before = Instant.now();

        assertThat(platform.refresh(stage.app(), refreshToken)).isInstanceOf(Unavailable.class);
        assertThat(Duration.between(before, Instant.now()))
                .isBetween(SHORT.minusMillis(200), SHORT.plus(Duration.ofSeconds(5)));
    }

    @Proves(Promise.RECONNECT)
    @Test
    void a_withdrawn_grant_is_dead() {
        Secret refreshToken = connectForRefresh();
        stage.withdraw();

        assertThat(platform.refresh(stage.app(), refreshToken)).isEqualTo(new GrantDead());
    }

    @Proves(Promise.RECONNECT)
    @Test
    void a_grant_that_was_never_given_is_dead() {
        assumeTrue(platform.descriptor().can(Capability.REFRESH), "this platform renews nothing");

        assertThat(platform.refresh(stage.app(), Visit.random())).isEqualTo(new GrantDead());
    }

    @Proves(Promise.ERROR_CLASSES)
    @Test
    void a_refused_app_does_not_end_a_grant() {
        Secret refreshToken = connectForRefresh();
        stage.next(StageCall.REFRESH, StageFault.APP_REFUSED);

        assertThat(platform.refresh(stage.app(), refreshToken)).isEqualTo(new AppRefused(Cause.APP_REJECTED));
        granted(platform.refresh(stage.app(), refreshToken));
    }

    @Proves(Promise.RECONNECT)
    @Test
    void a_platform_that_renews_nothing_says_so_without_a_call() {
        assumeFalse(platform.descriptor().can(Capability.REFRESH), "this platform renews");
        int before = stage.arrivedInAll();

        assertThat(platform.refresh(stage.app(), Visit.random())).isEqualTo(new GrantDead());
        assertThat(stage.arrivedInAll()).isEqualTo(before);
    }
}
