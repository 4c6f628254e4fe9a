package dev.patchbay.usecase.operator;

import static dev.patchbay.port.Fixtures.seconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.port.SteppingClock;
import dev.patchbay.port.StoreUnavailable;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RememberedTest {

    private final SteppingClock clock = SteppingClock.atNow();
    private final AtomicInteger asked = new AtomicInteger();
    private Duration cost = Duration.ZERO;

    private final Remembered<Integer> remembered = new Remembered<>(
            () -> {
                clock.advance(cost);
                return asked.incrementAndGet();
            },
            clock);

    private Runnable meanwhile = () -> {};

    private final Remembered<Integer> shared = new Remembered<>(
            () -> {
                int mine = asked.incrementAndGet();
                if (mine == 1) {
                    meanwhile.run();
                }
                return mine;
            },
            clock);

    @Test
    void an_answer_is_given_again_for_ten_seconds() {
        assertThat(remembered.answer()).isEqualTo(1);
        clock.advance(seconds(10).minusMillis(1));
        assertThat(remembered.answer()).isEqualTo(1);

        clock.advance(Duration.ofMillis(1));
        assertThat(remembered.answer()).isEqualTo(2);
    }

    @Test
    void one_that_takes_long_is_asked_for_the_more_seldom() {
        cost = seconds(3);
        remembered.answer();

        clock.advance(seconds(59));
        assertThat(remembered.answer()).isEqualTo(1);
        clock.advance(seconds(1));
        assertThat(remembered.answer()).isEqualTo(2);
    }

    @Test
    void whoever_asks_while_the_question_is_under_way_waits_for_its_answer() throws InterruptedException {
        AtomicReference<Integer> heard = new AtomicReference<>();
        Thread other = new Thread(() -> heard.set(shared.answer()));
        meanwhile = () -> {
            other.start();
            while (asked.get() == 1 && other.getState() != Thread.State.BLOCKED) {
                Thread.onSpinWait();
            }
        };

        assertThat(shared.answer()).isEqualTo(1);
        other.join();

        assertThat(heard).hasValue(1);
        assertThat(asked).hasValue(1);
    }

    @Test
    void a_failure_is_not_remembered() {
        AtomicInteger tries = new AtomicInteger();
        Remembered<String> flaky = new Remembered<>(
                () -> {
                    if (tries.incrementAndGet() == 1) {
                        throw new StoreUnavailable("down", null);
                    }
                    return "up";
                },
                clock);

        assertThatThrownBy(flaky::answer).isInstanceOf(StoreUnavailable.class);
        assertThat(flaky.answer()).isEqualTo("up");
    }
}
