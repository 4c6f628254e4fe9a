package dev.patchbay.usecase.refresh;

import static dev.patchbay.port.Fixtures.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.port.Race;
import dev.patchbay.usecase.Threads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BulkheadTest {

    private static final Duration NOT_AT_ALL = Duration.ZERO;

    private final AtomicReference<Duration> time = new AtomicReference<>(seconds(1000));
    private final Bulkhead room = new Bulkhead(new Threads(), time::get);
    private final List<String> let = Collections.synchronizedList(new ArrayList<>());

    @Test
    void the_sweep_gets_three_quarters_and_callers_get_all() {
        assertThat(forSweep(12)).hasSize(Bulkhead.FOR_SWEEP).doesNotContain(Optional.empty());
        assertThat(room.enterForSweep(NOT_AT_ALL)).isEmpty();

        for (int caller = 0; caller < Bulkhead.ROOM - Bulkhead.FOR_SWEEP; caller++) {
            assertThat(room.enter(NOT_AT_ALL)).isPresent();
        }

        assertThat(room.taken()).isEqualTo(Bulkhead.ROOM).isEqualTo(16);
        assertThat(room.enter(Duration.ofMillis(1))).isEmpty();
    }

    @Test
    void places_that_callers_have_count_against_the_sweep() {
        for (int caller = 0; caller < 10; caller++) {
            assertThat(room.enter(NOT_AT_ALL)).isPresent();
        }

        assertThat(forSweep(3).stream().flatMap(Optional::stream)).hasSize(2);
    }

    @Test
    void a_place_given_back_goes_to_the_caller_who_waited_longest_then_to_the_sweep() {
        List<Bulkhead.Place> places = fill();
        Thread sweep = waiting("sweep", room::enterForSweep);
        Thread first = waiting("first", room::enter);
        Thread second = waiting("second", room::enter);

        places.removeFirst().close();
        join(first);
        places.removeFirst().close();
        join(second);

        assertThat(let).containsExactly("first", "second");
        assertThat(room.taken()).isEqualTo(Bulkhead.ROOM);
        for (int free = 0; free < Bulkhead.ROOM - Bulkhead.FOR_SWEEP; free++) {
            places.removeFirst().close();
        }
        assertThat(sweep.isAlive()).isTrue();
        places.removeFirst().close();
        join(sweep);
        assertThat(let).containsExactly("first", "second", "sweep");
        assertThat(room.taken()).isEqualTo(Bulkhead.FOR_SWEEP);
    }

    @Test
    void a_place_is_given_back_once_however_often_it_is_closed() {
        Bulkhead.Place place = room.enter(NOT_AT_ALL).orElseThrow();
        Optional<Bulkhead.Place> other = room.enter(NOT_AT_ALL);

        place.close();
        place.close();

        assertThat(other).isPresent();
        assertThat(room.taken()).isEqualTo(1);
    }

    @Test
    void who_gave_up_waiting_leaves_no_place_taken() {
        List<Bulkhead.Place> places = fill();
        for (int i = 0; i < 20; i++) {
            assertThat(room.enter(Duration.ofMillis(1))).isEmpty();
            assertThat(room.enterForSweep(Duration.ofMillis(1))).isEmpty();
        }

        places.forEach(Bulkhead.Place::close);

        assertThat(room.taken()).isZero();
        assertThat(forSweep(12)).doesNotContain(Optional.empty());
    }

    @Test
    void it_knows_how_long_places_are_kept_lately() {
        assertThat(room.usualStay()).isZero();
        stay(Duration.ofMillis(100));
        assertThat(room.usualStay()).isEqualTo(Duration.ofMillis(100));

        stay(Duration.ofMillis(900));
        assertThat(room.usualStay()).isEqualTo(Duration.ofMillis(200));

        for (int i = 0; i < 60; i++) {
            stay(seconds(4));
        }
        assertThat(room.usualStay()).isBetween(Duration.ofMillis(3990), seconds(4));
    }

    @Test
    void many_who_come_wait_give_up_and_go_never_are_too_many_and_leave_none_behind() {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger next = new AtomicInteger();

        List<Integer> served = Race.between(Collections.nCopies(60, () -> {
            boolean sweep = next.getAndIncrement() % 2 == 0;
            int got = 0;
            for (int i = 0; i < 100; i++) {
                Duration patience = Duration.ofNanos(i % 3 == 0 ? 1 : 2_000_000);
                Optional<Bulkhead.Place> place = sweep ? room.enterForSweep(patience) : room.enter(patience);
                if (place.isPresent()) {
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    got++;
                    LockSupport.parkNanos(50_000);
                    inside.decrementAndGet();
                    place.get().close();
                }
            }
            return got;
        }));

        assertThat(most).hasValueBetween(2, Bulkhead.ROOM);
        assertThat(served.stream().mapToInt(got -> got).sum()).isPositive();
        assertThat(room.taken()).isZero();
    }

    private void stay(Duration howLong) {
        Bulkhead.Place place = room.enter(NOT_AT_ALL).orElseThrow();
        time.updateAndGet(now -> now.plus(howLong));
        place.close();
    }

    private List<Optional<Bulkhead.Place>> forSweep(int many) {
        List<Optional<Bulkhead.Place>> got = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            got.add(room.enterForSweep(NOT_AT_ALL));
        }
        return got;
    }

    private List<Bulkhead.Place> fill() {
        List<Bulkhead.Place> places = new ArrayList<>();
        while (room.taken() < Bulkhead.ROOM) {
            places.add(room.enter(NOT_AT_ALL).orElseThrow());
        }
        return places;
    }

    private Thread waiting(String name, Function<Duration, Optional<Bulkhead.Place>> entering) {
        Thread thread = Thread.ofPlatform().start(() -> {
            if (entering.apply(seconds(20)).isPresent()) {
                let.add(name);
            }
        });
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        return thread;
    }

    private static void join(Thread thread) {
        try {
            thread.join(10_000);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }
}
