package dev.patchbay.domain.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.certificate.OrderFailure.Kind;
import dev.patchbay.domain.certificate.OrderFailure.Note;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OrderHistoryTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final OrderFailure REFUSED = new OrderFailure.NameRefused("not for you");

    @Test
    void each_failure_in_a_row_is_waited_for_longer_up_to_six_hours() {
        List<Long> minutes = new ArrayList<>();
        OrderHistory history = OrderHistory.none();
        for (int i = 0; i < 13; i++) {
            history = history.failed(REFUSED, false, Optional.empty(), NOW);
            minutes.add(Duration.between(NOW, history.nextAt().orElseThrow()).toMinutes());
        }

        assertThat(minutes).containsExactly(1L, 2L, 2L, 5L, 10L, 20L, 40L, 80L, 160L, 320L, 360L, 360L, 360L);
        assertThat(history.lastFailure()).contains(new Note(Kind.NAME_REFUSED, "not for you"));
        assertThat(history.succeeded(NOW).mayTry(NOW)).isTrue();
        assertThat(history.succeeded(NOW).lastFailure()).isEmpty();
    }

    @Test
    void near_the_end_of_a_certificate_no_wait_is_longer_than_twenty_minutes() {
        OrderHistory history = OrderHistory.none();
        for (int i = 0; i < 12; i++) {
            history = history.failed(REFUSED, true, Optional.empty(), NOW);
        }

        assertThat(history.mayTryAt()).isEqualTo(NOW.plus(Duration.ofMinutes(20)));
    }

    @Test
    void authorities_are_asked_at_most_three_times_in_any_hour() {
        Instant now = NOW;
        List<Instant> asked = new ArrayList<>();
        OrderHistory history = OrderHistory.none();
        while (now.isBefore(NOW.plus(Duration.ofDays(2)))) {
            if (history.mayTry(now)) {
                asked.add(now);
                history = history.trying(now).failed(REFUSED, true, Optional.empty(), now.plusSeconds(1));
            }
            now = now.plusSeconds(10);
        }

        assertThat(asked).hasSizeGreaterThan(100);
        for (int i = 3; i < asked.size(); i++) {
            assertThat(asked.get(i)).isAfterOrEqualTo(asked.get(i - 3).plus(Duration.ofHours(1)));
        }
    }

    @Test
    void a_try_that_ended_in_a_crash_counts() {
        OrderHistory crashed = OrderHistory.none().trying(NOW).trying(NOW).trying(NOW.plusSeconds(1));

        assertThat(crashed.mayTry(NOW.plusSeconds(2))).isFalse();
        assertThat(crashed.mayTryAt()).isEqualTo(NOW.plus(Duration.ofHours(1)));
        assertThat(crashed.lastAt()).contains(NOW.plusSeconds(1));
    }

    @Test
    void what_authorities_said_is_obeyed_when_it_is_longer() {
        Instant tomorrow = NOW.plus(Duration.ofDays(1));
        var limited = new OrderFailure.RateLimited(Optional.of(tomorrow), "too many");

        assertThat(OrderHistory.none()
                        .failed(limited, true, limited.notBefore(), NOW)
                        .mayTryAt())
                .isEqualTo(tomorrow);
        assertThat(OrderHistory.none()
                        .failed(limited, false, Optional.of(NOW.plusSeconds(5)), NOW)
                        .mayTryAt())
                .isEqualTo(NOW.plus(Duration.ofMinutes(1)));
    }

    @Test
    void who_hurries_waits_for_nothing_but_the_limit_of_an_hour() {
        OrderHistory twice = OrderHistory.none().trying(NOW).trying(NOW).failed(REFUSED, false, Optional.empty(), NOW);

        assertThat(twice.mayTry(NOW)).isFalse();
        assertThat(twice.hurried().mayTry(NOW)).isTrue();
        assertThat(twice.hurried().trying(NOW).mayTry(NOW)).isFalse();
    }

    @Test
    void a_long_detail_is_cut_off() {
        assertThat(new Note(Kind.DEFECT, "x".repeat(5000)).detail()).hasSize(Note.LONGEST);
    }
}
