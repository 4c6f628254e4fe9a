package dev.patchbay.usecase.refresh;

import static dev.patchbay.port.Fixtures.NOW;
import static dev.patchbay.port.Fixtures.SPOTIFY;
import static dev.patchbay.port.Fixtures.minutes;
import static dev.patchbay.port.Fixtures.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.port.Fixtures;
import dev.patchbay.port.Telemetry;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SlowStartTest {

    private final Breakers breakers = new Breakers(Telemetry.NONE);
    private final SlowStart slowStart = new SlowStart(breakers);
    private final ClientAppId app = Fixtures.anAppOf(SPOTIFY);

    @Test
    void without_an_outage_everything_may_start_at_the_usual_pace() {
        assertThat(slowStart.allowed(app, 1000, NOW)).isEqualTo(1000);
        assertThat(slowStart.interval(app, Duration.ofMillis(50), NOW)).isEqualTo(Duration.ofMillis(50));
    }

    @Test
    void after_one_it_begins_with_one_a_second_and_doubles_every_ten_seconds() {
        Instant back = outageUntil(NOW);

        assertThat(startedIn(back, 0, 1)).isBetween(1, 2);
        assertThat(startedIn(back, 1, 10)).isBetween(11, 15);
        assertThat(startedIn(back, 10, 20)).isBetween(27, 31);
        assertThat(startedIn(back, 20, 30)).isBetween(56, 60);
        assertThat(startedIn(back, 30, 40)).isBetween(113, 117);
    }

    @Test
    void what_was_not_used_is_not_lost_and_never_given_twice() {
        Instant back = outageUntil(NOW);

        int atOnce = slowStart.allowed(app, 1000, back.plusSeconds(30));

        assertThat(atOnce).isBetween(101, 102);
        assertThat(slowStart.allowed(app, 1000, back.plusSeconds(30))).isZero();
    }

    @Test
    void not_more_is_taken_than_is_wanted() {
        Instant back = outageUntil(NOW);

        assertThat(slowStart.allowed(app, 40, back.plusSeconds(30))).isEqualTo(40);
        assertThat(slowStart.allowed(app, 1000, back.plusSeconds(30))).isBetween(61, 62);
    }

    @Test
    void the_time_between_two_shrinks_to_the_usual_one() {
        Instant back = outageUntil(NOW);
        Duration usual = Duration.ofMillis(50);

        assertThat(slowStart.interval(app, usual, back)).isEqualTo(seconds(1));
        assertThat(slowStart.interval(app, usual, back.plusSeconds(20))).isEqualTo(Duration.ofMillis(250));
        assertThat(slowStart.interval(app, usual, back.plusSeconds(50))).isEqualTo(usual);
    }

    @Test
    void after_two_minutes_it_is_over() {
        Instant back = outageUntil(NOW);

        assertThat(slowStart.allowed(app, 100_000, back.plus(minutes(2)))).isLessThan(100_000);
        assertThat(slowStart.allowed(app, 100_000, back.plus(minutes(2)).plusMillis(1)))
                .isEqualTo(100_000);
    }

    @Test
    void the_next_outage_begins_anew() {
        Instant back = outageUntil(NOW);
        slowStart.allowed(app, 1000, back.plusSeconds(60));

        Instant again = outageUntil(NOW.plus(minutes(30)));

        assertThat(slowStart.allowed(app, 1000, again)).isEqualTo(1);
    }

    @Test
    void one_apps_outage_is_not_anothers() {
        Instant back = outageUntil(NOW);

        assertThat(slowStart.allowed(Fixtures.anAppOf(SPOTIFY), 1000, back)).isEqualTo(1000);
    }

    private Instant outageUntil(Instant end) {
        for (int i = 0; i < 5; i++) {
            breakers.failed(app, end.minusSeconds(5));
        }
        assertThat(breakers.of(app).mayCall(end)).isTrue();
        breakers.answered(app, end);
        return end;
    }

    /** How many start between those seconds when ten times a second as many as possible do. */
    private int startedIn(Instant back, int from, int to) {
        int started = 0;
        for (int tenth = from * 10; tenth < to * 10; tenth++) {
            started += slowStart.allowed(app, 1000, back.plusMillis(100L * tenth));
        }
        return started;
    }
}
