package dev.patchbay.domain.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RenewalPlanTest {
    private static final Instant BEGIN = Instant.parse("2026-11-21T10:00:00Z");
    private static final Draw EARLIEST = new Draw(0);
    private static final Draw LATEST = new Draw(Draw.BOUND - 1);

    @Test
    void without_a_window_it_is_due_when_a_third_is_left() {
        assertThat(plan(Duration.ofDays(90), EARLIEST).renewAt()).isEqualTo(after(Duration.ofDays(60)));
        assertThat(plan(Duration.ofDays(45), EARLIEST).renewAt()).isEqualTo(after(Duration.ofDays(30)));
        assertThat(plan(Duration.ofDays(10).plusSeconds(3), EARLIEST).renewAt())
                .isEqualTo(after(Duration.ofDays(10).plusSeconds(3).dividedBy(3).multipliedBy(2)));
    }

    @Test
    void below_ten_days_it_is_due_when_half_is_left() {
        assertThat(plan(Duration.ofHours(160), EARLIEST).renewAt()).isEqualTo(after(Duration.ofHours(80)));
        assertThat(plan(Duration.ofSeconds(600), EARLIEST).renewAt()).isEqualTo(after(Duration.ofSeconds(300)));
    }

    @Test
    void the_draw_spreads_it_and_only_to_earlier() {
        RenewalPlan plan = plan(Duration.ofDays(100), LATEST);

        assertThat(plan.renewAt())
                .isBefore(plan(Duration.ofDays(100), new Draw(500_000)).renewAt())
                .isBetween(
                        plan(Duration.ofDays(100), EARLIEST).renewAt().minus(Duration.ofDays(2)),
                        plan(Duration.ofDays(100), EARLIEST).renewAt());
    }

    @Test
    void a_window_decides_and_the_draw_is_a_moment_of_it() {
        var window = new RenewalWindow(after(Duration.ofDays(20)), after(Duration.ofDays(22)));

        assertThat(plan(window, EARLIEST).renewAt()).isEqualTo(window.start());
        assertThat(plan(window, new Draw(500_000)).renewAt()).isEqualTo(after(Duration.ofDays(21)));
        assertThat(plan(window, LATEST).renewAt())
                .isBefore(window.end())
                .isAfter(window.end().minusSeconds(1));
        assertThat(plan(window, EARLIEST).isDue(window.start())).isTrue();
        assertThat(plan(window, EARLIEST).isDue(window.start().minusNanos(1))).isFalse();
    }

    @Test
    void a_window_in_the_past_means_now() {
        var window = new RenewalWindow(BEGIN.minusSeconds(60), BEGIN.minusSeconds(60));

        assertThat(plan(window, EARLIEST).isDue(BEGIN)).isTrue();
    }

    @Test
    void a_window_at_the_very_end_is_not_waited_for() {
        var window = new RenewalWindow(after(Duration.ofDays(99)), after(Duration.ofDays(120)));
        RenewalPlan plan = plan(window, LATEST);

        assertThat(plan.renewAt()).isEqualTo(after(Duration.ofDays(95)));
    }

    @Test
    void less_than_a_fiftieth_is_urgent() {
        RenewalPlan plan = plan(Duration.ofDays(100), EARLIEST);

        assertThat(plan.isUrgent(after(Duration.ofDays(98)))).isFalse();
        assertThat(plan.isUrgent(after(Duration.ofDays(98)).plusSeconds(1))).isTrue();
        assertThat(plan.isUrgent(after(Duration.ofDays(101)))).isTrue();
        assertThat(plan.isDue(after(Duration.ofDays(101)))).isTrue();
    }

    private static RenewalPlan plan(Duration life, Draw draw) {
        return new RenewalPlan(BEGIN, after(life), Optional.empty(), draw);
    }

    private static RenewalPlan plan(RenewalWindow window, Draw draw) {
        return new RenewalPlan(BEGIN, after(Duration.ofDays(100)), Optional.of(window), draw);
    }

    private static Instant after(Duration since) {
        return BEGIN.plus(since);
    }
}
