package dev.patchbay.usecase.refresh;

import static dev.patchbay.port.Fixtures.SOUNDCLOUD;
import static dev.patchbay.port.Fixtures.hours;
import static dev.patchbay.port.Fixtures.minutes;
import static dev.patchbay.port.Fixtures.seconds;
import static dev.patchbay.usecase.Lendings.assertWithheld;
import static dev.patchbay.usecase.Lendings.tokenOf;
import static dev.patchbay.usecase.World.YOUTUBE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Clocks;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.ConnectionId;
import dev.patchbay.domain.connection.Held;
import dev.patchbay.domain.connection.Lease;
import dev.patchbay.domain.connection.TokenAnswer;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.StoreUnavailable;
import dev.patchbay.port.connection.Claims;
import dev.patchbay.usecase.FakePlatform;
import dev.patchbay.usecase.Person;
import dev.patchbay.usecase.Threads;
import dev.patchbay.usecase.TokenHabit;
import dev.patchbay.usecase.World;
import dev.patchbay.usecase.WrappedClaims;
import dev.patchbay.usecase.connection.LendToken;
import dev.patchbay.usecase.connection.Lending;
import dev.patchbay.usecase.refresh.Verdict.State;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Our own store's trouble costs nobody a grant: what was granted comes home, and nothing is asked that cannot be kept. */
class StoreOutageTest {

    private final StoreUnavailable away = new StoreUnavailable("the store is away", null);
    private final World world = new World();
    private final Person ann = world.somebody();

    @Test
    void while_the_store_is_away_nobody_is_asked_and_nothing_is_decided() {
        Connection connection = world.expired(ann, world.soundcloud);
        world.store.failWith(away);

        assertThatThrownBy(this::lend).isInstanceOf(StoreUnavailable.class);

        world.store.heal();
        assertThat(world.soundcloud.refreshes()).isZero();
        assertThat(world.stored(connection)).isEqualTo(connection);
    }

    @Test
    void a_store_that_reads_and_does_not_write_stops_a_renewal_before_the_platform_is_asked() {
        world.expired(ann, world.soundcloud);
        var readOnly = new WrappedClaims(world.store.claims()) {
            @Override
            public Optional<Lease> claim(
                    ConnectionId id, long version, Claimant claimant, Predicate<Held> mayTakeOver, Instant now) {
                throw away;
            }
        };
        LendToken lendToken = world.aProcess("two").with(readOnly).start().lendToken();

        assertThatThrownBy(() -> lendToken.lend(ann.claim(), SOUNDCLOUD, Optional.empty()))
                .isInstanceOf(StoreUnavailable.class);
        assertThat(world.soundcloud.refreshes()).isZero();
    }

    @Test
    void a_vault_that_does_not_answer_stops_a_renewal_before_the_platform_is_asked() {
        world.expired(ann, world.soundcloud);
        world.vault.failWith(away);

        assertThatThrownBy(this::lend).isInstanceOf(StoreUnavailable.class);
        assertThat(world.soundcloud.refreshes()).isZero();

        world.vault.heal();
        world.clock.advance(minutes(2));
        assertThat(tokenOf(lend())).isNotEmpty();
    }

    @Test
    void a_token_granted_while_the_store_went_away_is_kept_until_the_store_takes_it() {
        Connection connection = world.expired(ann, world.soundcloud);
        world.soundcloud.beforeAnswering(() -> world.store.failWith(away));
        healAfter(6);

        String token = tokenOf(lend());

        assertThat(world.accessTokenOf(world.stored(connection))).isEqualTo(token);
        assertThat(world.soundcloud.isLive(world.refreshTokenOf(world.stored(connection))))
                .isTrue();
        assertThat(world.soundcloud.refreshes()).isEqualTo(1);
    }

    @Test
    void a_caller_who_left_while_the_store_was_away_gets_the_token_later() throws Exception {
        Connection connection = world.expired(ann, world.soundcloud);
        LendToken process = world.aProcess("two").with(new Threads()).start().lendToken();
        world.soundcloud.beforeAnswering(() -> world.store.failWith(away));
        CountDownLatch offering = new CountDownLatch(1);
        world.pause = time -> {
            offering.countDown();
            Thread.onSpinWait();
        };
        AtomicReference<Lending> got = new AtomicReference<>();
        Thread caller =
                Thread.ofPlatform().start(() -> got.set(process.lend(ann.claim(), SOUNDCLOUD, Optional.empty())));
        assertThat(offering.await(10, TimeUnit.SECONDS)).isTrue();
        caller.interrupt();
        caller.join(5000);
        assertWithheld(got.get(), State.WAITING, Cause.REFRESH_RUNNING);

        world.store.heal();

        String token = tokenOf(process.lend(ann.claim(), SOUNDCLOUD, Optional.empty()));
        assertThat(token).isEqualTo(world.accessTokenOf(world.stored(connection)));
        assertThat(world.soundcloud.refreshes()).isEqualTo(1);
    }

    @Test
    void a_token_granted_while_the_vault_went_away_is_kept_without_it() {
        Connection connection = world.expired(ann, world.soundcloud);
        world.soundcloud.beforeAnswering(() -> world.vault.failWith(away));

        assertThatThrownBy(this::lend).isInstanceOf(StoreUnavailable.class);

        world.vault.heal();
        Connection row = world.stored(connection);
        assertThat(row.version()).isEqualTo(2);
        assertThat(world.soundcloud.isLive(world.refreshTokenOf(row))).isTrue();
        assertThat(tokenOf(lend())).isEqualTo(world.accessTokenOf(row));
        assertThat(world.soundcloud.refreshes()).isEqualTo(1);
    }

    @Test
    void a_commit_whose_answer_was_lost_is_found_and_nothing_is_given_back() {
        Connection connection = world.expired(ann, world.soundcloud);
        world.soundcloud.beforeAnswering(() -> world.store.loseAnswersWith(away));
        healAfter(2);

        String token = tokenOf(lend());

        Connection row = world.stored(connection);
        assertThat(row.version()).isEqualTo(2);
        assertThat(world.accessTokenOf(row)).isEqualTo(token);
        assertThat(world.soundcloud.revoked()).isEmpty();
        assertThat(world.soundcloud.isLive(world.refreshTokenOf(row))).isTrue();
    }

    @Test
    void a_success_later_than_its_claim_still_counts() {
        Connection connection = world.expired(ann, world.soundcloud);
        world.soundcloud.beforeAnswering(() -> {
            world.clock.advance(minutes(3));
            assertThat(claimedByAnother(connection)).isPresent();
        });

        String token = tokenOf(lend());

        assertThat(world.accessTokenOf(world.stored(connection))).isEqualTo(token);
        assertThat(world.soundcloud.revoked()).isEmpty();
    }

    @Test
    void a_result_that_lost_the_race_is_given_back_and_the_newer_one_lent() {
        Connection connection = world.expired(ann, world.soundcloud);
        world.soundcloud.beforeAnswering(() -> reconnectedMeanwhile(connection, world.soundcloud));

        String token = tokenOf(lend());

        Connection row = world.stored(connection);
        assertThat(token).isEqualTo(world.accessTokenOf(row));
        assertThat(world.soundcloud.revoked()).hasSize(1);
        assertThat(world.soundcloud.isLive(world.refreshTokenOf(row))).isTrue();
        assertThat(world.soundcloud.liveConsents()).isEqualTo(1);
    }

    @Test
    void a_refresh_token_that_is_not_ours_alone_is_not_given_back() {
        Connection connection = world.expired(ann, world.youtube);
        world.youtube.habit(TokenHabit.ECHOES);
        LendToken other = world.process("two").lendToken();
        world.youtube.beforeAnswering(() -> {
            world.youtube.beforeAnswering(() -> {});
            world.clock.advance(seconds(16));
            tokenOf(other.lend(ann.claim(), YOUTUBE, Optional.empty()));
        });

        String token = tokenOf(world.lendToken.lend(ann.claim(), YOUTUBE, Optional.empty()));

        assertThat(world.youtube.revoked()).isEmpty();
        assertThat(world.youtube.isLive(token)).isTrue();
        assertThat(world.youtube.isLive(world.refreshTokenOf(world.stored(connection))))
                .isTrue();
    }

    @Test
    void a_dead_grant_that_cannot_be_noted_is_not_reported_as_noted() {
        Connection connection = world.expired(ann, world.soundcloud);
        world.soundcloud.nextRefresh(new TokenAnswer.GrantDead());
        world.soundcloud.beforeAnswering(() -> world.store.failWith(away));

        assertThatThrownBy(this::lend).isInstanceOf(StoreUnavailable.class);

        world.store.heal();
        assertThat(world.stored(connection)).isEqualTo(connection);
    }

    private void healAfter(int pauses) {
        AtomicInteger left = new AtomicInteger(pauses);
        world.pause = time -> {
            world.clock.advance(time);
            if (left.decrementAndGet() == 0) {
                world.store.heal();
            }
        };
    }

    private Optional<Lease> claimedByAnother(Connection connection) {
        Instant now = world.clock.instant();
        return world.store
                .claims()
                .claim(
                        connection.id(),
                        connection.version(),
                        new Claims.Claimant("another", seconds(65)),
                        held -> !now.isBefore(held.until()),
                        now);
    }

    private void reconnectedMeanwhile(Connection connection, FakePlatform platform) {
        FakePlatform.Grant grant = platform.granted(ann.outside());
        var answer = new TokenAnswer.Granted(
                "Bearer",
                Secret.of(grant.access()),
                Optional.of(Secret.of(grant.refresh())),
                Optional.empty(),
                Optional.empty());
        Instant now = world.clock.instant();
        Connection again = connection.reconnected(
                connection.app(),
                connection.who(),
                connection.scopes(),
                new Clocks(now, now.plus(hours(1)), now, connection.clocks().reauthorizeBy()),
                new SealTokens(world.vault.sealerFor(connection.keyOwner())).sealNext(connection, answer));
        assertThat(world.store.connections().advance(again)).isTrue();
    }

    private Lending lend() {
        return lend(SOUNDCLOUD);
    }

    private Lending lend(ProviderId platform) {
        return world.lendToken.lend(ann.claim(), platform, Optional.empty());
    }
}
