package dev.patchbay.usecase.refresh;

import static dev.patchbay.port.Fixtures.SOUNDCLOUD;
import static dev.patchbay.port.Fixtures.hours;
import static dev.patchbay.port.Fixtures.minutes;
import static dev.patchbay.usecase.Lendings.assertWithheld;
import static dev.patchbay.usecase.Lendings.tokenOf;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.port.Background;
import dev.patchbay.port.Race;
import dev.patchbay.usecase.Inline;
import dev.patchbay.usecase.Person;
import dev.patchbay.usecase.ServiceProcess;
import dev.patchbay.usecase.Threads;
import dev.patchbay.usecase.World;
import dev.patchbay.usecase.connection.Lending;
import dev.patchbay.usecase.refresh.Verdict.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many callers, several processes, callers that give up: one question at a time, and everybody gets its answer. */
@Timeout(60)
class RefreshStormTest {

    private final World world = new World();
    private final Person ann = world.somebody();
    private final ServiceProcess one =
            world.aProcess("first").with(new Threads()).start();
    private final ServiceProcess two =
            world.aProcess("second").with(new Threads()).start();
    private final CountDownLatch theEnd = new CountDownLatch(1);

    @AfterEach
    void let_every_flight_land() {
        theEnd.countDown();
    }

    @Test
    void two_hundred_callers_of_an_expired_token_cause_one_refresh_and_get_the_same_token() {
        world.expired(ann, world.soundcloud);
        world.soundcloud.beforeAnswering(() -> sleep(30));

        List<String> tokens = Race.between(Collections.nCopies(200, () -> tokenOf(lend(one))));

        assertThat(world.soundcloud.refreshes()).isEqualTo(1);
        assertThat(new HashSet<>(tokens)).hasSize(1);
        assertThat(world.soundcloud.isLive(tokens.getFirst())).isTrue();
    }

    @Test
    void two_processes_over_one_store_cause_one_refresh_and_get_the_same_token() {
        Connection connection = world.expired(ann, world.soundcloud);
        world.pause = time -> sleep(1);

        for (int round = 1; round <= 20; round++) {
            world.soundcloud.beforeAnswering(() -> sleep(2));
            List<Callable<String>> callers = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                ServiceProcess process = i % 2 == 0 ? one : two;
                callers.add(() -> tokenOf(lend(process)));
            }

            assertThat(new HashSet<>(Race.between(callers))).hasSize(1);
            assertThat(world.soundcloud.refreshes()).isEqualTo(round);
            world.clock.advance(hours(1));
        }

        assertThat(world.soundcloud.mostInFlight()).isEqualTo(1);
        assertThat(world.soundcloud.spentShown()).isZero();
        assertThat(world.stored(connection).version()).isEqualTo(21);
    }

    @Test
    void a_no_is_shared_by_everybody_who_waited_for_it() {
        world.expired(ann, world.soundcloud);
        world.pause = time -> sleep(1);
        world.soundcloud.withdraw(ann.outside());
        world.soundcloud.beforeAnswering(() -> sleep(20));
        List<Callable<Lending>> callers = new ArrayList<>(Collections.nCopies(50, () -> lend(one)));
        callers.addAll(Collections.nCopies(50, () -> lend(two)));

        assertThat(Race.between(callers))
                .allSatisfy(lending -> assertWithheld(lending, State.NEEDS_RECONNECT, Cause.GRANT_DEAD));
        assertThat(world.soundcloud.refreshes()).isEqualTo(1);
    }

    @Test
    void many_who_force_a_renewal_at_once_get_one() {
        world.connected(ann, world.soundcloud);
        world.pause = time -> sleep(1);
        List<Callable<String>> callers = new ArrayList<>(
                Collections.nCopies(30, () -> tokenOf(one.lendToken().lendRefreshed(ann.claim(), SOUNDCLOUD))));
        callers.addAll(Collections.nCopies(30, () -> tokenOf(two.lendToken().lendRefreshed(ann.claim(), SOUNDCLOUD))));

        assertThat(new HashSet<>(Race.between(callers))).hasSize(1);
        assertThat(world.soundcloud.refreshes()).isEqualTo(1);
    }

    @Test
    void a_caller_that_is_interrupted_leaves_and_the_renewal_comes_home_without_it() throws Exception {
        Connection connection = world.expired(ann, world.soundcloud);
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        world.soundcloud.beforeAnswering(() -> {
            asked.countDown();
            await(answer);
        });
        AtomicReference<Lending> got = new AtomicReference<>();
        AtomicBoolean flagKept = new AtomicBoolean();
        Thread caller = Thread.ofPlatform().start(() -> {
            got.set(lend(one));
            flagKept.set(Thread.currentThread().isInterrupted());
        });
        await(asked);

        caller.interrupt();
        caller.join(5000);

        assertWithheld(got.get(), State.WAITING, Cause.REFRESH_RUNNING);
        assertThat(flagKept).isTrue();
        answer.countDown();
        String token = tokenOf(lend(one));
        assertThat(token).isEqualTo(world.accessTokenOf(world.stored(connection)));
        assertThat(world.soundcloud.refreshes()).isEqualTo(1);
        assertThat(world.soundcloud.spentShown()).isZero();
    }

    @Test
    void a_caller_waits_only_so_long_and_the_flight_goes_on() {
        Connection connection = world.expired(ann, world.soundcloud);
        CountDownLatch answer = new CountDownLatch(1);
        world.soundcloud.beforeAnswering(() -> await(answer));
        var flights = one.renewing().flights();

        assertThat(flights.fly(connection, Duration.ofMillis(20))).isEmpty();
        assertThat(flights.fly(connection, Duration.ofMillis(20))).isEmpty();
        answer.countDown();

        assertThat(flights.fly(connection, Duration.ofSeconds(5)))
                .contains(new Renewal.Renewed(world.stored(connection)));
        assertThat(world.soundcloud.refreshes()).isEqualTo(1);
    }

    @Test
    void a_token_still_good_is_lent_to_whoever_cannot_wait() throws Exception {
        Connection connection = slow();

        assertThat(tokenOf(interruptedLending(() -> {}))).isEqualTo(world.accessTokenOf(connection));
    }

    @Test
    void nothing_is_lent_of_a_connection_that_was_removed_while_its_caller_waited() throws Exception {
        slow();

        Lending lending = interruptedLending(() -> world.disconnect.disconnect(ann.in(), SOUNDCLOUD));

        assertWithheld(lending, State.NOT_CONNECTED, Cause.NOT_CONNECTED);
    }

    @Test
    void a_flight_that_cannot_start_is_a_defect_and_the_next_one_starts() {
        world.expired(ann, world.soundcloud);
        AtomicBoolean full = new AtomicBoolean(true);
        Background refusing = new Inline() {
            @Override
            public void start(Runnable work) {
                if (full.getAndSet(false)) {
                    throw new RejectedExecutionException("full");
                }
                super.start(work);
            }
        };
        ServiceProcess process = world.aProcess("third").with(refusing).start();

        assertThatThrownBy(() -> lend(process)).isInstanceOf(IllegalStateException.class);
        assertThat(tokenOf(lend(process))).isNotEmpty();
    }

    /** A connection with nine minutes left, whose renewal gets no answer for now. */
    private Connection slow() {
        world.soundcloud.beforeAnswering(() -> await(theEnd));
        return world.connected(ann, world.soundcloud, fixture -> fixture.expiringIn(minutes(9)));
    }

    private Lending interruptedLending(Runnable meanwhile) throws Exception {
        AtomicReference<Lending> got = new AtomicReference<>();
        Thread caller = Thread.ofPlatform()
                .start(() -> got.set(one.lendToken().lend(ann.claim(), SOUNDCLOUD, Optional.of(minutes(10)))));
        while (world.soundcloud.refreshes() == 0) {
            Thread.onSpinWait();
        }
        meanwhile.run();
        caller.interrupt();
        caller.join(5000);
        return got.get();
    }

    private Lending lend(ServiceProcess process) {
        return process.lendToken().lend(ann.claim(), SOUNDCLOUD, Optional.empty());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError("a flight was interrupted", e);
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new AssertionError("a flight was interrupted", e);
        }
    }
}
