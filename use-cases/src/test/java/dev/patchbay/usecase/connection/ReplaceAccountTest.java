package dev.patchbay.usecase.connection;

import static dev.patchbay.port.Fixtures.SOUNDCLOUD;
import static dev.patchbay.usecase.Lendings.tokenOf;
import static dev.patchbay.usecase.World.DEVICE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.activity.Event;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.ParkedGrant;
import dev.patchbay.domain.connection.SealedTokens;
import dev.patchbay.domain.vault.SealedSecret;
import dev.patchbay.port.Race;
import dev.patchbay.usecase.Person;
import dev.patchbay.usecase.World;
import dev.patchbay.usecase.WrappedConnections;
import dev.patchbay.usecase.attempt.Wish;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Another outside account than the one connected takes its place only with a yes, and then wholly. */
class ReplaceAccountTest {

    private final World world = new World();
    private final Person ann = world.somebody();
    private Connection old = world.connected(ann, world.soundcloud);

    /** Ann reconnects, and consents as somebody else. */
    @BeforeEach
    void park() {
        world.clock.advance(Duration.ofMinutes(1));
        var trip = world.connecting(ann, world.soundcloud, Wish.browser());
        world.attempting
                .returning()
                .land(world.consenting(trip, world.soundcloud, "somebody-else"), trip.cookies(), DEVICE);
        assertThat(world.replaceAccount.waiting(ann.in(), SOUNDCLOUD)).isPresent();
        assertThat(world.soundcloud.liveConsents()).isEqualTo(2);
    }

    @Test
    void with_a_yes_the_connection_is_the_other_accounts_and_keeps_its_id_and_history() {
        Connection now =
                replaced(world.replaceAccount.accept(ann.in(), SOUNDCLOUD)).orElseThrow();

        assertThat(world.stored(old)).isEqualTo(now);
        assertThat(now.id()).isEqualTo(old.id());
        assertThat(now.connectedAt()).isEqualTo(old.connectedAt());
        assertThat(now.who().id()).isEqualTo("somebody-else");
        assertThat(now.clocks().consentedAt()).isEqualTo(world.clock.instant());
        assertThat(tokenOf(world.lendToken.lend(ann.claim(), SOUNDCLOUD, Optional.empty())))
                .isEqualTo(world.accessTokenOf(now));
        assertThat(world.soundcloud.isLive(world.refreshTokenOf(now))).isTrue();
        assertThat(world.soundcloud.isLive(world.refreshTokenOf(old))).isFalse();
        assertThat(world.soundcloud.liveConsents()).isEqualTo(1);
        assertThat(world.happenedTo(ann)).containsExactly(Event.Kind.PLATFORM_RECONNECTED);
        assertThat(replaced(world.replaceAccount.accept(ann.in(), SOUNDCLOUD))).isEmpty();
    }

    @Test
    void with_a_no_it_is_given_up_and_the_connection_is_as_it_was() {
        assertThat(world.replaceAccount.decline(ann.in(), SOUNDCLOUD)).isTrue();

        assertThat(world.stored(old)).isEqualTo(old);
        assertThat(world.soundcloud.isLive(world.refreshTokenOf(old))).isTrue();
        assertThat(world.soundcloud.liveConsents()).isEqualTo(1);
        assertThat(world.replaceAccount.decline(ann.in(), SOUNDCLOUD)).isFalse();
        assertThat(replaced(world.replaceAccount.accept(ann.in(), SOUNDCLOUD))).isEmpty();
    }

    @Test
    void without_a_word_it_is_given_up_after_ten_minutes() {
        world.clock.advance(ParkedGrant.LIFE.minusSeconds(1));
        assertThat(world.replaceAccount.giveUpExpired()).isZero();
        assertThat(world.replaceAccount.waiting(ann.in(), SOUNDCLOUD)).isPresent();

        world.clock.advance(Duration.ofSeconds(1));
        assertThat(replaced(world.replaceAccount.accept(ann.in(), SOUNDCLOUD))).isEmpty();
        assertThat(world.purgeExpired.purge()).isEqualTo(1);

        assertThat(world.stored(old)).isEqualTo(old);
        assertThat(world.soundcloud.isLive(world.refreshTokenOf(old))).isTrue();
        assertThat(world.soundcloud.liveConsents()).isEqualTo(1);
        assertThat(world.purgeExpired.purge()).isZero();
    }

    @Test
    void nobody_else_can_say_yes_to_it() {
        Person bob = world.somebody();

        assertThat(replaced(world.replaceAccount.accept(bob.in(), SOUNDCLOUD))).isEmpty();
        assertThat(world.replaceAccount.decline(bob.in(), SOUNDCLOUD)).isFalse();

        assertThat(world.stored(old)).isEqualTo(old);
    }

    @Test
    void a_connection_that_was_removed_meanwhile_does_not_come_back() {
        assertThat(world.disconnect.disconnect(ann.in(), SOUNDCLOUD)).isPresent();

        assertThat(replaced(world.replaceAccount.accept(ann.in(), SOUNDCLOUD))).isEmpty();

        assertThat(world.store.connections().of(ann.account().id())).isEmpty();
        world.clock.advance(ParkedGrant.LIFE);
        assertThat(world.purgeExpired.purge()).isPositive();
        assertThat(world.soundcloud.liveConsents()).isZero();
    }

    @Test
    void half_of_a_grant_whose_other_half_cannot_be_read_replaces_nothing() {
        ParkedGrant waits = world.replaceAccount.waiting(ann.in(), SOUNDCLOUD).orElseThrow();
        SealedSecret notOfThisPlace = old.tokens().accessToken();
        SealedTokens whole = waits.tokens();
        for (SealedTokens spoilt : List.of(
                new SealedTokens(whole.tokenType(), whole.accessToken(), Optional.of(notOfThisPlace)),
                new SealedTokens(whole.tokenType(), notOfThisPlace, whole.refreshToken()))) {
            world.store
                    .parkedGrants()
                    .park(new ParkedGrant(
                            waits.id(),
                            waits.account(),
                            waits.platform(),
                            waits.app(),
                            waits.who(),
                            waits.scopes(),
                            waits.clocks(),
                            spoilt,
                            waits.expiresAt()));

            assertThat(replaced(world.replaceAccount.accept(ann.in(), SOUNDCLOUD)))
                    .isEmpty();

            assertThat(world.stored(old)).isEqualTo(old);
            assertThat(world.replaceAccount.waiting(ann.in(), SOUNDCLOUD)).isEmpty();
            assertThat(world.soundcloud.isLive(world.refreshTokenOf(old))).isTrue();
        }
    }

    @Test
    void a_renewal_that_lands_in_between_is_replaced_too_and_its_grant_given_back() {
        var racing = new WrappedConnections(world.store.connections()) {
            @Override
            public boolean advance(Connection next) {
                if (world.soundcloud.refreshes() == 0) {
                    tokenOf(world.lendToken.lendRefreshed(ann.claim(), SOUNDCLOUD));
                }
                return super.advance(next);
            }
        };

        Connection now =
                replaced(world.replacing(racing).accept(ann.in(), SOUNDCLOUD)).orElseThrow();

        assertThat(world.soundcloud.refreshes()).isEqualTo(1);
        assertThat(now.version()).isEqualTo(3);
        assertThat(world.soundcloud.isLive(world.refreshTokenOf(now))).isTrue();
        assertThat(world.soundcloud.liveConsents()).isEqualTo(1);
    }

    @Test
    void a_renewal_overtaken_by_the_yes_is_given_back_and_the_new_grant_lives() {
        world.soundcloud.beforeAnswering(() -> assertThat(replaced(world.replaceAccount.accept(ann.in(), SOUNDCLOUD)))
                .isPresent());

        String token = tokenOf(world.lendToken.lendRefreshed(ann.claim(), SOUNDCLOUD));

        assertThat(token).isEqualTo(world.accessTokenOf(world.stored(old)));
        assertThat(world.soundcloud.isLive(world.refreshTokenOf(world.stored(old))))
                .isTrue();
        assertThat(world.soundcloud.liveConsents()).isEqualTo(1);
    }

    @Test
    void a_second_yes_in_the_middle_of_the_first_takes_nothing_away_from_it() {
        var twice = new WrappedConnections(world.store.connections()) {
            private boolean asked;

            @Override
            public boolean advance(Connection next) {
                boolean done = super.advance(next);
                if (!asked) {
                    asked = true;
                    Optional<Connection> _ = replaced(world.replaceAccount.accept(ann.in(), SOUNDCLOUD));
                }
                return done;
            }
        };

        assertThat(replaced(world.replacing(twice).accept(ann.in(), SOUNDCLOUD)))
                .isPresent();

        assertThat(world.stored(old).who().id()).isEqualTo("somebody-else");
        assertThat(world.soundcloud.isLive(world.refreshTokenOf(world.stored(old))))
                .isTrue();
    }

    @Test
    void a_yes_and_a_no_at_once_leave_a_connection_that_works_whichever_wins() {
        for (int round = 0; round < 100; round++) {
            List<Callable<Boolean>> words = List.of(
                    () -> replaced(world.replaceAccount.accept(ann.in(), SOUNDCLOUD))
                            .isPresent(),
                    () -> world.replaceAccount.decline(ann.in(), SOUNDCLOUD),
                    () -> replaced(world.replaceAccount.accept(ann.in(), SOUNDCLOUD))
                            .isPresent());

            assertThat(Race.between(words)).containsOnlyOnce(true);

            Connection row = world.stored(old);
            assertThat(world.soundcloud.isLive(world.refreshTokenOf(row))).isTrue();
            assertThat(world.soundcloud.liveConsents()).isEqualTo(1);
            assertThat(world.store.connections().remove(row.id(), row.version()))
                    .isTrue();
            world.soundcloud.withdraw(row.who().id());
            old = world.connected(ann, world.soundcloud);
            park();
        }
    }

    private static Optional<Connection> replaced(ReplaceAccount.Accepted accepted) {
        return accepted instanceof ReplaceAccount.Accepted.Replaced(var connection)
                ? Optional.of(connection)
                : Optional.empty();
    }
}
