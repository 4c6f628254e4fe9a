package dev.patchbay.usecase.operator;

import static dev.patchbay.port.Fixtures.SPOTIFY;
import static dev.patchbay.port.Fixtures.anAppOf;
import static dev.patchbay.port.Fixtures.hours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.domain.connection.RenewalOutcome;
import dev.patchbay.port.InMemoryStore;
import dev.patchbay.port.Race;
import dev.patchbay.port.SteppingClock;
import dev.patchbay.port.StoreUnavailable;
import dev.patchbay.port.Telemetry;
import dev.patchbay.port.connection.RenewalCounts.Hour;
import dev.patchbay.port.connection.RenewalCounts.OfPlatform;
import dev.patchbay.usecase.Heard;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class RenewalTallyTest {

    private final SteppingClock clock = SteppingClock.atNow();
    private final InMemoryStore store = new InMemoryStore();
    private final Heard heard = new Heard();
    private final RenewalTally tally = new RenewalTally(store.renewalCounts(), clock);
    private final Telemetry telemetry = tally.beside(heard);
    private final Instant hour = clock.instant().truncatedTo(ChronoUnit.HOURS);

    @Test
    void what_was_counted_is_written_once_and_by_the_hour_in_which_it_ended() {
        renewed(RenewalOutcome.OK);
        renewed(RenewalOutcome.OK);
        clock.advance(hours(1));
        renewed(RenewalOutcome.OK);
        renewed(RenewalOutcome.GRANT_DEAD);

        tally.write();
        tally.write();

        assertThat(store.renewalCounts().since(hour))
                .containsExactly(
                        new Hour(hour, RenewalOutcome.OK, 2),
                        new Hour(hour.plus(hours(1)), RenewalOutcome.OK, 1),
                        new Hour(hour.plus(hours(1)), RenewalOutcome.GRANT_DEAD, 1));
    }

    @Test
    void the_store_is_left_alone_by_renewals_and_when_there_is_nothing_to_write() {
        long before = store.calls();

        renewed(RenewalOutcome.OK);
        assertThat(store.calls()).isEqualTo(before);
        tally.write();
        tally.write();
        assertThat(store.calls()).isEqualTo(before + 1);
    }

    @Test
    void whoever_listens_beside_hears_everything() {
        renewed(RenewalOutcome.THROTTLED);
        telemetry.breaker(anAppOf(SPOTIFY), true);

        assertThat(heard.outcomes()).containsExactly(RenewalOutcome.THROTTLED);
        assertThat(heard.breakers()).containsExactly("spotify opened");
    }

    @Test
    void counts_outlive_an_outage_of_the_store() {
        renewed(RenewalOutcome.OK);
        store.failWith(new StoreUnavailable("down", null));
        assertThatThrownBy(tally::write).isInstanceOf(StoreUnavailable.class);
        renewed(RenewalOutcome.OK);
        store.heal();

        tally.write();

        assertThat(store.renewalCounts().since(hour)).containsExactly(new Hour(hour, RenewalOutcome.OK, 2));
    }

    @Test
    void none_is_lost_while_some_count_and_others_write() {
        Race.of(() -> {
            for (int i = 0; i < 500; i++) {
                renewed(RenewalOutcome.OK);
                if (i % 50 == 0) {
                    tally.write();
                }
            }
            return true;
        });
        tally.write();

        assertThat(store.renewalCounts().byPlatformSince(hour))
                .containsExactly(new OfPlatform(SPOTIFY, RenewalOutcome.OK, 500L * Race.RUNNERS));
    }

    private void renewed(RenewalOutcome outcome) {
        telemetry.renewal(anAppOf(SPOTIFY), outcome, Duration.ofMillis(1));
    }
}
