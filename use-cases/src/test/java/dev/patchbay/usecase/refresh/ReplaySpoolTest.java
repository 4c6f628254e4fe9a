package dev.patchbay.usecase.refresh;

import static dev.patchbay.port.Fixtures.SOUNDCLOUD;
import static dev.patchbay.port.Fixtures.days;
import static dev.patchbay.port.Fixtures.hours;
import static dev.patchbay.usecase.Lendings.tokenOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Clocks;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.Standing;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.Race;
import dev.patchbay.port.StoreUnavailable;
import dev.patchbay.port.connection.Claims;
import dev.patchbay.usecase.FakePlatform;
import dev.patchbay.usecase.Person;
import dev.patchbay.usecase.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a process could not store before it ended is stored by the next one on that machine. */
class ReplaySpoolTest {

    private final StoreUnavailable away = new StoreUnavailable("the store is away", null);
    private final World world = new World();
    private final Person ann = world.somebody();
    private final Connection connection = world.expired(ann, world.soundcloud);
    private final ReplaySpool replaySpool = world.one.renewing().replaySpool();

    /** The process renewed, could not store, and stopped. */
    @BeforeEach
    void spool() {
        world.soundcloud.beforeAnswering(() -> {
            world.soundcloud.beforeAnswering(() -> {});
            world.store.failWith(away);
            world.one.renewing().stopTaking();
        });
        assertThatThrownBy(() -> world.lendToken.lend(ann.claim(), SOUNDCLOUD, Optional.empty()))
                .isInstanceOf(StoreUnavailable.class);
        assertThat(world.one.spool().entries()).hasSize(1);
        world.store.heal();
    }

    @Test
    void it_comes_home_and_is_out_of_doubt() {
        assertThat(replaySpool.replay()).isEqualTo(1);

        Connection row = world.stored(connection);
        assertThat(row.version()).isEqualTo(2);
        assertThat(world.soundcloud.isLive(world.refreshTokenOf(row))).isTrue();
        assertThat(tokenOf(world.process("next").lendToken().lend(ann.claim(), SOUNDCLOUD, Optional.empty())))
                .isEqualTo(world.accessTokenOf(row));
        assertThat(world.store.claims().unsettled(10, world.clock.instant())).isEmpty();
        assertThat(world.one.spool().entries()).isEmpty();
        assertThat(replaySpool.replay()).isZero();
        assertThat(world.soundcloud.refreshes()).isEqualTo(1);
    }

    @Test
    void it_comes_home_also_when_the_connection_was_given_up_meanwhile() {
        world.clock.advance(days(1));
        var lease = world.store
                .claims()
                .claim(
                        connection.id(),
                        1,
                        new Claims.Claimant("next", Duration.ofSeconds(65)),
                        held -> true,
                        world.clock.instant())
                .orElseThrow();
        world.store
                .claims()
                .stand(lease, new Standing.NeedsReconnect(Cause.ROTATION_OUTCOME_UNKNOWN, world.clock.instant()), true);

        assertThat(replaySpool.replay()).isEqualTo(1);

        assertThat(world.stored(connection).standing()).isEqualTo(new Standing.Active());
        assertThat(tokenOf(world.process("next").lendToken().lendRefreshed(ann.claim(), SOUNDCLOUD)))
                .isNotEmpty();
    }

    @Test
    void a_store_that_is_still_away_leaves_it_where_it_is() {
        world.store.failWith(away);

        assertThatThrownBy(replaySpool::replay).isInstanceOf(StoreUnavailable.class);

        assertThat(world.one.spool().entries()).hasSize(1);
        world.store.heal();
        assertThat(replaySpool.replay()).isEqualTo(1);
    }

    @Test
    void one_whose_write_worked_though_the_answer_was_lost_is_dropped_and_not_given_back() {
        world.store.loseAnswersWith(away);
        assertThatThrownBy(() -> world.store.connections().advance(asSpooled())).isInstanceOf(StoreUnavailable.class);
        world.store.heal();

        assertThat(replaySpool.replay()).isZero();

        assertThat(world.one.spool().entries()).isEmpty();
        assertThat(world.soundcloud.revoked()).isEmpty();
        assertThat(world.soundcloud.isLive(world.refreshTokenOf(world.stored(connection))))
                .isTrue();
    }

    @Test
    void one_whose_connection_is_gone_is_given_back() {
        assertThat(world.store.connections().remove(connection.id(), 1)).isTrue();

        assertThat(replaySpool.replay()).isZero();

        assertThat(world.one.spool().entries()).isEmpty();
        assertThat(world.soundcloud.liveConsents()).isZero();
    }

    @Test
    void one_of_a_consent_that_was_given_anew_is_given_back_and_the_new_one_lives() {
        FakePlatform.Grant grant = world.soundcloud.granted(ann.outside());
        Instant now = world.clock.instant();
        var tokens = new SealTokens(world.vault.sealerFor(connection.keyOwner()))
                .sealNext(connection, "Bearer", Secret.of(grant.access()), Optional.of(Secret.of(grant.refresh())));
        var clocks = new Clocks(now, now.plus(hours(1)), now, Optional.empty());
        assertThat(world.store
                        .connections()
                        .advance(connection.reconnected(
                                connection.app(), connection.who(), connection.scopes(), clocks, tokens)))
                .isTrue();

        assertThat(replaySpool.replay()).isZero();

        assertThat(world.one.spool().entries()).isEmpty();
        assertThat(world.soundcloud.liveConsents()).isEqualTo(1);
        assertThat(world.soundcloud.isLive(grant.refresh())).isTrue();
    }

    @Test
    void one_that_another_renewal_of_the_same_consent_overtook_is_dropped_and_never_given_back() {
        Connection overtaken = connection.refreshed(connection.tokens(), connection.scopes(), connection.clocks());
        assertThat(world.store.connections().advance(overtaken)).isTrue();

        assertThat(replaySpool.replay()).isZero();

        assertThat(world.one.spool().entries()).isEmpty();
        assertThat(world.soundcloud.revoked()).isEmpty();
        assertThat(world.stored(connection)).isEqualTo(overtaken);
    }

    @Test
    void one_whose_app_or_keys_are_gone_is_dropped_without_harm() {
        assertThat(world.store.connections().remove(connection.id(), 1)).isTrue();
        world.vault.destroyKeysOf(ann.account().id());
        assertThat(replaySpool.replay()).isZero();
        assertThat(world.one.spool().entries()).isEmpty();
        assertThat(world.soundcloud.revoked()).isEmpty();
    }

    @Test
    void many_who_replay_at_once_bring_it_home_once() {
        List<Integer> brought = Race.of(replaySpool::replay);

        assertThat(Collections.frequency(brought, 1)).isEqualTo(1);
        assertThat(world.stored(connection).version()).isEqualTo(2);
        assertThat(world.soundcloud.revoked()).isEmpty();
        assertThat(world.soundcloud.isLive(world.refreshTokenOf(world.stored(connection))))
                .isTrue();
    }

    private Connection asSpooled() {
        var entry = world.one.spool().entries().getFirst();
        return connection.refreshed(entry.tokens(), entry.scopes(), entry.clocks());
    }
}
