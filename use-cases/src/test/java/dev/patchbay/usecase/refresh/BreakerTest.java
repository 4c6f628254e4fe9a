package dev.patchbay.usecase.refresh;

import static dev.patchbay.port.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BreakerTest {

    private final Breaker breaker = new Breaker();
    private Instant now = NOW;

    @Test
    void four_failures_are_bad_luck_and_five_open_it() {
        fail(4);
        assertThat(breaker.mayCall(now)).isTrue();

        assertThat(breaker.failed(now)).isTrue();

        assertThat(breaker.isOpen()).isTrue();
        assertThat(breaker.mayCall(now)).isFalse();
        assertThat(breaker.refuses(now)).isTrue();
        assertThat(breaker.retryAt(now)).isEqualTo(now.plusSeconds(5));
    }

    @Test
    void failures_that_are_fewer_than_half_of_the_answers_do_not_open_it() {
        for (int i = 0; i < 11; i++) {
            breaker.answered(now);
        }
        fail(10);
        assertThat(breaker.isOpen()).isFalse();

        fail(1);
        assertThat(breaker.isOpen()).isTrue();
    }

    @Test
    void failures_of_more_than_ten_seconds_ago_are_forgotten() {
        fail(4);
        pass(10_001);
        fail(4);
        assertThat(breaker.isOpen()).isFalse();

        pass(9_000);
        fail(1);
        assertThat(breaker.isOpen()).isTrue();
    }

    @Test
    void after_five_seconds_one_probe_is_let_through_and_no_second() {
        fail(5);
        pass(4_999);
        assertThat(breaker.mayCall(now)).isFalse();

        pass(1);
        assertThat(breaker.refuses(now)).isFalse();
        assertThat(breaker.mayCall(now)).isTrue();

        assertThat(breaker.mayCall(now)).isFalse();
        pass(30_000);
        assertThat(breaker.mayCall(now)).isFalse();
    }

    @Test
    void each_probe_that_fails_doubles_the_pause_up_to_a_minute() {
        fail(5);

        List<Duration> pauses = Stream.generate(() -> {
                    Duration pause = Duration.between(now, breaker.retryAt(now));
                    pass(pause.toMillis() - 1);
                    assertThat(breaker.mayCall(now)).isFalse();
                    pass(1);
                    assertThat(breaker.mayCall(now)).isTrue();
                    assertThat(breaker.failed(now)).isFalse();
                    return pause;
                })
                .limit(7)
                .toList();

        assertThat(pauses.stream().map(Duration::toSeconds)).containsExactly(5L, 10L, 20L, 40L, 60L, 60L, 60L);
    }

    @Test
    void a_probe_that_is_answered_closes_it_and_the_next_outage_begins_with_a_short_pause() {
        fail(5);
        pass(5_000);
        assertThat(breaker.mayCall(now)).isTrue();
        breaker.failed(now);
        pass(10_000);
        assertThat(breaker.mayCall(now)).isTrue();

        assertThat(breaker.answered(now)).isTrue();

        assertThat(breaker.isOpen()).isFalse();
        assertThat(breaker.mayCall(now)).isTrue();
        assertThat(breaker.mayCall(now)).isTrue();
        fail(4);
        assertThat(breaker.isOpen()).isFalse();
        fail(1);
        assertThat(breaker.retryAt(now)).isEqualTo(now.plusSeconds(5));
    }

    @Test
    void an_answer_to_a_call_from_before_it_opened_does_not_close_it() {
        fail(5);

        assertThat(breaker.answered(now)).isFalse();

        assertThat(breaker.mayCall(now)).isFalse();
    }

    @Test
    void failures_of_calls_from_before_it_opened_do_not_make_the_pause_longer() {
        fail(5);
        Instant retryAt = breaker.retryAt(now);
        pass(1000);
        fail(20);

        assertThat(breaker.retryAt(now)).isEqualTo(retryAt);
    }

    @Test
    void a_probe_that_nobody_reports_on_is_followed_by_another_when_no_call_lasts_that_long() {
        fail(5);
        pass(5_000);
        assertThat(breaker.mayCall(now)).isTrue();

        pass(69_999);
        assertThat(breaker.mayCall(now)).isFalse();
        pass(1);
        assertThat(breaker.mayCall(now)).isTrue();
    }

    @Test
    void it_knows_how_long_the_provider_has_been_answering_again() {
        assertThat(breaker.answeringFor(now)).isEqualTo(Duration.ofDays(1));
        fail(5);
        pass(5_000);
        assertThat(breaker.mayCall(now)).isTrue();
        breaker.answered(now);

        pass(7_000);

        assertThat(breaker.answeringFor(now)).isEqualTo(Duration.ofSeconds(7));
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            breaker.failed(now);
        }
    }

    private void pass(long millis) {
        now = now.plusMillis(millis);
    }
}
