package dev.patchbay.usecase.session;

import static dev.patchbay.port.Fixtures.GOOGLE;
import static dev.patchbay.port.Fixtures.SPOTIFY;
import static dev.patchbay.port.Fixtures.days;
import static dev.patchbay.port.Fixtures.minutes;
import static dev.patchbay.port.Fixtures.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.activity.Event;
import dev.patchbay.domain.session.Session;
import dev.patchbay.domain.session.SessionClaim;
import dev.patchbay.port.Fixtures;
import dev.patchbay.usecase.Person;
import dev.patchbay.usecase.World;
import dev.patchbay.usecase.connection.Lending;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ManageSessionsTest {

    private final World world = new World();
    private final Person ann = world.somebody();
    private final ManageSessions manage =
            new ManageSessions(world.store.sessions(), world.store.activity(), world.clock);
    private final ProveSession prove = new ProveSession(world.store.sessions(), world.clock);

    @Test
    void a_living_session_is_proven_and_one_that_was_never_started_is_not() {
        assertThat(prove.prove(ann.claim()).orElseThrow().account())
                .isEqualTo(ann.account().id());
        assertThat(prove.prove(Fixtures.claimOf(Fixtures.aSessionOf(ann.account()))))
                .isEmpty();
    }

    @Test
    void a_session_is_proven_to_its_own_account_only() {
        var foreign = new SessionClaim(
                ann.session().id(),
                world.somebody().account().id(),
                ann.session().expiresAt());

        assertThat(prove.prove(foreign)).isEmpty();
    }

    @Test
    void signing_out_ends_this_session_at_once_and_no_other() {
        world.connected(ann, world.spotify);
        Session other = started();

        manage.signOut(ann.in());

        assertThat(prove.prove(ann.claim())).isEmpty();
        assertThat(world.lendToken.lend(ann.claim(), SPOTIFY, Optional.empty())).isEqualTo(new Lending.NoSession());
        assertThat(prove.prove(Fixtures.claimOf(other))).isPresent();
        manage.signOut(ann.in());
        assertThat(world.happenedTo(ann)).containsExactly(Event.Kind.SIGNED_OUT, Event.Kind.SIGNED_IN);
    }

    @Test
    void a_person_sees_their_living_sessions_newest_first_and_may_end_one() {
        world.clock.advance(minutes(1));
        Session second = started();
        world.clock.advance(minutes(1));
        Session third = started();
        assertThat(manage.list(ann.in())).containsExactly(third, second, ann.session());

        assertThat(manage.end(ann.in(), second.id())).isTrue();
        assertThat(manage.end(ann.in(), second.id())).isFalse();
        assertThat(manage.list(ann.in())).containsExactly(third, ann.session());
    }

    @Test
    void somebody_elses_session_cannot_be_ended() {
        Person bob = world.somebody();

        assertThat(manage.end(ann.in(), bob.session().id())).isFalse();
        assertThat(prove.prove(bob.claim())).isPresent();
        assertThat(world.happenedTo(ann)).isEmpty();
    }

    @Test
    void ending_all_ends_the_asking_one_too_and_nobody_elses() {
        Person bob = world.somebody();
        started();
        started();

        assertThat(manage.endAll(ann.in())).isEqualTo(3);
        assertThat(prove.prove(ann.claim())).isEmpty();
        assertThat(prove.prove(bob.claim())).isPresent();
    }

    @Test
    void a_session_ends_by_itself_after_its_life() {
        Session session = started();
        world.clock.advance(days(7).minusSeconds(1));
        assertThat(prove.prove(Fixtures.claimOf(session))).isPresent();

        world.clock.advance(seconds(1));
        assertThat(prove.prove(Fixtures.claimOf(session))).isEmpty();
    }

    @Test
    void what_is_over_is_removed_a_while_later() {
        Session session = started();
        manage.end(ann.in(), session.id());

        world.clock.advance(days(6));
        assertThat(world.purgeExpired.purge()).isZero();
        world.clock.advance(days(2));
        assertThat(world.purgeExpired.purge()).isEqualTo(1);
        assertThat(world.store.sessions().find(session.id())).isEmpty();
        assertThat(prove.prove(ann.claim())).isPresent();
    }

    private Session started() {
        return world.startSession.start(ann.account().id(), GOOGLE, World.DEVICE);
    }
}
