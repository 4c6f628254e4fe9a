package dev.patchbay.usecase.refresh;

import static dev.patchbay.port.Fixtures.hours;
import static dev.patchbay.port.Fixtures.seconds;
import static dev.patchbay.usecase.Lendings.assertWithheld;
import static dev.patchbay.usecase.Lendings.tokenOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Clocks;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.RenewalOutcome;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.StoreUnavailable;
import dev.patchbay.port.connection.Spool;
import dev.patchbay.usecase.FakePlatform;
import dev.patchbay.usecase.Person;
import dev.patchbay.usecase.ServiceProcess;
import dev.patchbay.usecase.World;
import dev.patchbay.usecase.connection.Lending;
import dev.patchbay.usecase.refresh.Verdict.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A renewed grant comes home: however late, over whatever the store does meanwhile, and past the end of the process. */
class StoreGrantedTest {

    private final StoreUnavailable away = new StoreUnavailable("the store is away", null);
    private final World world = new World();
    private final Person ann = world.somebody();
    private final List<Duration> pauses = new ArrayList<>();
    private final List<List<Spool.Entry>> spoolAtPause = new ArrayList<>();

    @Test
    void it_is_offered_again_until_the_store_takes_it_and_for_as_long_as_that_lasts() {
        Connection connection = world.expired(ann, world.soundcloud);
        world.soundcloud.expiresIn(Optional.of(hours(6)));
        Instant start = world.clock.instant();
        goAwayDuringTheCall();
        eachPause(() -> healAt(start.plus(hours(5))));

        String token = tokenOf(lend());

        assertThat(world.accessTokenOf(world.stored(connection))).isEqualTo(token);
        assertThat(world.soundcloud.isLive(world.refreshTokenOf(world.stored(connection))))
                .isTrue();
        assertThat(world.soundcloud.refreshes()).isEqualTo(1);
        assertThat(world.clock.instant()).isBefore(start.plus(hours(5)).plusSeconds(3));
        assertThat(pauses).allSatisfy(pause -> assertThat(pause).isLessThanOrEqualTo(seconds(2)));
        assertThat(pauses.subList(0, 3))
                .containsExactly(Duration.ofMillis(100), Duration.ofMillis(200), Duration.ofMillis(400));
        assertThat(world.one.heard().outcomes()).containsExactly(RenewalOutcome.OK_SALVAGED);
    }

    @Test
    void after_two_seconds_it_is_in_the_spool_too_and_after_success_not_any_more() {
        world.expired(ann, world.soundcloud);
        Instant start = world.clock.instant();
        goAwayDuringTheCall();
        eachPause(() -> healAt(start.plusSeconds(20)));

        tokenOf(lend());

        Duration passed = Duration.ZERO;
        for (int i = 0; i < pauses.size(); i++) {
            assertThat(spoolAtPause.get(i)).hasSize(passed.compareTo(seconds(2)) < 0 ? 0 : 1);
            passed = passed.plus(pauses.get(i));
        }
        assertThat(world.one.spool().entries()).isEmpty();
    }

    @Test
    void a_spool_that_is_full_is_tried_again_with_each_try() {
        world.expired(ann, world.soundcloud);
        world.one.spool().fill();
        goAwayDuringTheCall();
        Instant start = world.clock.instant();
        eachPause(() -> {
            if (world.clock.instant().isAfter(start.plusSeconds(60))) {
                world.one.spool().heal();
            }
            healAt(start.plusSeconds(120));
        });

        tokenOf(lend());

        assertThat(spoolAtPause).anyMatch(entries -> entries.size() == 1);
        assertThat(world.one.spool().entries()).isEmpty();
    }

    @Test
    void a_process_that_stops_meanwhile_leaves_it_in_the_spool_at_once() {
        Connection connection = world.expired(ann, world.soundcloud);
        goAwayDuringTheCall();
        Instant start = world.clock.instant();
        eachPause(() -> world.one.renewing().stopTaking());

        assertThatThrownBy(this::lend).isInstanceOf(StoreUnavailable.class);

        assertThat(world.clock.instant()).isBefore(start.plusSeconds(1));
        assertThat(world.one.spool().entries()).hasSize(1);
        world.store.heal();
        assertThat(world.one.renewing().replaySpool().replay()).isEqualTo(1);
        assertThat(world.soundcloud.isLive(world.refreshTokenOf(world.stored(connection))))
                .isTrue();
    }

    @Test
    void a_process_that_stops_and_cannot_spool_tries_the_store_for_about_a_minute() {
        world.expired(ann, world.soundcloud);
        world.one.spool().fill();
        goAwayDuringTheCall();
        Instant start = world.clock.instant();
        eachPause(() -> world.one.renewing().stopTaking());

        assertThatThrownBy(this::lend).isInstanceOf(StoreUnavailable.class);

        assertThat(Duration.between(start, world.clock.instant())).isBetween(seconds(50), seconds(65));
    }

    @Test
    void a_write_whose_answer_is_lost_every_time_is_found_to_have_worked() {
        Connection connection = world.expired(ann, world.soundcloud);
        world.soundcloud.beforeAnswering(() -> world.store.loseAnswersWith(away));
        Instant start = world.clock.instant();
        eachPause(() -> healAt(start.plusSeconds(10)));

        tokenOf(lend());

        assertThat(world.stored(connection).version()).isEqualTo(2);
        assertThat(world.soundcloud.revoked()).isEmpty();
        assertThat(world.one.spool().entries()).isEmpty();
        assertThat(world.one.heard().outcomes()).containsExactly(RenewalOutcome.OK_SALVAGED);
    }

    @Test
    void tokens_renewed_for_a_connection_that_is_gone_are_given_back() {
        Connection connection = world.expired(ann, world.soundcloud);
        world.soundcloud.beforeAnswering(
                () -> assertThat(world.store.connections().remove(connection.id(), connection.version()))
                        .isTrue());

        assertWithheld(lend(), State.NOT_CONNECTED, Cause.NOT_CONNECTED);

        assertThat(world.soundcloud.liveConsents()).isZero();
        assertThat(world.one.heard().outcomes()).containsExactly(RenewalOutcome.LOST_RACE);
    }

    @Test
    void tokens_renewed_under_a_consent_that_was_given_anew_meanwhile_are_given_back() {
        Connection connection = world.expired(ann, world.soundcloud);
        world.soundcloud.beforeAnswering(() -> move(connection, world.clock.instant()));

        tokenOf(lend());

        Connection row = world.stored(connection);
        assertThat(world.soundcloud.revoked()).hasSize(1);
        assertThat(world.soundcloud.isLive(world.refreshTokenOf(row))).isTrue();
        assertThat(world.soundcloud.liveConsents()).isEqualTo(1);
    }

    @Test
    void tokens_that_lost_to_another_renewal_of_the_same_consent_are_never_given_back() {
        Connection connection = world.expired(ann, world.soundcloud);
        world.soundcloud.beforeAnswering(
                () -> move(connection, connection.clocks().consentedAt()));

        tokenOf(lend());

        assertThat(world.soundcloud.revoked()).isEmpty();
        assertThat(world.one.heard().outcomes()).containsExactly(RenewalOutcome.LOST_RACE);
    }

    @Test
    void a_refresh_token_that_was_not_replaced_is_not_given_back_with_a_lost_race() {
        Connection connection = world.expired(ann, world.youtube);
        world.youtube.beforeAnswering(() -> assertThat(world.disconnect.disconnect(ann.in(), world.youtube.id()))
                .isPresent());

        lend(world.one, world.youtube);

        assertThat(world.youtube.revoked()).containsExactly(world.refreshTokenOf(connection));
    }

    /** Another renewal or consent wins: with tokens that are live. */
    private void move(Connection before, Instant consentedAt) {
        FakePlatform.Grant grant = world.soundcloud.granted(ann.outside());
        Instant now = world.clock.instant();
        var tokens = new SealTokens(world.vault.sealerFor(before.keyOwner()))
                .sealNext(before, "Bearer", Secret.of(grant.access()), Optional.of(Secret.of(grant.refresh())));
        var clocks = new Clocks(now, now.plus(hours(1)), consentedAt, Optional.empty());
        assertThat(world.store
                        .connections()
                        .advance(before.reconnected(before.app(), before.who(), before.scopes(), clocks, tokens)))
                .isTrue();
    }

    private void goAwayDuringTheCall() {
        world.soundcloud.beforeAnswering(() -> world.store.failWith(away));
    }

    private void eachPause(Runnable what) {
        world.pause = time -> {
            pauses.add(time);
            spoolAtPause.add(world.one.spool().entries());
            world.clock.advance(time);
            what.run();
        };
    }

    private void healAt(Instant when) {
        if (!world.clock.instant().isBefore(when)) {
            world.store.heal();
        }
    }

    private Lending lend() {
        return lend(world.one, world.soundcloud);
    }

    private Lending lend(ServiceProcess process, FakePlatform platform) {
        return process.lendToken().lend(ann.claim(), platform.id(), Optional.empty());
    }
}
