package dev.patchbay.adapter.persistence;

import static dev.patchbay.port.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.patchbay.port.StoreUnavailable;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.TimeZone;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DatabaseClockTest {

    @RegisterExtension
    static final Schema H2 = Schema.onH2();

    @RegisterExtension
    static final Schema MARIADB = Schema.onMariaDb();

    private final AtomicLong nanos = new AtomicLong(-5);
    private final AtomicReference<Instant> remote = new AtomicReference<>(NOW);
    private boolean away;

    private final DatabaseClock clock = new DatabaseClock(this::askRemote, nanos::get);

    private Instant askRemote() throws SQLException {
        if (away) {
            throw new SQLException("secret words of a driver", "08S01");
        }
        return remote.get();
    }

    @Test
    void it_starts_at_the_databases_time_and_counts_on_in_whole_microseconds() {
        assertThat(clock.instant()).isEqualTo(NOW);

        nanos.addAndGet(1_999);

        assertThat(clock.instant()).isEqualTo(NOW.plusNanos(1_000));
    }

    @Test
    void it_follows_the_database_when_it_is_synchronised() {
        clock.synchronise();
        remote.set(NOW.plusSeconds(90));
        assertThat(clock.instant()).isEqualTo(NOW);

        clock.synchronise();

        assertThat(clock.instant()).isEqualTo(NOW.plusSeconds(90));
    }

    @Test
    void it_counts_on_while_the_database_is_away() {
        clock.synchronise();
        away = true;
        nanos.addAndGet(Duration.ofSeconds(7).toNanos());

        clock.synchronise();

        assertThat(clock.instant()).isEqualTo(NOW.plusSeconds(7));
    }

    @Test
    void a_database_that_never_answered_has_no_time() {
        away = true;

        assertThatThrownBy(clock::instant)
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageNotContaining("secret")
                .hasNoCause();
        assertThatThrownBy(clock::synchronise).isInstanceOf(StoreUnavailable.class);
        away = false;
        assertThat(clock.instant()).isEqualTo(NOW);
    }

    @Test
    void of_several_readings_the_quickest_counts() {
        long[] ways = {900_000, 100_000, 500_000};
        int[] reading = {0};
        DatabaseClock slow = new DatabaseClock(
                () -> {
                    nanos.addAndGet(ways[reading[0]++] / 2);
                    Instant answer = NOW.plusNanos(nanos.get());
                    nanos.addAndGet(ways[reading[0] - 1] / 2 + reading[0] * 1_000_000L);
                    return answer;
                },
                nanos::get);

        assertThat(slow.instant()).isCloseTo(NOW.plusNanos(nanos.get()), within(600, ChronoUnit.MICROS));
    }

    @Test
    void seen_from_another_zone_it_is_the_same_clock() {
        Clock elsewhere = clock.withZone(ZoneId.of("Asia/Kolkata"));

        assertThat(elsewhere.getZone()).isEqualTo(ZoneId.of("Asia/Kolkata"));
        assertThat(elsewhere.instant()).isEqualTo(clock.instant());
        assertThat(elsewhere.withZone(ZoneId.of("UTC")).instant()).isEqualTo(clock.instant());
        assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
    }

    @Test
    void both_engines_tell_the_time_whatever_the_zone_of_this_machine() {
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kolkata"));
        try {
            for (Schema schema : new Schema[] {H2, MARIADB}) {
                schema.pool().getHikariPoolMXBean().softEvictConnections();
                assertThat(new DatabaseClock(schema.pool()).instant())
                        .isCloseTo(Instant.now(), within(2, ChronoUnit.SECONDS));
            }
        } finally {
            TimeZone.setDefault(before);
        }
    }
}
