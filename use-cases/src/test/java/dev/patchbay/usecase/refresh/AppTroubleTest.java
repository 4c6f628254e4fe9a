package dev.patchbay.usecase.refresh;

import static dev.patchbay.port.Fixtures.days;
import static dev.patchbay.port.Fixtures.hours;
import static dev.patchbay.port.Fixtures.minutes;
import static dev.patchbay.port.Fixtures.seconds;
import static dev.patchbay.usecase.Lendings.assertWithheld;
import static dev.patchbay.usecase.Lendings.tokenOf;
import static dev.patchbay.usecase.Lendings.verdictOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.clientapp.AppCondition;
import dev.patchbay.domain.clientapp.Pace;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.TokenAnswer;
import dev.patchbay.port.Race;
import dev.patchbay.usecase.FakePlatform;
import dev.patchbay.usecase.Person;
import dev.patchbay.usecase.ServiceProcess;
import dev.patchbay.usecase.Threads;
import dev.patchbay.usecase.World;
import dev.patchbay.usecase.connection.Lending;
import dev.patchbay.usecase.refresh.Verdict.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What concerns an app is the app's: its connections wait together, cost it next to nothing, and nobody else notices. */
@Timeout(60)
class AppTroubleTest {

    private final World world = new World();
    private final List<ServiceProcess> processes = IntStream.range(0, 3)
            .mapToObj(i -> world.aProcess("process-" + i).with(new Threads()).start())
            .toList();
    private final List<Person> people =
            Stream.generate(world::somebody).limit(20).toList();

    @Test
    void many_callers_of_all_processes_at_the_moment_a_blocked_app_may_be_tried_try_it_exactly_once() {
        List<Connection> theirs =
                people.stream().map(one -> world.expired(one, world.spotify)).toList();
        world.spotify.nextRefresh(new TokenAnswer.AppRefused(Cause.APP_REJECTED));
        world.one.lendToken().lend(people.getFirst().claim(), world.spotify.id(), Optional.empty());
        for (int round = 2; round <= 10; round++) {
            world.clock.advance(minutes(5));
            world.spotify.nextRefresh(new TokenAnswer.AppRefused(Cause.APP_REJECTED));

            List<Lending> lendings = Race.between(everybodyEverywhere(world.spotify));

            assertThat(world.spotify.refreshes()).isEqualTo(round);
            assertThat(lendings).allSatisfy(lending -> assertThat(
                            verdictOf(lending).cause())
                    .hasValueSatisfying(cause -> assertThat(cause).isIn(Cause.APP_REJECTED, Cause.REFRESH_RUNNING)));
        }
        assertThat(theirs).allSatisfy(one -> assertThat(world.stored(one)).isEqualTo(one));
    }

    @Test
    void a_sweep_at_that_moment_is_one_try_too() {
        people.forEach(one -> world.expired(one, world.spotify));
        world.spotify.nextRefresh(new TokenAnswer.AppRefused(Cause.APP_REJECTED));
        world.one.lendToken().lend(people.getFirst().claim(), world.spotify.id(), Optional.empty());

        for (int round = 2; round <= 5; round++) {
            world.spotify.nextRefresh(new TokenAnswer.AppRefused(Cause.APP_REJECTED));
            world.clock.advance(minutes(6));
            world.one.renewing().sweepDue().sweep();
            world.one.renewing().sweepDue().sweep();
            assertThat(world.spotify.refreshes()).isEqualTo(round);
        }

        world.clock.advance(minutes(6));
        world.one.renewing().sweepDue().sweep();
        world.clock.advance(minutes(6));
        world.one.renewing().sweepDue().sweep();
        assertThat(world.appNotes.of(world.appOf(world.spotify))).isEqualTo(new AppCondition.Fine());
        assertThat(world.spotify.refreshes()).isEqualTo(5 + people.size());
    }

    @Test
    void an_app_told_to_pause_for_a_day_is_not_called_for_a_day_by_anybody_and_nobody_waits_for_it() {
        people.forEach(one -> world.expired(one, world.spotify));
        world.pause = time -> {
            throw new AssertionError("waited for " + time);
        };
        ServiceProcess two = world.process("two");
        Instant start = world.clock.instant();
        world.spotify.nextRefresh(new TokenAnswer.Throttled(Cause.THROTTLED, Optional.of(days(1))));
        lend(world.one, people.getFirst(), world.spotify);

        while (world.clock.instant().isBefore(start.plus(days(1)))) {
            for (ServiceProcess process : List.of(world.one, two)) {
                people.forEach(
                        one -> assertWithheld(lend(process, one, world.spotify), State.WAITING, Cause.THROTTLED));
                process.renewing().sweepDue().sweep();
                process.renewing().settleRefreshes().settle();
            }
            world.clock.advance(minutes(10));
        }

        assertThat(world.spotify.refreshes()).isEqualTo(1);
        world.clock.advance(minutes(1));
        world.one.renewing().sweepDue().sweep();
        assertThat(world.spotify.refreshes()).isEqualTo(1 + people.size());
    }

    @Test
    void an_app_whose_provider_does_not_answer_is_called_five_times_and_then_seldom_and_others_as_ever() {
        people.forEach(one -> {
            world.expired(one, world.spotify);
            world.expired(one, world.youtube);
        });
        world.spotify.down(true);

        people.forEach(
                one -> assertWithheld(lend(world.one, one, world.spotify), State.WAITING, Cause.PROVIDER_UNAVAILABLE));

        assertThat(world.spotify.refreshes()).isEqualTo(5);
        assertThat(people).allSatisfy(one -> assertThat(tokenOf(lend(world.one, one, world.youtube)))
                .isNotEmpty());
        assertThat(world.one.heard().breakers()).containsExactly("spotify opened");

        for (int i = 0; i < 60; i++) {
            world.clock.advance(seconds(60));
            people.forEach(one -> lend(world.one, one, world.spotify));
        }
        assertThat(world.spotify.refreshes()).isLessThanOrEqualTo(5 + 61);

        world.spotify.down(false);
        world.clock.advance(hours(1));
        assertThat(people).allSatisfy(one -> assertThat(tokenOf(lend(world.one, one, world.spotify)))
                .isNotEmpty());
        assertThat(world.one.heard().breakers()).containsExactly("spotify opened", "spotify closed");
    }

    @Test
    void answers_that_say_no_are_answers_and_open_no_breaker() {
        people.forEach(one -> world.expired(one, world.spotify));
        for (int i = 0; i < 10; i++) {
            world.spotify.nextRefresh(new TokenAnswer.GrantDead());
        }

        people.forEach(one -> lend(world.one, one, world.spotify));

        assertThat(world.one.heard().breakers()).isEmpty();
    }

    @Test
    void callers_beyond_the_apps_pace_are_told_when_to_come_back_and_cost_no_call() {
        world.pace = new Pace(2, 5);
        people.forEach(one -> world.expired(one, world.spotify));
        Instant now = world.clock.instant();

        List<Lending> lendings =
                people.stream().map(one -> lend(world.one, one, world.spotify)).toList();

        assertThat(world.spotify.refreshes()).isEqualTo(5);
        assertThat(lendings.subList(5, 20)).allSatisfy(lending -> {
            assertWithheld(lending, State.WAITING, Cause.PACED);
            assertThat(verdictOf(lending).retryAt()).contains(now.plusMillis(500));
        });
        assertThat(tokenOf(lend(world.process("two"), people.getFirst(), world.spotify)))
                .isNotEmpty();
    }

    private List<Callable<Lending>> everybodyEverywhere(FakePlatform platform) {
        List<Callable<Lending>> callers = new ArrayList<>();
        for (ServiceProcess process : processes) {
            people.forEach(one -> callers.add(() -> lend(process, one, platform)));
        }
        return callers;
    }

    private static Lending lend(ServiceProcess process, Person who, FakePlatform platform) {
        return process.lendToken().lend(who.claim(), platform.id(), Optional.empty());
    }
}
