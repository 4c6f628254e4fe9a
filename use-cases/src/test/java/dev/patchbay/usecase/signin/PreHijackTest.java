package dev.patchbay.usecase.signin;

import static dev.patchbay.port.Fixtures.GOOGLE;
import static dev.patchbay.port.Fixtures.anIdentity;
import static dev.patchbay.port.Fixtures.anIdentityAt;
import static dev.patchbay.usecase.World.DEVICE;
import static dev.patchbay.usecase.World.GITHUB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.activity.Event;
import dev.patchbay.domain.attempt.HandoffCode;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.session.Session;
import dev.patchbay.domain.signin.ExternalIdentity;
import dev.patchbay.port.Fixtures;
import dev.patchbay.usecase.FakeIdentityProvider;
import dev.patchbay.usecase.Person;
import dev.patchbay.usecase.World;
import dev.patchbay.usecase.World.Trip;
import dev.patchbay.usecase.attempt.Beginning;
import dev.patchbay.usecase.attempt.Outcome;
import dev.patchbay.usecase.attempt.Refusal;
import dev.patchbay.usecase.attempt.ReturnFromProvider.Landing;
import dev.patchbay.usecase.attempt.Wish;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The five variants of account pre-hijacking (Sudhodanan and Paverd, USENIX Security 2022), and what is related: somebody prepares an account
 * so that they are in it, too, when its owner comes.
 */
class PreHijackTest {

    private static final Duration LONG_AFTER = Duration.ofMinutes(10).plusSeconds(1);

    private final World world = new World();

    @Test
    void classic_federated_merge__an_account_prepared_under_the_victims_address_stays_apart_from_the_victims_own() {
        Session attackers = signIn(world.github, named(GITHUB, "attacker", "victim@example.org"));
        Session victims = signIn(world.google, named(GOOGLE, "victim", "victim@example.org"));

        assertThat(victims.account()).isNotEqualTo(attackers.account());
        assertThat(world.store.signInMethods().of(victims.account())).hasSize(1);
    }

    @Test
    void unexpired_session__who_was_in_before_is_out_when_the_owner_adds_a_way_in() {
        Person owner = world.somebody();
        Person attacker = elsewhere(owner);

        assertThat(link(owner, anIdentityAt(GITHUB))).isEqualTo(new Outcome.Linked(GITHUB));

        assertThat(world.store.sessions().alive(owner.account().id(), world.clock.instant()))
                .containsExactly(owner.session());
        assertThat(isIn(attacker)).isFalse();
        assertThat(world.happenedTo(owner)).contains(Event.Kind.METHOD_LINKED, Event.Kind.SESSION_ENDED);
    }

    @Test
    void unexpired_session__who_was_in_before_is_out_when_the_owner_removes_a_way_in() {
        Person owner = world.somebody();
        link(owner, anIdentityAt(GITHUB));
        Person attacker = elsewhere(owner);

        assertThat(world.manageMethods.unlink(owner.in(), GITHUB)).isEqualTo(Unlinking.UNLINKED);

        assertThat(isIn(attacker)).isFalse();
        assertThat(isIn(owner)).isTrue();
    }

    @Test
    void trojan_identifier__an_identity_that_somebody_planted_is_seen_removed_and_of_no_use_then() {
        Person owner = world.somebody();
        ExternalIdentity planted = anIdentityAt(GITHUB);
        link(elsewhere(owner), planted);
        Session trojan = signIn(world.github, planted);
        Person again = elsewhere(owner);

        assertThat(world.manageMethods.list(again.in()))
                .extracting(method -> method.identity().provider())
                .contains(GITHUB);
        assertThat(world.manageMethods.unlink(again.in(), GITHUB)).isEqualTo(Unlinking.UNLINKED);

        assertThat(world.store.sessions().find(trojan.id()).orElseThrow().isAlive(world.clock.instant()))
                .isFalse();
        assertThat(signIn(world.github, planted).account())
                .isNotEqualTo(owner.account().id());
    }

    @Test
    void trojan_identifier__a_session_left_open_plants_nothing() {
        Person owner = world.somebody();
        world.clock.advance(LONG_AFTER);

        assertThat(world.beginSignIn.link(owner.in(), GITHUB, Wish.browser()))
                .isEqualTo(new Beginning.FreshSignInNeeded());
        assertThat(world.manageMethods.unlink(owner.in(), GOOGLE)).isEqualTo(Unlinking.FRESH_SIGN_IN_NEEDED);
        assertThat(world.beginSignIn.proveOther(owner.in(), GITHUB, Wish.browser()))
                .isEqualTo(new Beginning.FreshSignInNeeded());
    }

    @Test
    void trojan_identifier__signing_in_once_more_is_the_fresh_proof_and_linking_goes_on() {
        ExternalIdentity google = anIdentity();
        Session first = signIn(world.google, google);
        world.clock.advance(LONG_AFTER);
        Session fresh = signIn(world.google, google);
        assertThat(fresh.account()).isEqualTo(first.account());

        assertThat(link(person(fresh), anIdentityAt(GITHUB))).isEqualTo(new Outcome.Linked(GITHUB));
    }

    @Test
    void unexpired_change__what_was_pending_comes_to_nothing_when_a_way_in_is_added_or_removed() {
        Person owner = world.somebody();
        Person attacker = elsewhere(owner);
        ExternalIdentity planted = anIdentityAt(GITHUB);
        Trip pendingLink = world.linking(attacker, world.github, Wish.browser());
        Trip pendingConnect = world.connecting(attacker, world.spotify, Wish.browser());
        world.store.signInMethods().link(Fixtures.aMethodOf(owner.account(), anIdentityAt(new ProviderId("other"))));

        assertThat(world.manageMethods.unlink(owner.in(), new ProviderId("other")))
                .isEqualTo(Unlinking.UNLINKED);

        assertThat(end(pendingLink, world.github, planted)).isEqualTo(new Outcome.Refused(Refusal.STATE_INVALID));
        Landing connected = world.attempting
                .returning()
                .land(world.consenting(pendingConnect, world.spotify, "attacker"), pendingConnect.cookies(), DEVICE);
        assertThat(((Landing.Ended) connected).outcome()).isEqualTo(new Outcome.Refused(Refusal.STATE_INVALID));
        assertThat(world.store.signInMethods().find(planted)).isEmpty();
    }

    @Test
    void unexpired_change__a_parked_code_is_dropped_with_its_attempt() {
        Person owner = world.somebody();
        Person attacker = elsewhere(owner);
        Trip trip = world.linking(attacker, world.github, new Wish(Optional.empty(), Wish.Ending.HANDOFF));
        Landing landed = world.attempting
                .returning()
                .land(world.consenting(trip, world.github, anIdentityAt(GITHUB)), List.of(), DEVICE);
        HandoffCode parked = ((Landing.HandedOff) landed).handoff();

        link(owner, anIdentityAt(GITHUB));

        assertThat(world.attempting.redeeming().withSession(parked, GITHUB, attacker.in(), DEVICE))
                .isEqualTo(new Outcome.Refused(Refusal.HANDOFF_INVALID));
    }

    @Test
    void non_verifying_provider__an_address_that_nobody_verified_opens_no_door() {
        Session victims = signIn(world.google, named(GOOGLE, "victim", "victim@example.org"));
        Session attackers = signIn(world.github, named(GITHUB, "attacker", "victim@example.org"));
        Person attacker = person(attackers);

        assertThat(attackers.account()).isNotEqualTo(victims.account());
        Trip trip = world.provingOther(attacker, world.google, Wish.browser());
        assertThat(end(trip, world.google, named(GOOGLE, "nobody", "victim@example.org")))
                .isEqualTo(new Outcome.Refused(Refusal.NOBODY_TO_MERGE));
    }

    @Test
    void login_csrf__the_attackers_round_trip_signs_nobody_in_at_the_victims_browser() {
        Trip attackers = world.signingIn(world.google, Wish.browser());
        Trip victims = world.signingIn(world.google, Wish.browser());

        Landing landing = world.attempting
                .returning()
                .land(world.consenting(attackers, world.google, anIdentity()), victims.cookies(), DEVICE);

        assertThat(((Landing.Ended) landing).outcome()).isEqualTo(new Outcome.Refused(Refusal.WRONG_BROWSER));
        assertThat(world.google.exchanges()).isZero();
    }

    @Test
    void link_csrf__the_attackers_round_trip_links_nothing_at_the_victims_browser_nor_with_the_victims_session() {
        Person victim = world.somebody();
        Person attacker = world.somebody();
        ExternalIdentity attackersOwn = anIdentityAt(GITHUB);
        Trip attackers = world.linking(attacker, world.github, Wish.browser());
        Trip victims = world.linking(victim, world.github, Wish.browser());
        Landing landing = world.attempting
                .returning()
                .land(world.consenting(attackers, world.github, attackersOwn), victims.cookies(), DEVICE);
        assertThat(((Landing.Ended) landing).outcome()).isEqualTo(new Outcome.Refused(Refusal.WRONG_BROWSER));

        Trip posted = world.linking(attacker, world.github, Wish.browser());
        assertThat(world.attempting
                        .returning()
                        .post(world.consenting(posted, world.github, attackersOwn), victim.in(), DEVICE))
                .isEqualTo(new Outcome.Refused(Refusal.WRONG_ACCOUNT));
        assertThat(world.store.signInMethods().find(attackersOwn)).isEmpty();
    }

    @Test
    void two_browsers__what_one_session_began_another_of_the_same_account_does_not_finish() {
        Person here = world.somebody();
        Person there = elsewhere(here);
        ExternalIdentity github = anIdentityAt(GITHUB);
        Trip trip = world.linking(here, world.github, Wish.browser());
        assertThat(world.attempting.returning().post(world.consenting(trip, world.github, github), there.in(), DEVICE))
                .isEqualTo(new Outcome.Refused(Refusal.WRONG_ACCOUNT));

        Trip handoff = world.linking(here, world.github, new Wish(Optional.empty(), Wish.Ending.HANDOFF));
        Landing landed =
                world.attempting.returning().land(world.consenting(handoff, world.github, github), List.of(), DEVICE);
        HandoffCode code = ((Landing.HandedOff) landed).handoff();
        assertThat(world.attempting.redeeming().withSession(code, GITHUB, there.in(), DEVICE))
                .isEqualTo(new Outcome.Refused(Refusal.WRONG_ACCOUNT));
        assertThat(world.store.signInMethods().find(github)).isEmpty();
    }

    @Test
    void a_link_whose_session_ended_meanwhile_links_nothing_and_exchanges_nothing() {
        Person ann = world.somebody();
        Trip trip = world.linking(ann, world.github, Wish.browser());
        world.store.sessions().end(ann.account().id(), ann.session().id(), world.clock.instant());

        assertThat(end(trip, world.github, anIdentityAt(GITHUB))).isEqualTo(new Outcome.Refused(Refusal.SESSION_OVER));
        assertThat(world.github.exchanges()).isZero();
    }

    private Person elsewhere(Person who) {
        Session session = Fixtures.aSessionOf(who.account(), world.clock.instant(), Duration.ofDays(7));
        world.store.sessions().start(session);
        return new Person(who.account(), session);
    }

    private Person person(Session session) {
        AccountId id = session.account();
        return new Person(world.store.accounts().find(id).orElseThrow(), session);
    }

    private boolean isIn(Person who) {
        return world.store
                .sessions()
                .find(who.session().id())
                .filter(session -> session.isAlive(world.clock.instant()))
                .isPresent();
    }

    private static ExternalIdentity named(ProviderId provider, String subject, String email) {
        return new ExternalIdentity(
                provider,
                "https://" + provider + ".example",
                subject,
                Optional.of(email),
                Optional.empty(),
                Optional.empty());
    }

    private Session signIn(FakeIdentityProvider provider, ExternalIdentity identity) {
        return ((Outcome.SignedIn) end(world.signingIn(provider, Wish.browser()), provider, identity)).session();
    }

    private Outcome link(Person who, ExternalIdentity identity) {
        return end(world.linking(who, world.github, Wish.browser()), world.github, identity);
    }

    private Outcome end(Trip trip, FakeIdentityProvider provider, ExternalIdentity identity) {
        Landing landing =
                world.attempting.returning().land(world.consenting(trip, provider, identity), trip.cookies(), DEVICE);
        return ((Landing.Ended) landing).outcome();
    }
}
