package dev.patchbay.usecase.refresh;

import static dev.patchbay.port.Fixtures.SOUNDCLOUD;
import static dev.patchbay.port.Fixtures.seconds;
import static dev.patchbay.usecase.Lendings.assertWithheld;
import static dev.patchbay.usecase.Lendings.tokenOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.usecase.Person;
import dev.patchbay.usecase.Queued;
import dev.patchbay.usecase.ServiceProcess;
import dev.patchbay.usecase.World;
import dev.patchbay.usecase.connection.Lending;
import dev.patchbay.usecase.refresh.Verdict.State;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A process that stops begins nothing, and ends what it began. */
class StoppingTest {

    private final World world = new World();
    private final Person ann = world.somebody();
    private final Queued background = new Queued();
    private final ServiceProcess process =
            world.aProcess("two").with(background).start();

    @Test
    void it_begins_no_renewal_and_says_so_while_others_go_on() {
        world.expired(ann, world.soundcloud);
        world.expired(world.somebody(), world.spotify);
        process.renewing().stopTaking();

        assertWithheld(lend(process), State.WAITING, Cause.STOPPING);
        assertThat(process.renewing().sweepDue().sweep()).isZero();
        assertThat(process.renewing().settleRefreshes().settle()).isZero();
        background.runAll();

        assertThat(world.soundcloud.refreshes() + world.spotify.refreshes()).isZero();
        assertThat(tokenOf(lend(world.one))).isNotEmpty();
    }

    @Test
    void a_token_still_good_is_lent_to_the_end() {
        Connection connection = world.connected(ann, world.soundcloud);
        process.renewing().stopTaking();

        assertThat(tokenOf(lend(process))).isEqualTo(world.accessTokenOf(connection));
    }

    @Test
    void what_is_under_way_is_waited_for_and_ends_well() {
        Connection connection = world.expired(ann, world.spotify);
        world.pause = time -> {
            world.clock.advance(time);
            background.runAll();
        };
        world.spotify.beforeAnswering(() -> process.renewing().stopTaking());
        process.renewing().sweepDue().sweep();
        assertThat(process.renewing().flights().underWay()).isEqualTo(1);

        assertThat(process.renewing().finish(seconds(70), world::elapsed)).isTrue();

        assertThat(process.renewing().flights().underWay()).isZero();
        assertThat(world.stored(connection).version()).isEqualTo(2);
        assertThat(world.store.claims().unsettled(10, world.clock.instant())).isEmpty();
    }

    @Test
    void what_the_sweep_has_claimed_and_not_called_for_is_given_back() {
        Connection connection = world.expired(ann, world.spotify);
        process.renewing().sweepDue().sweep();

        process.renewing().stopTaking();
        background.runAll();

        assertThat(process.renewing().flights().underWay()).isZero();
        assertThat(world.spotify.refreshes()).isZero();
        assertThat(world.stored(connection)).isEqualTo(connection);
        assertThat(world.store.claims().unsettled(10, world.clock.instant())).isEmpty();
        assertThat(world.one.renewing().sweepDue().sweep()).isEqualTo(1);
    }

    @Test
    void what_does_not_end_is_waited_for_only_so_long() {
        world.expired(ann, world.spotify);
        process.renewing().sweepDue().sweep();
        Instant start = world.clock.instant();

        assertThat(process.renewing().finish(seconds(70), world::elapsed)).isFalse();

        assertThat(world.clock.instant()).isBetween(start.plusSeconds(70), start.plusSeconds(71));
    }

    private Lending lend(ServiceProcess where) {
        return where.lendToken().lend(ann.claim(), SOUNDCLOUD, Optional.empty());
    }
}
