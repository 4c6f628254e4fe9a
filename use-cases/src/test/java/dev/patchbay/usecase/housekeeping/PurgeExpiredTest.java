package dev.patchbay.usecase.housekeeping;

import static dev.patchbay.port.Fixtures.SOUNDCLOUD;
import static dev.patchbay.port.Fixtures.hours;
import static dev.patchbay.port.Fixtures.seconds;
import static dev.patchbay.usecase.Lendings.tokenOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.TokenAnswer;
import dev.patchbay.usecase.Person;
import dev.patchbay.usecase.World;
import dev.patchbay.usecase.refresh.ReviveConnections;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Deaths can be undone for 72 hours, and not for longer. */
class PurgeExpiredTest {

    private final World world = new World();
    private final Person ann = world.somebody();
    private final ReviveConnections revive = new ReviveConnections(world.store.upkeep(), world.clock);
    private final Connection connection = falselyDead();

    @Test
    void within_72_hours_a_false_death_is_undone_and_the_sweep_finds_out_who_lives() {
        world.clock.advance(hours(72).minusSeconds(1));
        assertThat(world.purgeExpired.purge()).isZero();

        assertThat(revive.revive(world.spotify.id(), hours(72))).isEqualTo(1);
        assertThat(world.one.renewing().sweepDue().sweep()).isEqualTo(1);

        assertThat(world.stored(connection).version()).isEqualTo(2);
        assertThat(tokenOf(world.lendToken.lend(ann.claim(), world.spotify.id(), Optional.empty())))
                .isNotEmpty();
    }

    @Test
    void after_that_the_refresh_token_is_removed_and_nothing_is_left_to_revive() {
        world.clock.advance(hours(72).plusSeconds(1));

        assertThat(world.purgeExpired.purge()).isEqualTo(1);

        assertThat(world.stored(connection).tokens().refreshToken()).isEmpty();
        assertThat(revive.revive(world.spotify.id(), hours(100))).isZero();
        assertThat(world.purgeExpired.purge()).isZero();
    }

    @Test
    void only_deaths_of_that_time_and_that_platform_are_undone() {
        world.clock.advance(hours(10));

        assertThat(revive.revive(world.spotify.id(), hours(10).minusSeconds(1))).isZero();
        assertThat(revive.revive(SOUNDCLOUD, hours(72))).isZero();
        assertThat(revive.revive(world.spotify.id(), hours(10).plus(seconds(1))))
                .isEqualTo(1);
    }

    private Connection falselyDead() {
        Connection row = world.expired(ann, world.spotify);
        world.spotify.nextRefresh(new TokenAnswer.GrantDead());
        world.lendToken.lend(ann.claim(), world.spotify.id(), Optional.empty());
        return row;
    }
}
