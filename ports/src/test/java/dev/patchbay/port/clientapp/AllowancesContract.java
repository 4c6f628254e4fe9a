package dev.patchbay.port.clientapp;

import static dev.patchbay.port.Fixtures.NOW;
import static dev.patchbay.port.Fixtures.SPOTIFY;
import static dev.patchbay.port.Fixtures.anAppOf;
import static dev.patchbay.port.Fixtures.hours;
import static dev.patchbay.port.Fixtures.seconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.clientapp.Pace;
import dev.patchbay.port.Race;
import dev.patchbay.port.Stores;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Allowances} counts. */
public abstract class AllowancesContract {

    private static final Pace TEN_A_SECOND = new Pace(10, 5);

    private final ClientAppId app = anAppOf(SPOTIFY);

    protected abstract Stores stores();

    @Test
    void after_a_rest_a_burst_is_there_and_then_the_time_of_the_next_is_told() {
        for (int i = 0; i < 5; i++) {
            assertThat(take(1, NOW)).isEmpty();
        }

        assertThat(take(1, NOW)).contains(NOW.plusMillis(100));
        assertThat(take(1, NOW.plusMillis(100).minusNanos(1000))).contains(NOW.plusMillis(100));
        assertThat(take(1, NOW.plusMillis(100))).isEmpty();
        assertThat(take(1, NOW.plusMillis(100))).contains(NOW.plusMillis(200));
    }

    @Test
    void several_are_taken_together_or_not_at_all() {
        assertThat(take(3, NOW)).isEmpty();

        assertThat(take(3, NOW)).contains(NOW.plusMillis(100));
        assertThat(take(2, NOW)).isEmpty();
    }

    @Test
    void a_long_rest_saves_up_no_more_than_a_burst() {
        take(5, NOW);
        Instant later = NOW.plus(hours(5));

        assertThat(take(5, later)).isEmpty();
        assertThat(take(1, later)).isPresent();
    }

    @Test
    void in_the_long_run_the_pace_is_kept_and_used_up_also_where_it_does_not_divide_evenly() {
        Pace three = new Pace(3, 2);
        int taken = 0;
        for (Duration at = Duration.ZERO; at.compareTo(seconds(20)) < 0; at = at.plusMillis(37)) {
            if (stores().allowances().take(app, 1, three, NOW.plus(at)).isEmpty()) {
                taken++;
            }
        }

        assertThat(taken).isBetween(60, 62);
    }

    @Test
    void of_many_who_take_at_once_no_more_get_one_than_there_are() {
        Pace twenty = new Pace(1, 20);

        int taken = Race.of(() -> {
                    int mine = 0;
                    for (int i = 0; i < 10; i++) {
                        if (stores().allowances().take(app, 1, twenty, NOW).isEmpty()) {
                            mine++;
                        }
                    }
                    return mine;
                })
                .stream()
                .mapToInt(Integer::intValue)
                .sum();

        assertThat(taken).isEqualTo(20);
    }

    @Test
    void apps_do_not_take_from_each_other() {
        take(5, NOW);
        ClientAppId alike = new ClientAppId(SPOTIFY, app.clientId().toUpperCase(Locale.ROOT));

        assertThat(stores().allowances().take(alike, 5, TEN_A_SECOND, NOW)).isEmpty();
    }

    @Test
    void a_new_pace_counts_from_what_was_taken() {
        take(5, NOW);

        assertThat(stores().allowances().take(app, 1, new Pace(1000, 5), NOW))
                .contains(NOW.plusMillis(500).plusMillis(1).minusMillis(5));
        assertThat(stores().allowances().take(app, 5, new Pace(1, 600), NOW)).isEmpty();
    }

    @Test
    void nobody_takes_nothing_or_more_than_a_burst() {
        assertThatThrownBy(() -> take(0, NOW)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> take(6, NOW)).isInstanceOf(IllegalArgumentException.class);
    }

    private Optional<Instant> take(int calls, Instant now) {
        return stores().allowances().take(app, calls, TEN_A_SECOND, now);
    }
}
