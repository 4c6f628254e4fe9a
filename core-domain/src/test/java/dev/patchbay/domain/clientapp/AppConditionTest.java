package dev.patchbay.domain.clientapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.connection.Cause;
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
}
