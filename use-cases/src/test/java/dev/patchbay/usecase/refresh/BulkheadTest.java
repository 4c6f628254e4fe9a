package dev.patchbay.usecase.refresh;

import static dev.patchbay.port.Fixtures.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.port.Race;
import dev.patchbay.usecase.Threads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BulkheadTest {

    private final Bulkhead room = new Bulkhead(new Threads());

    @Test
    void the_sweep_gets_three_quarters_and_callers_get_all() {
        assertThat(room.enterForSweep(100)).isEqualTo(Bulkhead.FOR_SWEEP).isEqualTo(12);
        assertThat(room.enterForSweep(1)).isZero();

        for (int caller = 0; caller < Bulkhead.ROOM - Bulkhead.FOR_SWEEP; caller++) {
            assertThat(room.enter(Duration.ZERO)).isTrue();
        }

        assertThat(room.taken()).isEqualTo(Bulkhead.ROOM).isEqualTo(16);
        assertThat(room.enter(Duration.ofMillis(1))).isFalse();
    }

    @Test
    void places_that_callers_have_count_against_the_sweep() {
        for (int caller = 0; caller < 10; caller++) {
            assertThat(room.enter(Duration.ZERO)).isTrue();
        }

        assertThat(room.enterForSweep(12)).isEqualTo(2);
    }

    @Test
    void a_place_given_back_goes_to_the_caller_who_waited_longest_and_not_to_the_sweep() {
        fill();
        List<Integer> let = Collections.synchronizedList(new ArrayList<>());
        Thread first = waiting(1, let);
        Thread second = waiting(2, let);

        assertThat(room.enterForSweep(1)).isZero();
        room.leave();
        join(first);

        assertThat(let).containsExactly(1);
        assertThat(room.enterForSweep(1)).isZero();
        room.leave();
        join(second);
        assertThat(let).containsExactly(1, 2);
        assertThat(room.taken()).isEqualTo(Bulkhead.ROOM);
    }

    @Test
    void who_gave_up_waiting_leaves_no_place_taken() {
        fill();
        for (int i = 0; i < 20; i++) {
            assertThat(room.enter(Duration.ofMillis(1))).isFalse();
        }

        for (int i = 0; i < Bulkhead.ROOM; i++) {
            room.leave();
        }

        assertThat(room.taken()).isZero();
        assertThat(room.enterForSweep(12)).isEqualTo(12);
    }

    @Test
    void many_who_come_wait_give_up_and_go_never_are_too_many_and_leave_none_behind() {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();

        List<Integer> served = Race.between(Collections.nCopies(60, () -> {
            int got = 0;
            for (int i = 0; i < 100; i++) {
                if (room.enter(Duration.ofNanos(i % 3 == 0 ? 1 : 2_000_000))) {
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    got++;
                    LockSupport.parkNanos(50_000);
                    inside.decrementAndGet();
                    room.leave();
                }
            }
            return got;
        }));

        assertThat(most).hasValueBetween(2, Bulkhead.ROOM);
        assertThat(served).allMatch(got -> got > 0);
        assertThat(room.taken()).isZero();
    }

    private void fill() {
        while (room.taken() < Bulkhead.ROOM) {
            assertThat(room.enter(Duration.ZERO)).isTrue();
        }
    }

    private Thread waiting(int number, List<Integer> let) {
        Thread thread = Thread.ofPlatform().start(() -> {
            if (room.enter(seconds(20))) {
                let.add(number);
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
