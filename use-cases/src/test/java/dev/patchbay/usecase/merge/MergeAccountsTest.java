package dev.patchbay.usecase.merge;

import static dev.patchbay.port.Fixtures.GOOGLE;
import static dev.patchbay.port.Fixtures.SPOTIFY;
import static dev.patchbay.port.Fixtures.aMethodOf;
import static dev.patchbay.port.Fixtures.anIdentityAt;
import static dev.patchbay.port.Fixtures.seconds;
import static dev.patchbay.usecase.World.DEVICE;
import static dev.patchbay.usecase.World.GITHUB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.activity.Event;
import dev.patchbay.domain.clientapp.OwnApp;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.ExternalAccount;
import dev.patchbay.domain.connection.Lease;
import dev.patchbay.domain.connection.Revocation;
import dev.patchbay.domain.connection.SealedTokens;
import dev.patchbay.domain.merge.MergeChoice;
import dev.patchbay.domain.merge.MergeProof;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.session.Session;
import dev.patchbay.domain.signin.ExternalIdentity;
import dev.patchbay.domain.vault.Fingerprint;
import dev.patchbay.domain.vault.KeyOwner;
import dev.patchbay.domain.vault.SealedSecret;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.Fixtures;
import dev.patchbay.port.connection.Claims.Claimant;
import dev.patchbay.port.vault.Opening;
import dev.patchbay.usecase.Person;
import dev.patchbay.usecase.World;
import dev.patchbay.usecase.World.Trip;
import dev.patchbay.usecase.attempt.Beginning;
import dev.patchbay.usecase.attempt.Outcome;
import dev.patchbay.usecase.attempt.Refusal;
import dev.patchbay.usecase.attempt.ReturnFromProvider.Landing;
import dev.patchbay.usecase.attempt.Wish;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MergeAccountsTest {

    private final World world = new World();
    private final Person ann = world.somebody();
    private final Person bob = world.somebody();

    @Test
    void tokens_move_and_open_for_the_account_that_is_kept() {
        Connection spotify = world.connected(bob, world.spotify);
        String refresh = world.refreshTokenOf(spotify);
        String access = world.accessTokenOf(spotify);

        Merging.Done done = merged(MergeChoice.USUAL);

        assertThat(done.kept()).isEqualTo(ann.account().id());
        Connection moved = world.stored(spotify);
        assertThat(moved.account()).isEqualTo(ann.account().id());
        assertThat(world.refreshTokenOf(moved)).isEqualTo(refresh);
        assertThat(world.accessTokenOf(moved)).isEqualTo(access);
        assertThat(world.lendToken
                        .lend(ann.claim(), SPOTIFY, Optional.of(seconds(60)))
                        .toString())
                .contains("Lent");
    }

    @Test
    void what_moved_is_renewed_as_before() {
        Connection spotify = world.expired(bob, world.spotify);

        merged(MergeChoice.USUAL);

        world.lendToken.lend(ann.claim(), SPOTIFY, Optional.of(seconds(60)));
        assertThat(world.stored(spotify).version()).isEqualTo(spotify.version() + 2);
    }

    @Test
    void an_app_moves_with_its_secret_and_connections_made_with_it_are_renewed_with_it() {
        OwnApp app = brought(bob);
        Connection spotify = world.connected(bob, world.spotify, fixture -> fixture.madeWith(app.id()));

        merged(MergeChoice.USUAL);

        OwnApp moved = world.store.ownApps().of(ann.account().id(), SPOTIFY).orElseThrow();
        assertThat(world.stored(spotify).app()).isEqualTo(moved.id());
        assertThat(world.vault.open(
                        moved.keyOwner(), moved.secretPlace(), moved.secret().orElseThrow()))
                .isEqualTo(new Opening.Opened(Secret.of("app secret")));
    }

    @Test
    void nothing_happens_before_somebody_says_yes_and_the_preview_shows_all_of_it() {
        world.connected(ann, world.spotify);
        world.connected(bob, world.spotify);
        world.connected(bob, world.youtube);
        ExternalIdentity github = linked(bob, GITHUB);

        assertThat(prove(bob)).isEqualTo(new Outcome.MergeProven(GITHUB));
        MergePreview preview = preview(MergeChoice.USUAL);

        assertThat(preview.kept()).isEqualTo(ann.account());
        assertThat(preview.ended()).isEqualTo(bob.account());
        assertThat(preview.draft().methodsMoved())
                .extracting(method -> method.identity().subject())
                .containsExactly(github.subject());
        assertThat(preview.draft().methodsLost())
                .extracting(method -> method.identity().provider())
                .containsExactly(GOOGLE);
        assertThat(preview.draft().connectionsMoved())
                .extracting(Connection::platform)
                .containsExactly(world.youtube.id());
        assertThat(preview.draft().connectionsLost())
                .extracting(Connection::account)
                .containsExactly(bob.account().id());
        assertThat(preview.sessions()).isEqualTo(1);
        assertThat(world.store.accounts().find(bob.account().id())).isPresent();
        assertThat(world.store.connections().of(bob.account().id())).hasSize(2);
    }

    @Test
    void what_is_confirmed_is_what_was_shown_or_nothing() {
        linked(bob, GITHUB);
        prove(bob);
        Fingerprint shown = preview(MergeChoice.USUAL).name();
        world.connected(bob, world.spotify);

        assertThat(confirm(MergeChoice.USUAL, shown)).isEqualTo(new Merging.PreviewChanged());
        Fingerprint again = preview(MergeChoice.USUAL).name();
        assertThat(confirm(new MergeChoice(true, Set.of(), Set.of()), again)).isEqualTo(new Merging.PreviewChanged());
        assertThat(confirm(new MergeChoice(false, Set.of(), Set.of(GOOGLE)), again))
                .isEqualTo(new Merging.PreviewChanged());
        assertThat(world.store.accounts().find(bob.account().id())).isPresent();
        assertThat(confirm(MergeChoice.USUAL, again)).isInstanceOf(Merging.Done.class);
    }

    @Test
    void a_renewal_between_looking_and_saying_yes_changes_nothing_of_what_was_shown() {
        world.expired(bob, world.spotify);
        linked(bob, GITHUB);
        prove(bob);
        Fingerprint shown = preview(MergeChoice.USUAL).name();
        world.lendToken.lend(bob.claim(), SPOTIFY, Optional.of(seconds(60)));

        assertThat(confirm(MergeChoice.USUAL, shown)).isInstanceOf(Merging.Done.class);
    }

    @Test
    void a_proof_is_used_once_is_good_for_ten_minutes_and_for_its_session() {
        linked(bob, GITHUB);
        prove(bob);
        Fingerprint shown = preview(MergeChoice.USUAL).name();
        Person elsewhere = new Person(ann.account(), session(ann));
        assertThat(world.mergeAccounts.preview(elsewhere.in(), MergeChoice.USUAL))
                .isEmpty();
        assertThat(world.mergeAccounts.confirm(elsewhere.in(), MergeChoice.USUAL, shown))
                .isEqualTo(new Merging.NothingProven());
        assertThat(world.mergeAccounts.withdraw(elsewhere.in())).isFalse();

        world.clock.advance(MergeProof.LIFE);
        assertThat(confirm(MergeChoice.USUAL, shown)).isEqualTo(new Merging.NothingProven());
        assertThat(world.store.accounts().find(bob.account().id())).isPresent();
    }

    @Test
    void a_withdrawn_proof_merges_nothing() {
        linked(bob, GITHUB);
        prove(bob);
        Fingerprint shown = preview(MergeChoice.USUAL).name();

        assertThat(world.mergeAccounts.withdraw(ann.in())).isTrue();

        assertThat(confirm(MergeChoice.USUAL, shown)).isEqualTo(new Merging.NothingProven());
    }

    @Test
    void nothing_moves_while_it_is_renewed_and_the_answer_says_when_to_come_back() {
        Connection spotify = world.connected(bob, world.spotify);
        linked(bob, GITHUB);
        prove(bob);
        Fingerprint shown = preview(MergeChoice.USUAL).name();
        Claimant somebody = new Claimant("somebody", Duration.ofSeconds(40));
        Lease lease = world.store
                .claims()
                .claim(spotify.id(), 1, somebody, held -> false, world.clock.instant())
                .orElseThrow();

        assertThat(confirm(MergeChoice.USUAL, shown))
                .isEqualTo(new Merging.Busy(world.clock.instant().plus(somebody.life())));
        world.store.claims().release(lease);

        assertThat(confirm(MergeChoice.USUAL, shown)).isInstanceOf(Merging.Done.class);
    }

    @Test
    void what_cannot_be_read_cannot_move_and_is_named() {
        world.connected(
                bob,
                world.spotify,
                fixture -> fixture.holding(
                        new SealedTokens("Bearer", new SealedSecret(new byte[] {1}), Optional.empty())));
        linked(bob, GITHUB);
        prove(bob);

        assertThat(confirm(MergeChoice.USUAL, preview(MergeChoice.USUAL).name()))
                .isEqualTo(new Merging.Unreadable(SPOTIFY));
        assertThat(world.store.accounts().find(bob.account().id())).isPresent();
    }

    @Test
    void what_there_was_no_room_for_is_given_up_at_its_platform() {
        world.connected(ann, world.soundcloud);
        Connection lost = world.connected(bob, world.soundcloud);
        String token = world.refreshTokenOf(lost);

        Merging.Done done = merged(MergeChoice.USUAL);

        assertThat(done.givenUp())
                .containsExactly(
                        new Merging.GivenUp(world.soundcloud.id(), Optional.of(Revocation.REVOKED), Optional.empty()));
        assertThat(world.soundcloud.isLive(token)).isFalse();
    }

    @Test
    void the_grant_of_one_outside_account_is_not_ended_through_its_other_connection() {
        world.connected(ann, world.youtube);
        world.connected(
                bob,
                world.youtube,
                fixture -> fixture.belongingTo(new ExternalAccount(ann.outside(), Optional.empty(), Optional.empty())));

        Merging.Done done = merged(MergeChoice.USUAL);

        assertThat(done.givenUp())
                .containsExactly(new Merging.GivenUp(world.youtube.id(), Optional.empty(), Optional.empty()));
    }

    @Test
    void keeping_the_other_account_signs_out_here() {
        Connection spotify = world.connected(ann, world.spotify);

        Merging.Done done = merged(new MergeChoice(true, Set.of(), Set.of()));

        assertThat(done.signedOut()).isTrue();
        assertThat(done.kept()).isEqualTo(bob.account().id());
        assertThat(world.stored(spotify).account()).isEqualTo(bob.account().id());
        assertThat(world.store.sessions().find(ann.session().id())).isEmpty();
    }

    @Test
    void both_trails_say_what_happened_and_the_key_is_gone() {
        world.connected(bob, world.spotify);

        merged(MergeChoice.USUAL);

        assertThat(world.happenedTo(ann)).contains(Event.Kind.ACCOUNT_MERGED);
        assertThat(world.happenedTo(bob)).contains(Event.Kind.ACCOUNT_ENDED);
        assertThat(world.store.merges().mergedInto(bob.account().id()))
                .contains(ann.account().id());
        assertThat(world.store
                        .keyShelf()
                        .newestDataKey(KeyOwner.of(bob.account().id())))
                .isEmpty();
    }

    @Test
    void the_same_e_mail_address_proves_nothing() {
        ExternalIdentity github = anIdentityAt(GITHUB);
        assertThat(github.email())
                .isEqualTo(world.store
                        .signInMethods()
                        .of(ann.account().id())
                        .getFirst()
                        .identity()
                        .email());

        assertThat(prove(github)).isEqualTo(new Outcome.Refused(Refusal.NOBODY_TO_MERGE));
        assertThat(world.mergeAccounts.preview(ann.in(), MergeChoice.USUAL)).isEmpty();
    }

    @Test
    void an_account_is_not_merged_with_itself() {
        ExternalIdentity own = linked(ann, GITHUB);

        assertThat(prove(own)).isEqualTo(new Outcome.Refused(Refusal.SAME_ACCOUNT));
    }

    @Test
    void a_stale_session_cannot_begin_and_an_ended_one_cannot_finish() {
        ExternalIdentity github = linked(bob, GITHUB);
        Trip trip = world.provingOther(ann, world.github, Wish.browser());
        world.store.sessions().end(ann.account().id(), ann.session().id(), world.clock.instant());
        assertThat(end(trip, github)).isEqualTo(new Outcome.Refused(Refusal.SESSION_OVER));
        assertThat(world.github.exchanges()).isZero();

        world.clock.advance(Duration.ofMinutes(10).plusSeconds(1));
        assertThat(world.beginSignIn.proveOther(ann.in(), GITHUB, Wish.browser()))
                .isEqualTo(new Beginning.FreshSignInNeeded());
    }

    private OwnApp brought(Person who) {
        OwnApp like = Fixtures.anOwnAppOf(who.account());
        OwnApp app = new OwnApp(
                like.owner(),
                like.platform(),
                like.clientId(),
                Optional.of(world.vault.seal(like.keyOwner(), like.secretPlace(), Secret.of("app secret"))),
                like.secretSince(),
                like.previous(),
                like.version(),
                like.since());
        world.store.ownApps().put(app);
        return app;
    }

    private Merging.Done merged(MergeChoice choice) {
        linked(bob, GITHUB);
        assertThat(prove(bob)).isEqualTo(new Outcome.MergeProven(GITHUB));
        Merging done = confirm(choice, preview(choice).name());
        assertThat(done).isInstanceOf(Merging.Done.class);
        return (Merging.Done) done;
    }

    private Merging confirm(MergeChoice choice, Fingerprint shown) {
        return world.mergeAccounts.confirm(ann.in(), choice, shown);
    }

    private MergePreview preview(MergeChoice choice) {
        return world.mergeAccounts.preview(ann.in(), choice).orElseThrow();
    }

    private ExternalIdentity linked(Person who, ProviderId provider) {
        ExternalIdentity identity = anIdentityAt(provider);
        world.store.signInMethods().link(aMethodOf(who.account(), identity));
        return identity;
    }

    private Session session(Person who) {
        var session = Fixtures.aSessionOf(who.account(), world.clock.instant(), Duration.ofDays(7));
        world.store.sessions().start(session);
        return session;
    }

    private Outcome prove(Person other) {
        AccountId account = other.account().id();
        return prove(world.store.signInMethods().of(account).stream()
                .map(method -> method.identity())
                .filter(identity -> identity.provider().equals(GITHUB))
                .findFirst()
                .orElseThrow());
    }

    private Outcome prove(ExternalIdentity identity) {
        return end(world.provingOther(ann, world.github, Wish.browser()), identity);
    }

    private Outcome end(Trip trip, ExternalIdentity identity) {
        Landing landing = world.attempting
                .returning()
                .land(world.consenting(trip, world.github, identity), trip.cookies(), DEVICE);
        return ((Landing.Ended) landing).outcome();
    }
}
