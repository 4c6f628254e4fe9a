package dev.patchbay.usecase.refresh;

import static dev.patchbay.port.Fixtures.SPOTIFY;
import static dev.patchbay.port.Fixtures.hours;
import static dev.patchbay.port.Fixtures.minutes;
import static dev.patchbay.port.Fixtures.seconds;
import static dev.patchbay.usecase.Lendings.tokenOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.clientapp.Pace;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.Due;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.port.Background;
import dev.patchbay.port.StoreUnavailable;
import dev.patchbay.port.clientapp.Allowances;
import dev.patchbay.port.clientapp.AppConditions;
import dev.patchbay.port.connection.Claims;
import dev.patchbay.port.connection.Connections;
import dev.patchbay.port.connection.Upkeep;
import dev.patchbay.port.provider.Rotations;
import dev.patchbay.usecase.Faltering;
import dev.patchbay.usecase.Person;
import dev.patchbay.usecase.Queued;
import dev.patchbay.usecase.ServiceProcess;
import dev.patchbay.usecase.Threads;
import dev.patchbay.usecase.World;
import dev.patchbay.usecase.WrappedClaims;
import dev.patchbay.usecase.connection.Lending;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whose turn it is at a provider, and that a place is given back whatever happened to whoever had it. */
@Timeout(60)
class SweepRoomTest {

    private final World world = new World();
    private final Queued background = new Queued();
    private final List<Integer> limits = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean threads;

    @Test
    void callers_find_room_while_the_sweep_is_at_work() throws Exception {
        expired(100);
        // The longest overdue come first, so hers is none of those that the sweep takes at once.
        world.clock.advance(hours(1));
        Person ann = world.somebody();
        Connection _ = world.expired(ann, world.spotify);
        ServiceProcess process = world.aProcess("two").with(new Threads()).start();
        CountDownLatch asked = new CountDownLatch(Bulkhead.FOR_SWEEP);
        CountDownLatch answers = new CountDownLatch(1);
        world.pause = time -> Thread.onSpinWait();
        world.spotify.beforeAnswering(() -> {
            asked.countDown();
            await(answers);
        });
        Thread sweep =
                Thread.ofPlatform().start(() -> process.renewing().sweepDue().sweep());
        assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();

        world.spotify.beforeAnswering(() -> {});
        assertThat(tokenOf(lend(process, ann))).isNotEmpty();

        assertThat(world.spotify.refreshes()).isEqualTo(Bulkhead.FOR_SWEEP + 1);
        answers.countDown();
        sweep.join(20_000);
        while (process.renewing().flights().underWay() > 0) {
            Thread.onSpinWait();
        }
        assertThat(world.spotify.refreshes()).isEqualTo(101);
        assertThat(world.spotify.mostInFlight()).isLessThanOrEqualTo(Bulkhead.FOR_SWEEP + 1);
    }

    @Test
    void a_provider_that_hangs_takes_no_room_from_another() throws Exception {
        expired(30);
        Person ann = world.somebody();
        Connection _ = world.expired(ann, world.youtube);
        ServiceProcess process = world.aProcess("two").with(new Threads()).start();
        CountDownLatch asked = new CountDownLatch(Bulkhead.FOR_SWEEP);
        CountDownLatch answers = new CountDownLatch(1);
        world.pause = time -> Thread.onSpinWait();
        world.spotify.beforeAnswering(() -> {
            asked.countDown();
            await(answers);
        });

        Thread sweep =
                Thread.ofPlatform().start(() -> process.renewing().sweepDue().sweep());
        assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
        while (world.youtube.refreshes() == 0) {
            Thread.onSpinWait();
        }

        answers.countDown();
        sweep.join(20_000);
        assertThat(sweep.isAlive()).isFalse();
    }

    @Test
    void a_flight_under_way_is_not_started_twice_and_leaves_its_place() {
        Person ann = world.somebody();
        Connection connection = world.expired(ann, world.spotify);
        var racing = new ServiceProcess[1];
        var claims = new NotingLimits() {
            @Override
            public List<Due> claimDue(ProviderId platform, Instant dueBy, Claimant claimant, int limit, Instant now) {
                List<Due> due = super.claimDue(platform, dueBy, claimant, limit, now);
                if (!due.isEmpty() && world.spotify.refreshes() == 0) {
                    racing[0].renewing().flights().start(connection);
                }
                return due;
            }
        };
        ServiceProcess process = world.aProcess("two")
                .with(new Switching())
                .with((Claims) claims)
                .start();
        racing[0] = process;

        Instant start = world.clock.instant();
        process.renewing().sweepDue().sweep();
        assertThat(world.spotify.refreshes()).isZero();
        assertThat(background.size()).isEqualTo(1);
        background.runAll();

        assertThat(world.clock.instant()).isEqualTo(start);
        assertThat(world.spotify.refreshes()).isEqualTo(1);
        assertThat(world.stored(connection).version()).isEqualTo(2);
        assertThat(roomFor(process)).isEqualTo(Bulkhead.FOR_SWEEP);
    }

    @Test
    void a_store_that_goes_away_at_any_moment_of_a_sweep_takes_no_room_with_it() {
        world.pace = new Pace(1000, 4);
        var store = new Faltering();
        ServiceProcess process = world.aProcess("two")
                .with(new Switching())
                .with(store.over(Connections.class, world.store.connections()))
                .with(store.over(Claims.class, new NotingLimits()))
                .with(store.over(Upkeep.class, world.store.upkeep()))
                .with(store.over(Allowances.class, world.store.allowances()))
                .with(store.over(AppConditions.class, world.store.appConditions()))
                .with(store.over(Rotations.class, world.store.rotations()))
                .start();
        int moment = 0;
        do {
            world.clock.advance(minutes(6));
            List<Connection> rows = expired(6);
            rows.subList(0, 2).forEach(row -> world.store.spoil(row.id()));
            store.failAfter(moment);
            process.renewing().sweepDue().sweep();
            try {
                background.runAll();
            } catch (StoreUnavailable e) {
                throw new AssertionError("what a flight throws is the flight's", e);
            }
            assertThat(process.renewing().flights().underWay()).isZero();
            moment++;
        } while (store.hasFailed());
        assertThat(moment).isGreaterThan(10);

        store.failAfter(Integer.MAX_VALUE);
        world.clock.advance(minutes(10));
        process.renewing().sweepDue().sweep();
        background.runAll();
        world.pace = new Pace(100_000, 100_000);
        assertThat(roomFor(process)).isEqualTo(Bulkhead.FOR_SWEEP);
    }

    /** How many a sweep claims first, when there are many; as many are asked for at once, and all of them are renewed. */
    private int roomFor(ServiceProcess process) {
        world.clock.advance(seconds(30));
        List<Connection> rows = expired(2 * Bulkhead.ROOM);
        limits.clear();
        threads = true;
        CountDownLatch asked = new CountDownLatch(Bulkhead.FOR_SWEEP);
        world.spotify.beforeAnswering(() -> {
            asked.countDown();
            // A place that was not given back is one that nobody can ask from.
            await(asked);
        });
        process.renewing().sweepDue().sweep();
        while (process.renewing().flights().underWay() > 0) {
            Thread.onSpinWait();
        }
        assertThat(rows)
                .allSatisfy(row -> assertThat(world.stored(row).version()).isEqualTo(2));
        return limits.getFirst();
    }

    /** Queued, until real threads are wanted. */
    private final class Switching implements Background {
        private final Background real = new Threads();

        @Override
        public void start(Runnable work) {
            (threads ? real : background).start(work);
        }

        @Override
        public void await(CompletableFuture<?> work, Duration atMost) {
            (threads ? real : background).await(work, atMost);
        }
    }

    /** The world's claims, which note how many spotify rows the sweep asks for. */
    private class NotingLimits extends WrappedClaims {
        NotingLimits() {
            super(world.store.claims());
        }

        @Override
        public List<Due> claimDue(ProviderId platform, Instant dueBy, Claimant claimant, int limit, Instant now) {
            if (platform.equals(SPOTIFY)) {
                limits.add(limit);
            }
            return super.claimDue(platform, dueBy, claimant, limit, now);
        }
    }

    private List<Connection> expired(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> world.expired(world.somebody(), world.spotify))
                .toList();
    }

    private static Lending lend(ServiceProcess process, Person who) {
        return process.lendToken().lend(who.claim(), SPOTIFY, Optional.empty());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }
}
