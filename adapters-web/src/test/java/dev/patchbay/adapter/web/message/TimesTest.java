package dev.patchbay.adapter.web.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00.123456Z");

    @Test
    void times_are_utc_and_no_finer_than_milliseconds() {
        assertThat(Times.text(NOW)).isEqualTo("2026-11-21T10:00:00.123Z");
        assertThat(Times.text(Instant.parse("2026-11-21T10:00:00Z"))).isEqualTo("2026-11-21T10:00:00Z");
        assertThat(Times.text(Optional.empty())).isNull();
    }

    @Test
    void who_waits_that_long_never_comes_too_early() {
        assertThat(Times.secondsUntil(NOW.plusSeconds(5), NOW)).isEqualTo(5);
        assertThat(Times.secondsUntil(NOW.plusNanos(5_000_000_001L), NOW)).isEqualTo(6);
        assertThat(Times.secondsUntil(NOW.minusSeconds(5), NOW)).isEqualTo(1);
    }
}
