package dev.patchbay.domain.clientapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.connection.Cause;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AppConditionTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);

    @Test
    void an_app_with_nothing_against_it_may_be_used() {
        assertThat(new AppCondition.Fine().mayCall(NOW)).isTrue();
    }

    @Test
    void a_blocked_app_may_be_tried_from_its_time_on() {
        var blocked = new AppCondition.Blocked(Cause.APP_REJECTED, NOW, LATER);

        assertThat(blocked.mayCall(LATER.minusNanos(1))).isFalse();
        assertThat(blocked.mayCall(LATER)).isTrue();
    }

    @Test
    void an_app_that_cools_down_may_be_used_when_the_pause_is_over() {
        var pause = new AppCondition.CoolingDown(Cause.THROTTLED, NOW, LATER);

        assertThat(pause.mayCall(LATER.minusNanos(1))).isFalse();
        assertThat(pause.mayCall(LATER)).isTrue();
    }

    @Test
    void an_app_whose_refusals_are_doubted_goes_on_for_those_who_are_well() {
        var doubt = new AppCondition.Doubted(NOW, LATER);

        assertThat(doubt.mayCall(NOW)).isTrue();
        assertThat(doubt.mayCall(LATER)).isTrue();
    }

    @Test
    void a_doubt_is_over_after_a_day_however_often_a_canary_was_tried() {
        Instant end = NOW.plus(Duration.ofHours(24));

        assertThat(new AppCondition.Doubted(NOW, LATER).isOver(end.minusNanos(1)))
                .isFalse();
        assertThat(new AppCondition.Doubted(NOW, LATER).isOver(end)).isTrue();
        assertThat(new AppCondition.Doubted(NOW, end.plusSeconds(900)).isOver(end))
                .isTrue();
    }

    @Test
    void what_is_over_is_fine_and_a_block_lasts_until_the_app_was_seen_to_work() {
        AppCondition fine = new AppCondition.Fine();
        AppCondition blocked = new AppCondition.Blocked(Cause.APP_REJECTED, NOW, LATER);
        AppCondition pause = new AppCondition.CoolingDown(Cause.THROTTLED, NOW, LATER);
        AppCondition doubt = new AppCondition.Doubted(NOW, LATER);

        assertThat(fine.at(LATER)).isEqualTo(fine);
        assertThat(blocked.at(LATER)).isEqualTo(blocked);
        assertThat(pause.at(LATER.minusNanos(1))).isEqualTo(pause);
        assertThat(pause.at(LATER)).isEqualTo(fine);
        assertThat(doubt.at(LATER)).isEqualTo(doubt);
        assertThat(doubt.at(NOW.plus(Duration.ofHours(24)))).isEqualTo(fine);
    }
}
