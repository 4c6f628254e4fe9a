package dev.patchbay.usecase.refresh;

import static dev.patchbay.port.Fixtures.hours;
import static dev.patchbay.usecase.Lendings.tokenOf;
import static dev.patchbay.usecase.Lendings.verdictOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.NextAction;
import dev.patchbay.domain.connection.Standing;
import dev.patchbay.usecase.FakePlatform;
import dev.patchbay.usecase.Person;
import dev.patchbay.usecase.World;
import dev.patchbay.usecase.connection.Lending;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** After a restore, tokens that may be used up are not shown to platforms that mind. */
class RestoreGrantsTest {

    private final World world = new World();
    private final Person ann = world.somebody();
    private final RestoreGrants restore =
            new RestoreGrants(world.providers, world.store.rotations(), world.store.restoredGrants(), world.clock);

    @Test
    void connections_are_held_where_a_refresh_uses_a_token_up_and_nowhere_else() {
        List<Connection> all = world.platforms.stream()
                .map(platform -> world.connected(ann, platform))
                .toList();

        assertThat(restore.hold()).isEqualTo(3);

        assertThat(all.stream()
                        .filter(one -> world.stored(one).standing() instanceof Standing.Restored)
                        .map(Connection::platform))
                .containsExactlyInAnyOrder(world.soundcloud.id(), world.graceful.id(), world.jealous.id());
    }

    @Test
    void a_platform_that_was_seen_to_rotate_is_not_harmless() {
        Connection connection = world.connected(ann, world.spotify);
        world.store.rotations().note(world.spotify.id(), world.clock.instant());

        assertThat(restore.hold()).isEqualTo(1);

        assertThat(world.stored(connection).standing()).isInstanceOf(Standing.Restored.class);
    }

    @Test
    void what_is_left_of_the_access_token_is_lent_and_then_nothing_is_sent_until_the_operator_confirms() {
        Connection connection = world.connected(ann, world.jealous);
        restore.hold();

        assertThat(tokenOf(lend(world.jealous))).isEqualTo(world.accessTokenOf(connection));
        assertThat(tokenOf(world.lendToken.lend(ann.claim(), world.jealous.id(), Optional.of(hours(20)))))
                .isEqualTo(world.accessTokenOf(connection));
        assertThat(verdictOf(world.lendToken.lendRefreshed(ann.claim(), world.jealous.id()))
                        .cause())
                .contains(Cause.RESTORED_FROM_BACKUP);
        world.clock.advance(hours(48));
        world.one.renewing().sweepDue().sweep();
        world.one.renewing().settleRefreshes().settle();
        Verdict verdict = verdictOf(lend(world.jealous));
        assertThat(verdict.state()).isEqualTo(Verdict.State.NEEDS_RECONNECT);
        assertThat(verdict.nextAction()).contains(NextAction.RECONNECT);
        assertThat(world.jealous.refreshes()).isZero();

        assertThat(restore.confirm(Optional.of(world.jealous.id()))).isEqualTo(1);

        assertThat(tokenOf(lend(world.jealous))).isNotEqualTo(world.accessTokenOf(connection));
        assertThat(world.jealous.refreshes()).isEqualTo(1);
    }

    private Lending lend(FakePlatform platform) {
        return world.lendToken.lend(ann.claim(), platform.id(), Optional.empty());
    }
}
