package dev.patchbay.usecase.refresh;

import static dev.patchbay.port.Fixtures.NOW;
import static dev.patchbay.port.Fixtures.SPOTIFY;
import static dev.patchbay.port.Fixtures.hours;
import static dev.patchbay.port.Fixtures.minutes;
import static dev.patchbay.port.Fixtures.seconds;
import static dev.patchbay.usecase.Lendings.assertWithheld;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.TokenAnswer;
import dev.patchbay.port.SeededSecrets;
import dev.patchbay.usecase.Person;
import dev.patchbay.usecase.ServiceProcess;
import dev.patchbay.usecase.World;
import dev.patchbay.usecase.connection.Lending;
import dev.patchbay.usecase.refresh.Verdict.State;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackOffTest {

    private static final Duration FLOOR = Duration.ofMillis(250);
    private static final int DEMANDS = 60_000;

    private final BackOff backOff = new BackOff(new SeededSecrets());
    private final World world = new World();
    private final Person ann = world.somebody();

    @Test
    void the_ceiling_doubles_from_a_second_to_a_quarter_of_an_hour_and_is_an_hour_for_the_hopeless() {
        assertThat(IntStream.of(1, 2, 3, 4, 5, 10, 11, 20)
                        .mapToObj(BackOff::ceiling)
                        .map(Duration::toSeconds))
                .containsExactly(1L, 2L, 4L, 8L, 16L, 512L, 900L, 900L);
        assertThat(BackOff.ceiling(21)).isEqualTo(hours(1));
        assertThat(BackOff.ceiling(Integer.MAX_VALUE)).isEqualTo(hours(1));
    }

    @Test
    void the_waits_fill_the_room_under_the_ceiling_and_never_leave_it() {
        for (int failures : List.of(1, 5, 12, 30)) {
            Duration ceiling = BackOff.ceiling(failures);
            List<Duration> waits = IntStream.range(0, 2000)
                    .mapToObj(i -> Duration.between(NOW, backOff.nextTry(failures, Optional.empty(), NOW)))
                    .toList();

            assertThat(waits).allSatisfy(wait -> assertThat(wait).isBetween(FLOOR, FLOOR.plus(ceiling)));
            assertThat(waits).anyMatch(wait -> wait.compareTo(FLOOR.plus(ceiling.dividedBy(20))) < 0);
            assertThat(waits)
                    .anyMatch(wait ->
                            wait.compareTo(FLOOR.plus(ceiling.multipliedBy(19).dividedBy(20))) > 0);
        }
    }

    @Test
    void a_time_the_platform_names_is_obeyed_when_it_is_the_longer_one() {
        assertThat(backOff.nextTry(1, Optional.of(hours(3)), NOW)).isEqualTo(NOW.plus(hours(3)));
        assertThat(backOff.nextTry(30, Optional.of(Duration.ofMillis(1)), NOW)).isAfter(NOW.plus(FLOOR));
    }

    @Test
    void who_waited_together_does_not_come_back_together() {
        assertThat(IntStream.range(0, 1000).mapToObj(i -> backOff.spread(NOW, seconds(30))))
                .allSatisfy(at -> assertThat(at).isBetween(NOW, NOW.plusSeconds(30)))
                .anyMatch(at -> at.isBefore(NOW.plusSeconds(3)))
                .anyMatch(at -> at.isAfter(NOW.plusSeconds(27)));
    }

    @Test
    void one_connection_asked_for_sixty_thousand_times_in_a_day_without_an_answer_costs_at_most_120_calls() {
        ServiceProcess two = world.process("two");
        world.expired(ann, world.spotify);
        world.spotify.down(true);

        for (int i = 0; i < DEMANDS; i++) {
            lend(i % 2 == 0 ? world.one : two);
            world.clock.advance(Duration.ofDays(1).dividedBy(DEMANDS));
        }

        assertThat(world.spotify.refreshes()).isBetween(20, 120);
    }

    @Test
    void a_dead_grant_costs_exactly_one_call_and_then_none() {
        ServiceProcess two = world.process("two");
        world.expired(ann, world.spotify);
        world.spotify.nextRefresh(new TokenAnswer.Unavailable("silence", Optional.empty()));
        lend(world.one);
        world.clock.advance(minutes(1));
        world.spotify.withdraw(ann.outside());
        int before = world.spotify.refreshes();

        for (int i = 0; i < DEMANDS; i++) {
            assertWithheld(lend(i % 2 == 0 ? world.one : two), State.NEEDS_RECONNECT, Cause.GRANT_DEAD);
            world.clock.advance(Duration.ofDays(1).dividedBy(DEMANDS));
        }

        assertThat(world.spotify.refreshes() - before).isEqualTo(1);
    }

    private Lending lend(ServiceProcess process) {
        return process.lendToken().lend(ann.claim(), SPOTIFY, Optional.empty());
    }
}
