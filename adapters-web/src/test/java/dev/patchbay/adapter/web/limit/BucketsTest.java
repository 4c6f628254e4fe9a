package dev.patchbay.adapter.web.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BucketsTest {
    private long now;

    private final TimeMeter meter = new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return now;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    };

    private final Buckets buckets = new Buckets(60, 100, meter);

    @Test
    void as_many_at_once_as_in_a_minute_then_one_a_second_and_each_source_for_itself() {
        for (int i = 0; i < 60; i++) {
            assertThat(buckets.take("ann")).isZero();
        }
        assertThat(Duration.ofNanos(buckets.take("ann"))).isEqualTo(Duration.ofSeconds(1));
        assertThat(buckets.take("ben")).isZero();
        now += Duration.ofSeconds(1).toNanos();
        assertThat(buckets.take("ann")).isZero();
        assertThat(buckets.take("ann")).isPositive();
    }

    @Test
    void looking_takes_nothing() {
        IntStream.range(0, 60).forEach(_ -> buckets.take("ann"));
        assertThat(buckets.look("ann")).isPositive();
        assertThat(buckets.look("ben")).isZero();
        assertThat(buckets.size()).isEqualTo(1);
    }

    @Test
    void many_sources_fill_no_memory() {
        for (int source = 0; source < 50_000; source++) {
            assertThat(buckets.take(source)).isZero();
            now += 1000;
        }
        assertThat(buckets.size()).isLessThanOrEqualTo(100);
    }

    @Test
    void whoever_is_held_back_stays_so_while_full_buckets_make_room() {
        IntStream.range(0, 61).forEach(_ -> buckets.take("mallory"));
        for (int source = 0; source < 99; source++) {
            buckets.take(source);
        }
        now += Duration.ofMillis(1001).toNanos();
        assertThat(buckets.take("mallory")).isZero();
        assertThat(buckets.take("one more")).isZero();

        assertThat(buckets.size()).isEqualTo(2);
        assertThat(buckets.take("mallory")).isPositive();
    }
}
