package dev.patchbay.usecase.sim;

import static dev.patchbay.usecase.sim.Kernel.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.provider.GrantClass;
import dev.patchbay.port.Fixtures;
import dev.patchbay.usecase.sim.Ledger.Grant;
import dev.patchbay.usecase.sim.Ledger.Token;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the oracle forgives, and what it does not. Each rotation here is processed in second 100. */
class ExcusesTest {
    private static final GrantClass STRICT = new GrantClass.Strict();
    private static final GrantClass REVOKE = new GrantClass.StrictRevoke();
    private static final GrantClass GRACE = new GrantClass.Grace(Duration.ofSeconds(30));

    private final Weather weather = new Weather(() -> false);
    private final Excuses excuses = new Excuses(weather);
    private final Boot asker = new Host(1).boot(0);
    private final Grant grant = new Grant(
            1,
            new Slot(1, Fixtures.aSessionOf(Fixtures.anAccount())),
            Provider.app("one").id());
    private final Rotation rotation = rotated();

    @Test
    void an_answer_that_never_came_is_nobodys_fault_where_rotation_is_strict() {
        assertThat(excuses.areThereFor(grant, STRICT)).isTrue();
        assertThat(excuses.areThereFor(grant, REVOKE)).isTrue();
        assertThat(excuses.areThereFor(grant, new GrantClass.Overlap())).isFalse();
        assertThat(excuses.areThereFor(grant, new GrantClass.NonRotating())).isFalse();
    }

    @Test
    void an_answer_that_a_living_process_had_is_to_be_kept() {
        rotation.reachedAt = 101 * SECOND;

        assertThat(excuses.areThereFor(grant, STRICT)).isFalse();
    }

    @Test
    void a_process_that_dies_with_the_answer_in_its_hands_is_forgiven_for_a_few_seconds() {
        rotation.reachedAt = 101 * SECOND;
        asker.die(103 * SECOND);

        assertThat(excuses.areThereFor(grant, STRICT)).isTrue();
    }

    @Test
    void a_process_that_sat_on_the_answer_before_it_died_is_not_forgiven() {
        rotation.reachedAt = 101 * SECOND;
        asker.die(110 * SECOND);

        assertThat(excuses.areThereFor(grant, STRICT)).isFalse();
    }

    @Test
    void a_process_does_not_sit_on_anything_while_it_is_paused() {
        rotation.reachedAt = 101 * SECOND;
        asker.pause(102 * SECOND, 109 * SECOND);
        asker.die(110 * SECOND);

        assertThat(excuses.areThereFor(grant, STRICT)).isTrue();
    }

    @Test
    void what_was_stored_is_not_to_be_lost() {
        rotation.storedAt = 102 * SECOND;

        assertThat(excuses.areThereFor(grant, STRICT)).isFalse();
        assertThat(excuses.areThereFor(grant, REVOKE)).isFalse();
    }

    @Test
    void what_was_spooled_is_not_to_be_lost_unless_nobody_could_read_the_disk() {
        rotation.spooledAt = 102 * SECOND;
        assertThat(excuses.areThereFor(grant, REVOKE)).isFalse();

        grant.end = Ledger.End.REUSED;
        grant.doomedAt = 200 * SECOND;
        grant.endedOutOfReach = true;
        assertThat(excuses.areThereFor(grant, REVOKE)).isTrue();
    }

    @Test
    void a_grace_period_in_fine_weather_is_to_be_used() {
        assertThat(excuses.areThereFor(grant, GRACE)).isFalse();

        weather.storm(95 * SECOND, 121 * SECOND);
        assertThat(excuses.areThereFor(grant, GRACE)).isFalse();

        weather.storm(110 * SECOND, 126 * SECOND);
        assertThat(excuses.areThereFor(grant, GRACE)).isTrue();
    }

    @Test
    void fine_weather_between_two_storms_counts_if_it_lasts() {
        weather.storm(100 * SECOND, 110 * SECOND);
        weather.storm(115 * SECOND, 200 * SECOND);
        assertThat(excuses.areThereFor(grant, GRACE)).isTrue();

        Weather longer = new Weather(() -> false);
        longer.storm(119 * SECOND, 200 * SECOND);
        longer.storm(100 * SECOND, 110 * SECOND);
        assertThat(new Excuses(longer).areThereFor(grant, GRACE)).isFalse();
    }

    private Rotation rotated() {
        Token shown = new Token("rt-1-1", grant, true, 0);
        shown.spentAt = 100 * SECOND;
        Rotation made = new Rotation(shown, 100 * SECOND, new Token("rt-1-2", grant, true, 100 * SECOND), asker);
        grant.rotations.add(made);
        return made;
    }
}
