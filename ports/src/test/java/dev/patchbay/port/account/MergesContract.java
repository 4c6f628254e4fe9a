package dev.patchbay.port.account;

import static dev.patchbay.port.ChatFixtures.aChatOf;
import static dev.patchbay.port.Fixtures.GOOGLE;
import static dev.patchbay.port.Fixtures.NOW;
import static dev.patchbay.port.Fixtures.SOUNDCLOUD;
import static dev.patchbay.port.Fixtures.SPOTIFY;
import static dev.patchbay.port.Fixtures.aConnection;
import static dev.patchbay.port.Fixtures.aMethodOf;
import static dev.patchbay.port.Fixtures.aSeatOffer;
import static dev.patchbay.port.Fixtures.aSessionOf;
import static dev.patchbay.port.Fixtures.anAttempt;
import static dev.patchbay.port.Fixtures.anIdentityAt;
import static dev.patchbay.port.Fixtures.anOwnAppOf;
import static dev.patchbay.port.Fixtures.open;
import static dev.patchbay.port.Fixtures.seconds;
import static dev.patchbay.port.MergeFixtures.aMerge;
import static dev.patchbay.port.MergeFixtures.aProofOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.activity.Event;
import dev.patchbay.domain.attempt.Attempt;
import dev.patchbay.domain.chat.Chat;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.clientapp.OwnApp;
import dev.patchbay.domain.clientapp.Seat;
import dev.patchbay.domain.clientapp.SeatOffer;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.Lease;
import dev.patchbay.domain.connection.Standing;
import dev.patchbay.domain.merge.Merge;
import dev.patchbay.domain.merge.MergeChoice;
import dev.patchbay.domain.merge.MergeProof;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.session.Session;
import dev.patchbay.domain.session.SessionId;
import dev.patchbay.domain.signin.SignInMethod;
import dev.patchbay.domain.vault.KeyOwner;
import dev.patchbay.domain.vault.SealedSecret;
import dev.patchbay.port.Race;
import dev.patchbay.port.Stores;
import dev.patchbay.port.account.Merges.Outcome;
import dev.patchbay.port.connection.Claims.Claimant;
import dev.patchbay.port.signin.SignInMethods.LinkOutcome;
import dev.patchbay.port.vault.DataKey;
import dev.patchbay.port.vault.KeyState;
import dev.patchbay.port.vault.SealedRow;
import dev.patchbay.port.vault.VaultKey;
import dev.patchbay.port.vault.WrappedKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Merges} keeps. */
public abstract class MergesContract {

    private static final ProviderId GITHUB = new ProviderId("github");
    private static final Claimant SOMEBODY = new Claimant("somebody", seconds(15));

    private Account ann;
    private Account bob;
    private Session session;

    protected abstract Stores stores();

    @BeforeEach
    void two_accounts_of_one_person() {
        ann = open(stores());
        bob = open(stores());
        session = aSessionOf(ann);
        stores().sessions().start(session);
    }

    @Test
    void a_proof_is_there_for_its_session_until_its_time_is_over() {
        MergeProof proof = proven();

        assertThat(merges().proven(ann.id(), session.id(), NOW)).contains(proof);
        assertThat(merges().proven(ann.id(), new SessionId(UUID.randomUUID()), NOW))
                .isEmpty();
        assertThat(merges().proven(bob.id(), session.id(), NOW)).isEmpty();
        assertThat(merges().proven(ann.id(), session.id(), proof.until())).isEmpty();
    }

    @Test
    void a_later_proof_takes_the_place_of_the_earlier_and_can_be_withdrawn_once() {
        proven();
        Account carl = open(stores());
        MergeProof later = aProofOf(session, carl);

        merges().prove(later);

        assertThat(merges().proven(ann.id(), session.id(), NOW)).contains(later);
        assertThat(merges().withdraw(ann.id(), new SessionId(UUID.randomUUID())))
                .isFalse();
        assertThat(merges().withdraw(ann.id(), session.id())).isTrue();
        assertThat(merges().withdraw(ann.id(), session.id())).isFalse();
        assertThat(merges().proven(ann.id(), session.id(), NOW)).isEmpty();
    }

    @Test
    void a_proof_of_an_account_that_is_gone_is_not_kept_and_goes_with_it() {
        MergeProof proof = proven();
        stores().accounts().erase(bob.id());

        assertThat(merges().proven(ann.id(), session.id(), NOW)).isEmpty();
        assertThatThrownBy(() -> merges().prove(proof)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void proofs_that_are_over_are_purged() {
        MergeProof proof = proven();

        merges().purge(proof.until());
        assertThat(merges().proven(ann.id(), session.id(), NOW)).isPresent();
        assertThat(merges().purge(proof.until().plusSeconds(1))).isPositive();
        assertThat(merges().proven(ann.id(), session.id(), NOW)).isEmpty();
    }

    @Test
    void everything_of_the_account_that_ends_is_the_other_ones_afterwards() {
        SignInMethod github = linked(bob, GITHUB);
        stores().signInMethods().unlink(bob.id(), GOOGLE);
        Connection spotify = connected(bob, SPOTIFY);
        OwnApp app = brought(bob);
        Chat chat = aChatOf(bob);
        stores().chats().add(chat);
        stores().appLists().missing(app.id(), bob.id(), NOW);
        Merge merge = merge(MergeChoice.USUAL);

        assertThat(merges().merge(merge, NOW)).isEqualTo(new Outcome.Done());

        assertThat(stores().signInMethods()
                        .find(github.identity())
                        .orElseThrow()
                        .account())
                .isEqualTo(ann.id());
        assertThat(stores().connections().find(spotify.id()))
                .contains(merge.connections().getFirst().after());
        assertThat(merge.connections().getFirst().after().version()).isEqualTo(2);
        assertThat(stores().ownApps().of(ann.id(), SPOTIFY))
                .contains(merge.apps().getFirst().after());
        assertThat(stores().chats().of(ann.id())).extracting(Chat::user).containsExactly(chat.user());
        assertThat(stores().appLists().missingFrom(appOf(ann, app)))
                .extracting(missing -> missing.account())
                .containsExactly(ann.id());
        assertThat(stores().accounts().find(bob.id())).isEmpty();
        assertThat(stores().connections().of(bob.id())).isEmpty();
        assertThat(stores().ownApps().of(bob.id())).isEmpty();
    }

    @Test
    void the_account_that_ended_takes_nothing_more_but_events() {
        stores().activity().add(event(bob.id()));
        done();

        stores().activity().add(event(bob.id()));

        assertThat(merges().mergedInto(bob.id())).contains(ann.id());
        assertThat(merges().mergedInto(ann.id())).isEmpty();
        assertThat(stores().activity().recent(bob.id(), 10)).hasSize(2);
        assertThatThrownBy(() -> stores().sessions().start(aSessionOf(bob))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> connected(bob, SPOTIFY)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> linked(bob, GITHUB)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void its_trail_goes_with_the_account_that_it_became_part_of_also_over_two_merges() {
        stores().activity().add(event(bob.id()));
        done();
        Account carl = open(stores());
        Session carls = aSessionOf(carl);
        stores().sessions().start(carls);
        MergeProof proof = aProofOf(carls, ann);
        merges().prove(proof);
        assertThat(merges().merge(aMerge(stores(), proof, MergeChoice.USUAL), NOW))
                .isEqualTo(new Outcome.Done());

        assertThat(merges().mergedInto(bob.id())).contains(carl.id());
        stores().accounts().erase(carl.id());

        assertThat(stores().activity().recent(bob.id(), 10)).isEmpty();
        assertThat(merges().mergedInto(bob.id())).isEmpty();
        assertThatThrownBy(() -> stores().activity().add(event(bob.id()))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void its_data_keys_are_destroyed_and_nobody_elses() {
        WrappedKey wrapped = new WrappedKey(new byte[] {1});
        stores().keyShelf().add(new VaultKey(1, KeyState.ACTIVE, "master", wrapped, NOW));
        stores().keyShelf().add(new DataKey(KeyOwner.of(ann.id()), 1, 1, wrapped, NOW));
        stores().keyShelf().add(new DataKey(KeyOwner.of(bob.id()), 1, 1, wrapped, NOW));

        done();

        assertThat(stores().keyShelf().newestDataKey(KeyOwner.of(bob.id()))).isEmpty();
        assertThat(stores().keyShelf().newestDataKey(KeyOwner.of(ann.id()))).isPresent();
    }

    @Test
    void sessions_end_but_the_one_that_merges_and_attempts_of_both_are_dropped() {
        Session elsewhere = aSessionOf(ann);
        Session bobs = aSessionOf(bob);
        stores().sessions().start(elsewhere);
        stores().sessions().start(bobs);
        List<Attempt> pending = Stream.of(ann, bob)
                .map(who -> anAttempt().toConnect(SPOTIFY).by(who).build())
                .toList();
        pending.forEach(stores().attempts()::add);

        done();

        assertThat(stores().sessions().alive(ann.id(), NOW)).containsExactly(session);
        assertThat(stores().sessions().find(bobs.id())).isEmpty();
        assertThat(pending.stream().flatMap(one -> stores().attempts().consume(one.stateFingerprint(), NOW).stream()))
                .isEmpty();
    }

    @Test
    void the_other_account_can_be_the_one_that_is_kept() {
        Connection spotify = connected(ann, SPOTIFY);

        assertThat(merges().merge(merge(new MergeChoice(true, Set.of(), Set.of())), NOW))
                .isEqualTo(new Outcome.Done());

        assertThat(stores().accounts().find(ann.id())).isEmpty();
        assertThat(stores().connections().find(spotify.id()).orElseThrow().account())
                .isEqualTo(bob.id());
        assertThat(stores().sessions().find(session.id())).isEmpty();
    }

    @Test
    void of_what_both_have_one_goes_and_the_choice_says_which() {
        Connection anns = connected(ann, SPOTIFY);
        Connection bobs = connected(bob, SPOTIFY);
        Connection annsToo = connected(ann, SOUNDCLOUD);
        Connection bobsToo = connected(bob, SOUNDCLOUD);
        SignInMethod annsGoogle = stores().signInMethods().of(ann.id()).getFirst();
        SignInMethod bobsGoogle = stores().signInMethods().of(bob.id()).getFirst();

        assertThat(merges().merge(merge(new MergeChoice(false, Set.of(SPOTIFY), Set.of(GOOGLE))), NOW))
                .isEqualTo(new Outcome.Done());

        assertThat(stores().connections().of(ann.id()))
                .extracting(Connection::id)
                .containsExactlyInAnyOrder(bobs.id(), annsToo.id());
        assertThat(stores().connections().find(anns.id())).isEmpty();
        assertThat(stores().connections().find(bobsToo.id())).isEmpty();
        assertThat(stores().signInMethods().find(annsGoogle.identity())).isEmpty();
        assertThat(stores().signInMethods()
                        .find(bobsGoogle.identity())
                        .orElseThrow()
                        .account())
                .isEqualTo(ann.id());
    }

    @Test
    void guests_keep_their_seats_and_their_connections_know_the_app_by_its_new_name() {
        OwnApp app = brought(bob);
        Account guest = open(stores());
        SeatOffer offer = aSeatOffer();
        stores().seats().offer(app, offer, 5);
        stores().seats().take(offer.invitation(), guest.id(), NOW);
        Connection hers = aConnection().ownedBy(guest).madeWith(app.id()).build();
        stores().connections().add(hers);

        done();

        assertThat(stores().seats().of(ann.id(), SPOTIFY, NOW))
                .extracting(Seat::holder)
                .containsExactly(Optional.of(guest.id()));
        Connection now = stores().connections().find(hers.id()).orElseThrow();
        assertThat(now.app()).isEqualTo(appOf(ann, app));
        assertThat(now.account()).isEqualTo(guest.id());
        assertThat(now.version()).isEqualTo(2);
    }

    @Test
    void nobody_has_a_seat_in_their_own_app_afterwards() {
        OwnApp app = brought(bob);
        SeatOffer offer = aSeatOffer();
        stores().seats().offer(app, offer, 5);
        stores().seats().take(offer.invitation(), ann.id(), NOW);

        done();

        assertThat(stores().seats().heldBy(ann.id())).isEmpty();
        assertThat(stores().seats().of(ann.id(), SPOTIFY, NOW)).isEmpty();
    }

    @Test
    void a_seat_in_somebodys_app_moves_along() {
        Account owner = open(stores());
        OwnApp app = brought(owner);
        SeatOffer offer = aSeatOffer();
        stores().seats().offer(app, offer, 5);
        stores().seats().take(offer.invitation(), bob.id(), NOW);

        done();

        assertThat(stores().seats().heldBy(ann.id(), SPOTIFY)).isPresent();
    }

    @Test
    void a_proof_is_good_for_one_merge_from_its_session() {
        MergeProof proof = proven();
        Merge merge = aMerge(stores(), proof, MergeChoice.USUAL);
        MergeProof forged = new MergeProof(ann.id(), new SessionId(UUID.randomUUID()), bob.id(), proof.until());

        assertThat(merges().merge(aMerge(stores(), forged, MergeChoice.USUAL), NOW))
                .isEqualTo(new Outcome.NotProven());
        assertThat(merges().merge(merge, proof.until())).isEqualTo(new Outcome.NotProven());
        assertThat(merges().merge(merge, NOW)).isEqualTo(new Outcome.Done());
        assertThat(merges().merge(merge, NOW)).isNotEqualTo(new Outcome.Done());
    }

    @Test
    void without_a_proof_nothing_happens() {
        Merge merge = aMerge(stores(), aProofOf(session, bob), MergeChoice.USUAL);

        assertThat(merges().merge(merge, NOW)).isEqualTo(new Outcome.NotProven());

        assertThat(stores().accounts().find(bob.id())).isPresent();
    }

    @Test
    void what_is_being_renewed_is_waited_for_and_nothing_moves() {
        Connection spotify = connected(bob, SPOTIFY);
        Merge merge = merge(MergeChoice.USUAL);
        Lease lease = stores().claims()
                .claim(spotify.id(), 1, SOMEBODY, held -> false, NOW)
                .orElseThrow();

        assertThat(merges().merge(merge, NOW)).isEqualTo(new Outcome.Busy(Optional.of(NOW.plus(SOMEBODY.life()))));
        assertNothingMoved(spotify);

        stores().claims().release(lease);
        assertThat(merges().merge(merge, NOW)).isEqualTo(new Outcome.Done());
    }

    @Test
    void a_renewal_without_a_known_outcome_is_waited_for_too() {
        Connection spotify = connected(bob, SPOTIFY);
        Merge merge = merge(MergeChoice.USUAL);
        Lease lease = stores().claims()
                .claim(spotify.id(), 1, SOMEBODY, held -> false, NOW)
                .orElseThrow();
        stores().claims().stand(lease, new Standing.Active(), false);

        assertThat(merges().merge(merge, NOW)).isEqualTo(new Outcome.Busy(Optional.empty()));
        assertNothingMoved(spotify);
    }

    @Test
    void a_guests_renewal_is_waited_for_too() {
        OwnApp app = brought(bob);
        Account guest = open(stores());
        Connection hers = aConnection().ownedBy(guest).madeWith(app.id()).build();
        stores().connections().add(hers);
        Merge merge = merge(MergeChoice.USUAL);
        stores().claims().claim(hers.id(), 1, SOMEBODY, held -> false, NOW);

        assertThat(merges().merge(merge, NOW)).isInstanceOf(Outcome.Busy.class);
    }

    @Test
    void who_read_a_connection_before_it_moved_can_neither_claim_nor_write_it() {
        Connection before = connected(bob, SPOTIFY);
        done();

        assertThat(stores().claims().claim(before.id(), 1, SOMEBODY, held -> true, NOW))
                .isEmpty();
        assertThat(stores().connections().advance(before.refreshed(before.tokens(), before.scopes(), before.clocks())))
                .isFalse();
        assertThat(stores().connections().remove(before.id(), 1)).isFalse();
        assertThat(stores().connections().find(before.id()).orElseThrow().account())
                .isEqualTo(ann.id());
        assertThat(stores().claims().claim(before.id(), 2, SOMEBODY, held -> true, NOW))
                .isPresent();
    }

    @Test
    void what_was_renewed_since_it_was_read_is_read_again() {
        Connection spotify = connected(bob, SPOTIFY);
        Connection soundcloud = connected(bob, SOUNDCLOUD);
        Merge merge = merge(MergeChoice.USUAL);
        assertThat(stores().connections()
                        .advance(spotify.refreshed(spotify.tokens(), spotify.scopes(), spotify.clocks())))
                .isTrue();

        assertThat(merges().merge(merge, NOW)).isEqualTo(new Outcome.Changed());

        assertNothingMoved(soundcloud);
        assertThat(merges().merge(aMerge(stores(), merge.proof(), MergeChoice.USUAL), NOW))
                .isEqualTo(new Outcome.Done());
    }

    @Test
    void what_was_sealed_again_since_it_was_read_is_read_again_and_nothing_stays_half_moved() {
        Connection spotify = connected(bob, SPOTIFY);
        Connection soundcloud = connected(bob, SOUNDCLOUD);
        Merge merge = merge(MergeChoice.USUAL);
        for (Connection one : List.of(spotify, soundcloud)) {
            SealedRow row = new SealedRow(
                    one.keyOwner(),
                    one.refreshTokenPlace(),
                    one.tokens().refreshToken().orElseThrow());
            assertThat(stores().sealedRows().reseal(row, new SealedSecret(new byte[] {7})))
                    .isTrue();
            assertThat(merges().merge(merge, NOW)).isEqualTo(new Outcome.Changed());
        }

        assertNothingMoved(spotify);
        assertNothingMoved(soundcloud);
        assertThat(stores().signInMethods().of(bob.id())).hasSize(1);
    }

    @Test
    void whatever_came_or_went_since_it_was_read_is_read_again() {
        Connection spotify = connected(bob, SPOTIFY);
        OwnApp app = brought(ann);
        List<Runnable> happening = List.of(
                () -> assertThat(stores().signInMethods().link(aMethodOf(bob, anIdentityAt(GITHUB))))
                        .isEqualTo(LinkOutcome.LINKED),
                () -> connected(bob, SOUNDCLOUD),
                () -> connected(ann, SOUNDCLOUD),
                () -> assertThat(stores().connections().remove(spotify.id(), 1)).isTrue(),
                () -> assertThat(stores().ownApps().remove(ann.id(), SPOTIFY, app.version()))
                        .isTrue(),
                () -> brought(bob));
        proven();

        for (Runnable one : happening) {
            Merge merge = aMerge(stores(), aProofOf(session, bob), MergeChoice.USUAL);
            one.run();
            assertThat(merges().merge(merge, NOW)).isEqualTo(new Outcome.Changed());
        }
        assertThat(stores().accounts().find(bob.id())).isPresent();
        assertThat(merges().merge(aMerge(stores(), aProofOf(session, bob), MergeChoice.USUAL), NOW))
                .isEqualTo(new Outcome.Done());
    }

    @Test
    void of_many_merges_at_once_one_is_done() {
        connected(bob, SPOTIFY);
        Merge merge = merge(MergeChoice.USUAL);

        List<Outcome> outcomes = Race.of(() -> merges().merge(merge, NOW));

        assertThat(outcomes).containsOnlyOnce(new Outcome.Done());
        assertThat(stores().connections().of(ann.id())).hasSize(1);
    }

    @Test
    void of_two_merges_into_one_another_at_once_one_is_done() {
        Session bobs = aSessionOf(bob);
        stores().sessions().start(bobs);
        MergeProof other = aProofOf(bobs, ann);
        merges().prove(other);
        connected(ann, SPOTIFY);
        connected(bob, SOUNDCLOUD);
        Merge there = merge(MergeChoice.USUAL);
        Merge back = aMerge(stores(), other, MergeChoice.USUAL);

        List<Outcome> outcomes =
                Race.between(List.of(() -> merges().merge(there, NOW), () -> merges().merge(back, NOW)));

        assertThat(outcomes).containsOnlyOnce(new Outcome.Done());
        AccountId left = outcomes.getFirst().equals(new Outcome.Done()) ? ann.id() : bob.id();
        assertThat(stores().connections().of(left)).hasSize(2);
    }

    @Test
    void a_merge_and_a_disconnect_at_once_leave_the_connection_to_one_of_them() {
        Connection spotify = connected(bob, SPOTIFY);
        Merge merge = merge(MergeChoice.USUAL);

        List<Boolean> won = Race.between(List.<Callable<Boolean>>of(
                () -> merges().merge(merge, NOW).equals(new Outcome.Done()),
                () -> stores().connections().remove(spotify.id(), 1)));

        assertThat(won).containsOnlyOnce(true);
        assertThat(stores().connections().of(ann.id())).hasSize(won.getFirst() ? 1 : 0);
    }

    @Test
    void a_merge_and_a_claim_at_once_leave_the_connection_to_one_of_them() {
        Connection spotify = connected(bob, SPOTIFY);
        Merge merge = merge(MergeChoice.USUAL);

        List<Boolean> won = Race.between(List.<Callable<Boolean>>of(
                () -> merges().merge(merge, NOW).equals(new Outcome.Done()), () -> stores().claims()
                        .claim(spotify.id(), 1, SOMEBODY, held -> false, NOW)
                        .isPresent()));

        assertThat(won).containsOnlyOnce(true);
    }

    private void assertNothingMoved(Connection of) {
        assertThat(stores().connections().find(of.id()).orElseThrow().account()).isEqualTo(bob.id());
        assertThat(stores().accounts().find(bob.id())).isPresent();
        assertThat(merges().proven(ann.id(), session.id(), NOW)).isPresent();
    }

    private void done() {
        assertThat(merges().merge(merge(MergeChoice.USUAL), NOW)).isEqualTo(new Outcome.Done());
    }

    private Merge merge(MergeChoice choice) {
        return aMerge(stores(), proven(), choice);
    }

    private MergeProof proven() {
        MergeProof proof = aProofOf(session, bob);
        merges().prove(proof);
        return proof;
    }

    private Merges merges() {
        return stores().merges();
    }

    private Connection connected(Account who, ProviderId platform) {
        Connection connection = aConnection().ownedBy(who).at(platform).build();
        stores().connections().add(connection);
        return connection;
    }

    private OwnApp brought(Account who) {
        OwnApp app = anOwnAppOf(who);
        stores().ownApps().put(app);
        return app;
    }

    private SignInMethod linked(Account who, ProviderId provider) {
        SignInMethod method = aMethodOf(who, anIdentityAt(provider));
        stores().signInMethods().link(method);
        return method;
    }

    private static ClientAppId appOf(Account who, OwnApp app) {
        return new ClientAppId(app.platform(), app.clientId(), Optional.of(who.id()));
    }

    private static Event event(AccountId account) {
        return new Event(account, Event.Kind.SIGNED_IN, Optional.empty(), "here", NOW);
    }
}
