package dev.patchbay.usecase.refresh;

import static dev.patchbay.port.Fixtures.NOW;
import static dev.patchbay.port.Fixtures.SPOTIFY;
import static dev.patchbay.port.Fixtures.hours;
import static dev.patchbay.port.Fixtures.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.clientapp.AppCondition;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.port.Fixtures;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeathWatchTest {

    private static final AppCondition FINE = new AppCondition.Fine();

    private final DeathWatch watch = new DeathWatch();
    private final ClientAppId app = Fixtures.anAppOf(SPOTIFY);

    @Test
    void four_refusals_are_believed_and_the_fifth_within_ten_minutes_is_not() {
        for (int i = 0; i < 4; i++) {
            assertThat(believes(NOW.plusSeconds(i))).isTrue();
        }

        assertThat(believes(NOW.plus(minutes(9)))).isFalse();
    }

    @Test
    void refusals_of_more_than_ten_minutes_ago_do_not_count() {
        for (int i = 0; i < 50; i++) {
            assertThat(believes(NOW.plus(minutes(3).multipliedBy(i)))).isTrue();
        }
    }

    @Test
    void many_refusals_are_believed_while_they_are_fewer_than_half_of_the_answers() {
        for (int i = 0; i < 100; i++) {
            watch.renewed(app, NOW);
        }
        for (int i = 0; i < 99; i++) {
            assertThat(believes(NOW)).isTrue();
        }

        assertThat(believes(NOW)).isFalse();
    }

    @Test
    void one_apps_refusals_say_nothing_about_anothers() {
        for (int i = 0; i < 10; i++) {
            believes(NOW);
        }

        assertThat(watch.believes(Fixtures.anAppOf(SPOTIFY), FINE, Optional.empty(), NOW))
                .isTrue();
    }

    @Test
    void while_it_is_doubted_nothing_is_believed_and_after_a_day_everything_is() {
        var doubt = new AppCondition.Doubted(NOW, NOW.plus(minutes(15)));

        assertThat(watch.believes(app, doubt, Optional.empty(), NOW.plus(minutes(1))))
                .isFalse();
        assertThat(watch.believes(
                        app, doubt, Optional.empty(), NOW.plus(hours(24)).minusMillis(1)))
                .isFalse();
        assertThat(watch.believes(app, doubt, Optional.empty(), NOW.plus(hours(24))))
                .isTrue();
    }

    @Test
    void what_was_forgotten_does_not_count_any_more() {
        for (int i = 0; i < 10; i++) {
            believes(NOW);
        }
        watch.trusted(app, NOW);

        assertThat(believes(NOW)).isTrue();
    }

    @Test
    void a_thousand_answers_are_remembered_and_it_is_the_latest_that_count() {
        for (int i = 0; i < 5000; i++) {
            watch.renewed(app, NOW);
        }
        for (int i = 0; i < 499; i++) {
            assertThat(believes(NOW)).isTrue();
        }

        assertThat(believes(NOW)).isFalse();
    }

    private boolean believes(Instant now) {
        return watch.believes(app, FINE, Optional.empty(), now);
    }

    @Test
    void a_grant_that_was_doubted_stays_so_whatever_else_is_noted_until_a_canary_comes_back_or_a_day_is_over() {
        Optional<Instant> doubted = Optional.of(NOW);
        assertThat(watch.believes(app, FINE, doubted, NOW.plus(hours(23)))).isFalse();
        assertThat(watch.believes(app, FINE, doubted, NOW.plus(hours(24)))).isTrue();

        watch.trusted(app, NOW.plus(minutes(30)));

        assertThat(watch.believes(app, FINE, doubted, NOW.plus(hours(1)))).isTrue();
    }
}
