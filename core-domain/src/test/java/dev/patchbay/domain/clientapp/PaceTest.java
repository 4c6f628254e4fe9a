package dev.patchbay.domain.clientapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Pace PACE = new Pace(20, 40);

    @Test
    void after_a_rest_a_burst_is_there_at_once_and_not_one_call_more() {
        Optional<Instant> state = PACE.after(NOW.minusSeconds(3600), 40, NOW);

        assertThat(state).contains(NOW.plusSeconds(2));
        assertThat(PACE.after(state.orElseThrow(), 1, NOW)).isEmpty();
        assertThat(PACE.after(NOW, 41, NOW)).isEmpty();
    }

    @Test
    void then_calls_come_back_one_by_one() {
        Instant empty = NOW.plusSeconds(2);

        assertThat(PACE.after(empty, 1, NOW.plusMillis(49))).isEmpty();
        assertThat(PACE.after(empty, 1, NOW.plusMillis(50))).contains(NOW.plusMillis(2050));
        assertThat(PACE.after(empty, 40, NOW.plusSeconds(2))).isPresent();
    }

    @Test
    void when_calls_can_be_made_is_the_first_moment_at_which_they_can() {
        Instant empty = NOW.plusSeconds(2);

        for (int calls : List.of(1, 7, 40)) {
            Instant possible = PACE.possibleAt(empty, calls);
            assertThat(PACE.after(empty, calls, possible)).isPresent();
            assertThat(PACE.after(empty, calls, possible.minusNanos(1))).isEmpty();
        }
    }

    @Test
    void in_no_stretch_of_time_are_there_more_calls_than_the_pace_and_a_burst() {
        Random random = new Random(7);
        Instant state = NOW;
        List<Instant> made = new ArrayList<>();
        for (Instant now = NOW; now.isBefore(NOW.plusSeconds(60)); now = now.plusMillis(random.nextInt(40))) {
            int calls = 1 + random.nextInt(3);
            Optional<Instant> after = PACE.after(state, calls, now);
            if (after.isPresent()) {
                state = after.get();
                for (int i = 0; i < calls; i++) {
                    made.add(now);
                }
            }
        }

        for (int from = 0; from < made.size(); from++) {
            for (int to = from; to < made.size(); to++) {
                double seconds = Duration.between(made.get(from), made.get(to)).toNanos() / 1e9;
                assertThat((double) (to - from + 1)).isLessThanOrEqualTo(40 + 20 * seconds + 1e-6);
            }
        }
        assertThat(made.size()).isGreaterThan(20 * 55);
    }

    @Test
    void a_pace_of_less_than_one_a_second_is_kept_too() {
        Pace slow = new Pace(0.1, 1);
        Instant state = slow.after(NOW, 1, NOW).orElseThrow();

        assertThat(slow.after(state, 1, NOW.plusSeconds(10).minusNanos(1))).isEmpty();
        assertThat(slow.after(state, 1, NOW.plusSeconds(10))).isPresent();
    }

    @Test
    void a_pace_that_never_lets_anybody_through_is_no_pace() {
        assertThatThrownBy(() -> new Pace(0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Pace(Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Pace(1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_is_left_are_the_calls_that_can_be_made_at_once() {
        Pace pace = new Pace(20, 40);
        Instant state = NOW;
        for (int taken = 0; taken < 40; taken++) {
            assertThat(pace.left(state, NOW)).isEqualTo(40 - taken);
            state = pace.after(state, 1, NOW).orElseThrow();
        }

        assertThat(pace.left(state, NOW)).isZero();
        assertThat(pace.left(state, NOW.plusMillis(49))).isZero();
        assertThat(pace.left(state, NOW.plusMillis(50))).isEqualTo(1);
        assertThat(pace.left(state, NOW.plusSeconds(100))).isEqualTo(40);
        assertThat(pace.left(state.plusSeconds(1), NOW)).isZero();
    }
}
