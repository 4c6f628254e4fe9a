package dev.patchbay.usecase.attempt;

import static dev.patchbay.port.Fixtures.SOUNDCLOUD;
import static dev.patchbay.port.Fixtures.SPOTIFY;
import static dev.patchbay.port.Fixtures.anIdentity;
import static dev.patchbay.port.Fixtures.anIdentityAt;
import static dev.patchbay.port.Fixtures.minutes;
import static dev.patchbay.port.Fixtures.seconds;
import static dev.patchbay.usecase.World.DEVICE;
import static dev.patchbay.usecase.World.GITHUB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.attempt.Attempt;
import dev.patchbay.domain.attempt.Handoff;
import dev.patchbay.domain.attempt.HandoffCode;
import dev.patchbay.domain.attempt.State;
import dev.patchbay.port.Race;
import dev.patchbay.usecase.Person;
import dev.patchbay.usecase.World;
import dev.patchbay.usecase.World.Trip;
import dev.patchbay.usecase.attempt.ReturnFromProvider.Answer;
import dev.patchbay.usecase.attempt.ReturnFromProvider.Landing;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A parked code is exchanged for whoever began, and destroyed by anybody else who brings it. */
class RedeemHandoffTest {

    private static final Wish BY_HANDOFF = new Wish(Optional.empty(), Wish.Ending.HANDOFF);
    private static final Outcome INVALID = new Outcome.Refused(Refusal.HANDOFF_INVALID);
    private static final Outcome SOMEBODY_ELSE = new Outcome.Refused(Refusal.WRONG_ACCOUNT);

    private final World world = new World();
    private final Person ann = world.somebody();

    @Test
    void whoever_has_the_handoff_and_the_state_is_signed_in_once() {
        Trip trip = signingIn();
        HandoffCode handoff = park(world.consenting(trip, world.google, anIdentity()));
        assertThat(world.google.exchanges()).isZero();

        assertThat(signIn(handoff, trip.state())).isInstanceOf(Outcome.SignedIn.class);
        assertThat(signIn(handoff, trip.state())).isEqualTo(INVALID);
        assertThat(world.google.exchanges()).isEqualTo(1);
    }

    @Test
    void the_handoff_of_a_flow_in_a_browser_for_another_frontend_is_redeemed_with_its_state() {
        Trip trip =
                world.signingIn(world.google, new Wish(Optional.of("https://app.example/done"), Wish.Ending.BROWSER));
        Landing landing = world.attempting
                .returning()
                .land(world.consenting(trip, world.google, anIdentity()), trip.cookies(), DEVICE);

        assertThat(signIn(((Landing.HandedOff) landing).handoff(), trip.state()))
                .isInstanceOf(Outcome.SignedIn.class);
    }

    @Test
    void of_many_who_redeem_at_once_one_gets_through() {
        Trip trip = signingIn();
        HandoffCode handoff = park(world.consenting(trip, world.google, anIdentity()));

        assertThat(Race.of(() -> signIn(handoff, trip.state())).stream().filter(Outcome.SignedIn.class::isInstance))
                .hasSize(1);
        assertThat(world.google.exchanges()).isEqualTo(1);
    }

    @Test
    void a_handoff_with_the_wrong_state_is_destroyed_and_nothing_is_exchanged() {
        Trip trip = signingIn();
        Trip attackers = signingIn();
        HandoffCode handoff = park(world.consenting(trip, world.google, anIdentity()));

        assertThat(signIn(handoff, attackers.state())).isEqualTo(SOMEBODY_ELSE);
        assertThat(signIn(handoff, trip.state())).isEqualTo(INVALID);
        assertThat(world.google.exchanges()).isZero();
    }

    @Test
    void a_made_up_handoff_is_refused() {
        Trip trip = signingIn();
        park(world.consenting(trip, world.google, anIdentity()));

        assertThat(signIn(new HandoffCode(world.secrets.next()), trip.state())).isEqualTo(INVALID);
        assertThat(signIn(new HandoffCode(trip.state().value()), trip.state())).isEqualTo(INVALID);
    }

    @Test
    void who_began_a_connect_ends_it_with_the_session() {
        Trip trip = world.connecting(ann, world.spotify, BY_HANDOFF);
        HandoffCode handoff = park(world.consenting(trip, world.spotify, "ann"));
        assertThat(world.spotify.exchanges()).isZero();

        assertThat(world.attempting.redeeming().withSession(handoff, SPOTIFY, ann.in(), DEVICE))
                .isInstanceOf(Outcome.Connected.class);
        assertThat(world.store.connections().of(ann.account().id(), SPOTIFY)).isPresent();
        assertThat(world.spotify.exchanges()).isEqualTo(1);
    }

    @Test
    void who_began_a_link_ends_it_with_the_session() {
        Trip trip = world.linking(ann, world.github, BY_HANDOFF);
        HandoffCode handoff = park(world.consenting(trip, world.github, anIdentityAt(GITHUB)));

        assertThat(world.attempting.redeeming().withSession(handoff, GITHUB, ann.in(), DEVICE))
                .isEqualTo(new Outcome.Linked(GITHUB));
    }

    @Test
    void a_handoff_brought_by_another_account_is_destroyed_and_nothing_is_linked() {
        Person bob = world.somebody();
        Trip trip = world.connecting(ann, world.spotify, BY_HANDOFF);
        HandoffCode handoff = park(world.consenting(trip, world.spotify, "bob-outside"));

        assertThat(world.attempting.redeeming().withSession(handoff, SPOTIFY, bob.in(), DEVICE))
                .isEqualTo(SOMEBODY_ELSE);
        assertThat(world.attempting.redeeming().withSession(handoff, SPOTIFY, ann.in(), DEVICE))
                .isEqualTo(INVALID);
        assertThat(world.spotify.exchanges()).isZero();
        assertThat(world.store.connections().of(bob.account().id())).isEmpty();
        assertThat(world.store.connections().of(ann.account().id())).isEmpty();
    }

    @Test
    void a_handoff_of_a_connect_signs_nobody_in_and_one_of_a_sign_in_connects_nobody() {
        Trip connect = world.connecting(ann, world.spotify, BY_HANDOFF);
        HandoffCode ofConnect = park(world.consenting(connect, world.spotify, "ann"));
        Trip signIn = signingIn();
        HandoffCode ofSignIn = park(world.consenting(signIn, world.google, anIdentity()));

        assertThat(signIn(ofConnect, connect.state())).isEqualTo(SOMEBODY_ELSE);
        assertThat(world.attempting.redeeming().withSession(ofSignIn, world.google.id(), ann.in(), DEVICE))
                .isEqualTo(SOMEBODY_ELSE);
        assertThat(world.spotify.exchanges() + world.google.exchanges()).isZero();
    }

    @Test
    void a_handoff_at_another_platforms_address_is_not_exchanged_anywhere() {
        Trip trip = world.connecting(ann, world.spotify, BY_HANDOFF);
        HandoffCode handoff = park(world.consenting(trip, world.spotify, "ann"));

        assertThat(world.attempting.redeeming().withSession(handoff, SOUNDCLOUD, ann.in(), DEVICE))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(world.spotify.exchanges() + world.soundcloud.exchanges()).isZero();
    }

    @Test
    void a_handoff_waits_ten_minutes_from_when_it_was_parked_however_long_the_person_took() {
        Trip trip = signingIn();
        Answer answer = world.consenting(trip, world.google, anIdentity());
        Trip other = signingIn();
        Answer otherAnswer = world.consenting(other, world.google, anIdentity());
        world.clock.advance(minutes(9));
        HandoffCode handoff = park(answer);
        HandoffCode late = park(otherAnswer);

        world.clock.advance(Attempt.LIFE.minusSeconds(1));
        world.purgeExpired.purge();
        assertThat(signIn(handoff, trip.state())).isInstanceOf(Outcome.SignedIn.class);

        world.clock.advance(seconds(1));
        assertThat(signIn(late, other.state())).isEqualTo(INVALID);
        assertThat(world.google.exchanges()).isEqualTo(1);
    }

    @Test
    void a_handoff_does_not_make_its_state_good_again() {
        Trip trip = signingIn();
        Answer answer = world.consenting(trip, world.google, anIdentity());
        park(answer);

        Landing again = world.attempting.returning().land(answer, List.of(), DEVICE);

        assertThat(((Landing.Ended) again).outcome()).isEqualTo(new Outcome.Refused(Refusal.STATE_INVALID));
    }

    @Test
    void what_is_parked_shows_neither_code_nor_handoff() {
        Trip trip = signingIn();
        Answer answer = world.consenting(trip, world.google, anIdentity());
        HandoffCode code = park(answer);

        Handoff parked = world.store
                .handoffs()
                .take(code.fingerprint(), world.clock.instant())
                .orElseThrow();

        assertThat(parked.toString())
                .doesNotContain(answer.code().orElseThrow().value().reveal())
                .doesNotContain(code.value().reveal());
        assertThat(new String(parked.code().envelope(), StandardCharsets.ISO_8859_1))
                .doesNotContain(answer.code().orElseThrow().value().reveal());
    }

    private Trip signingIn() {
        return world.signingIn(world.google, BY_HANDOFF);
    }

    /** Whatever browser comes back, with whatever cookies. */
    private HandoffCode park(Answer answer) {
        Landing landing = world.attempting.returning().land(answer, List.of(), DEVICE);
        assertThat(landing).isInstanceOf(Landing.HandedOff.class);
        return ((Landing.HandedOff) landing).handoff();
    }

    private Outcome signIn(HandoffCode handoff, State state) {
        return world.attempting.redeeming().signIn(handoff, state, DEVICE);
    }
}
