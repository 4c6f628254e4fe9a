package dev.patchbay.port.connection;

import static dev.patchbay.port.Fixtures.aPlatform;
import static dev.patchbay.port.Fixtures.days;
import static dev.patchbay.port.Fixtures.hours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.connection.RenewalOutcome;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.port.Race;
import dev.patchbay.port.Stores;
import dev.patchbay.port.connection.RenewalCounts.Count;
import dev.patchbay.port.connection.RenewalCounts.Hour;
import dev.patchbay.port.connection.RenewalCounts.OfPlatform;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link RenewalCounts} keeps. */
public abstract class RenewalCountsContract {

    private static final AtomicInteger TESTS = new AtomicInteger();

    private final ProviderId platform = aPlatform();

    /** An hour of one's own: the store of a test class is shared by its tests. */
    private final Instant hour = Instant.parse("2030-01-01T00:00:00Z").plus(hours(1000L * TESTS.incrementAndGet()));

    protected abstract Stores stores();

    @Test
    void what_ends_alike_in_the_same_hour_is_counted_together_over_platforms_too() {
        ProviderId other = aPlatform();
        counted(hour, platform, RenewalOutcome.OK, 3);
        counted(hour, platform, RenewalOutcome.OK, 4);
        counted(hour, other, RenewalOutcome.OK, 10);
        counted(hour, platform, RenewalOutcome.UNAVAILABLE, 1);
        counted(hour.plus(hours(2)), platform, RenewalOutcome.OK, 5);

        assertThat(counts().since(hour))
                .filteredOn(one -> one.hour().isBefore(hour.plus(hours(1000))))
                .containsExactlyInAnyOrder(
                        new Hour(hour, RenewalOutcome.OK, 17),
                        new Hour(hour, RenewalOutcome.UNAVAILABLE, 1),
                        new Hour(hour.plus(hours(2)), RenewalOutcome.OK, 5))
                .isSortedAccordingTo((a, b) -> a.hour().compareTo(b.hour()));
        assertThat(counts().byPlatformSince(hour))
                .filteredOn(one -> one.platform().equals(platform))
                .containsExactlyInAnyOrder(
                        new OfPlatform(platform, RenewalOutcome.OK, 12),
                        new OfPlatform(platform, RenewalOutcome.UNAVAILABLE, 1));
    }

    @Test
    void an_hour_before_is_left_out() {
        counted(hour.minus(hours(1)), platform, RenewalOutcome.OK, 1);
        counted(hour, platform, RenewalOutcome.GRANT_DEAD, 2);

        assertThat(counts().since(hour))
                .filteredOn(one -> one.hour().isBefore(hour.plus(hours(1000))))
                .containsExactly(new Hour(hour, RenewalOutcome.GRANT_DEAD, 2));
        assertThat(counts().byPlatformSince(hour))
                .filteredOn(one -> one.platform().equals(platform))
                .containsExactly(new OfPlatform(platform, RenewalOutcome.GRANT_DEAD, 2));
    }

    @Test
    void every_outcome_can_be_counted() {
        for (RenewalOutcome outcome : RenewalOutcome.values()) {
            counted(hour, platform, outcome, 1);
        }

        assertThat(counts().byPlatformSince(hour))
                .filteredOn(one -> one.platform().equals(platform))
                .extracting(OfPlatform::outcome)
                .containsExactlyInAnyOrder(RenewalOutcome.values());
    }

    @Test
    void of_those_who_count_at_once_none_is_lost() {
        Race.of(() -> {
            counted(hour, platform, RenewalOutcome.OK, 5);
            return true;
        });

        assertThat(counts().byPlatformSince(hour))
                .contains(new OfPlatform(platform, RenewalOutcome.OK, 5L * Race.RUNNERS));
    }

    @Test
    void what_is_old_goes_and_nothing_else() {
        Instant longAgo = Instant.parse("2001-01-01T00:00:00Z");
        counted(longAgo, platform, RenewalOutcome.OK, 1);
        counted(longAgo.plus(days(1)), platform, RenewalOutcome.OK, 2);

        assertThat(counts().purge(longAgo.plus(days(1)))).isEqualTo(1);
        assertThat(counts().purge(longAgo.plus(days(1)))).isZero();

        assertThat(counts().byPlatformSince(longAgo))
                .filteredOn(one -> one.platform().equals(platform))
                .containsExactly(new OfPlatform(platform, RenewalOutcome.OK, 2));
        assertThat(counts().purge(longAgo.plus(days(2)))).isEqualTo(1);
    }

    private void counted(Instant when, ProviderId where, RenewalOutcome outcome, long renewals) {
        counts().add(new Count(when, where, outcome, renewals));
    }

    private RenewalCounts counts() {
        return stores().renewalCounts();
    }
}
