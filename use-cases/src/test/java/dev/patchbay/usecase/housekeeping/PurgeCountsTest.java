package dev.patchbay.usecase.housekeeping;

import static dev.patchbay.port.Fixtures.SPOTIFY;
import static dev.patchbay.port.Fixtures.days;
import static dev.patchbay.port.Fixtures.hours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.connection.RenewalOutcome;
import dev.patchbay.port.connection.RenewalCounts.Count;
import dev.patchbay.port.connection.RenewalCounts.Hour;
import dev.patchbay.usecase.World;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class PurgeCountsTest {

    private final World world = new World();

    @Test
    void counts_of_renewals_are_kept_for_thirty_days() {
        Instant hour = world.clock.instant().truncatedTo(ChronoUnit.HOURS);
        world.store.renewalCounts().add(new Count(hour.minus(days(30)), SPOTIFY, RenewalOutcome.OK, 1));
        world.store.renewalCounts().add(new Count(hour.minus(days(30)).plus(hours(1)), SPOTIFY, RenewalOutcome.OK, 2));

        assertThat(world.purgeExpired.purge()).isEqualTo(1);

        assertThat(world.store.renewalCounts().since(hour.minus(days(40))))
                .containsExactly(new Hour(hour.minus(days(30)).plus(hours(1)), RenewalOutcome.OK, 2));
    }
}
