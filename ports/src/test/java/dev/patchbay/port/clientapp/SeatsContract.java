package dev.patchbay.port.clientapp;

import static dev.patchbay.port.Fixtures.NOW;
import static dev.patchbay.port.Fixtures.SOUNDCLOUD;
import static dev.patchbay.port.Fixtures.SPOTIFY;
import static dev.patchbay.port.Fixtures.aSeatOffer;
import static dev.patchbay.port.Fixtures.anAccount;
import static dev.patchbay.port.Fixtures.anOwnAppOf;
import static dev.patchbay.port.Fixtures.days;
import static dev.patchbay.port.Fixtures.minutes;
import static dev.patchbay.port.Fixtures.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.account.DisplayName;
import dev.patchbay.domain.clientapp.OwnApp;
import dev.patchbay.domain.clientapp.Seat;
import dev.patchbay.domain.clientapp.SeatOffer;
import dev.patchbay.port.Race;
import dev.patchbay.port.Stores;
import dev.patchbay.port.clientapp.Seats.Offering;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Seats} keeps. */
public abstract class SeatsContract {

    private static final int LIMIT = 5;

    protected abstract Stores stores();

    @Test
    void an_offer_comes_back_whole_to_its_owner_and_by_its_invitation() {
        OwnApp app = anApp();
        SeatOffer offer = aSeatOffer();

        Seat seat = offered(app, offer);

        assertThat(seat)
                .isEqualTo(new Seat(
                        offer.id(), app.id(), 2, offer.label(), NOW, new Seat.State.Offered(NOW.plus(days(7)))));
        assertThat(of(app)).containsExactly(seat);
        assertThat(seats().offered(offer.invitation(), NOW)).contains(seat);
        assertThat(seats().of(app.owner(), SOUNDCLOUD, NOW)).isEmpty();
        assertThat(seats().of(open(stores()).id(), SPOTIFY, NOW)).isEmpty();
        assertThat(seats().offered(aSeatOffer().invitation(), NOW)).isEmpty();
    }

    @Test
    void of_many_who_offer_at_once_each_gets_a_number_of_its_own_and_nobody_one_above_the_limit() {
        OwnApp app = anApp();

        List<Offering> offerings = Race.of(() -> seats().offer(app, aSeatOffer(), LIMIT));

        assertThat(of(app)).extracting(Seat::number).containsExactly(2, 3, 4, 5);
        assertThat(offerings.stream().filter(Offering.Full.class::isInstance)).hasSize(Race.RUNNERS - 4);
    }

    @Test
    void an_app_for_one_has_no_seat_to_give() {
        assertThat(seats().offer(anApp(), aSeatOffer(), 1)).isEqualTo(new Offering.Full());
    }

    @Test
    void a_number_is_free_again_when_its_seat_ended_or_its_offer_is_over() {
        OwnApp app = anApp();
        SeatOffer first = aSeatOffer();
        Seat second = offered(app, first);
        offered(app, later(NOW.plus(days(1))));
        assertThat(seats().end(second)).isTrue();
        assertThat(seats().end(second)).isFalse();
        assertThat(seats().offered(first.invitation(), NOW)).isEmpty();

        assertThat(offered(app, later(NOW.plus(days(1)))).number()).isEqualTo(2);
        assertThat(seats().of(app.owner(), SPOTIFY, NOW.plus(days(8)))).isEmpty();
        assertThat(offered(app, later(NOW.plus(days(8)))).number()).isEqualTo(2);
    }

    @Test
    void seats_are_offered_in_the_app_as_it_is_only() {
        OwnApp app = anApp();
        put(another(app, app.clientId(), app.since()));

        assertThat(seats().offer(app, aSeatOffer(), LIMIT)).isEqualTo(new Offering.AppChanged());
        assertThat(seats().offer(anOwnAppOf(open(stores())), aSeatOffer(), LIMIT))
                .isEqualTo(new Offering.AppChanged());
    }

    @Test
    void of_many_who_bring_one_invitation_one_gets_the_seat_and_it_is_used_up() {
        OwnApp app = anApp();
        SeatOffer offer = aSeatOffer();
        Seat seat = offered(app, offer);
        List<Account> people = new ArrayList<>();
        List<Callable<Boolean>> takers = new ArrayList<>();
        for (int i = 0; i < Race.RUNNERS; i++) {
            Account somebody = open(stores());
            people.add(somebody);
            takers.add(() -> seats().take(offer.invitation(), somebody.id(), NOW.plus(minutes(1))));
        }

        List<Boolean> taken = Race.between(takers);

        assertThat(taken).containsOnlyOnce(true);
        Account holder = people.get(taken.indexOf(true));
        Seat theirs = taken(seat, holder);
        assertThat(of(app)).containsExactly(theirs);
        assertThat(seats().heldBy(holder.id(), SPOTIFY)).contains(theirs);
        assertThat(seats().heldBy(holder.id())).containsExactly(theirs);
        assertThat(seats().heldBy(app.owner())).isEmpty();
        assertThat(seats().offered(offer.invitation(), NOW)).isEmpty();
        assertThat(seats().heldBy(holder.id(), SOUNDCLOUD)).isEmpty();
        assertThat(seats().take(offer.invitation(), open(stores()).id(), NOW)).isFalse();
    }

    @Test
    void nobody_takes_a_seat_of_their_own_app_or_a_second_one_there_or_one_too_late() {
        OwnApp app = anApp();
        Account bob = open(stores());
        SeatOffer offer = aSeatOffer();
        offered(app, offer);
        assertThat(seats().take(offer.invitation(), app.owner(), NOW)).isFalse();
        assertThat(seats().take(offer.invitation(), bob.id(), NOW.plus(days(7))))
                .isFalse();
        assertThat(seats().take(offer.invitation(), anAccount().id(), NOW)).isFalse();
        assertThat(seats().take(offer.invitation(), bob.id(), NOW)).isTrue();

        SeatOffer elsewhere = aSeatOffer();
        offered(anApp(), elsewhere);

        assertThat(seats().take(elsewhere.invitation(), bob.id(), NOW)).isFalse();
        assertThat(seats().offered(elsewhere.invitation(), NOW)).isPresent();
    }

    @Test
    void of_two_invitations_that_one_person_brings_at_once_one_counts() {
        Account bob = open(stores());
        List<Callable<Boolean>> both = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            SeatOffer offer = aSeatOffer();
            offered(anApp(), offer);
            both.add(() -> seats().take(offer.invitation(), bob.id(), NOW));
        }

        assertThat(Race.between(both)).containsOnlyOnce(true);
    }

    @Test
    void an_owner_who_ends_an_offer_does_not_end_the_seat_that_was_taken_meanwhile() {
        OwnApp app = anApp();
        Account bob = open(stores());
        SeatOffer offer = aSeatOffer();
        Seat seen = offered(app, offer);
        assertThat(seats().take(offer.invitation(), bob.id(), NOW.plus(minutes(1))))
                .isTrue();

        assertThat(seats().end(seen)).isFalse();
        assertThat(of(app)).containsExactly(taken(seen, bob));
        assertThat(seats().end(taken(seen, bob))).isTrue();
        assertThat(of(app)).isEmpty();
    }

    @Test
    void a_new_secret_keeps_the_seats_and_another_app_or_none_takes_them_along() {
        OwnApp first = anApp();
        Account bob = taker(first);
        OwnApp secondSecret = put(another(first, first.clientId(), first.since()));
        assertThat(seats().heldBy(bob.id(), SPOTIFY)).isPresent();

        OwnApp otherApp = put(another(secondSecret, "other", NOW.plusSeconds(1)));
        assertThat(of(first)).isEmpty();
        assertThat(seats().heldBy(bob.id(), SPOTIFY)).isEmpty();

        Account cid = taker(otherApp);
        assertThat(stores().ownApps().remove(otherApp.owner(), SPOTIFY, 1)).isFalse();
        assertThat(seats().heldBy(cid.id(), SPOTIFY).orElseThrow().app()).isEqualTo(otherApp.id());
        assertThat(stores().ownApps().remove(otherApp.owner(), SPOTIFY, otherApp.version()))
                .isTrue();
        assertThat(seats().heldBy(cid.id(), SPOTIFY)).isEmpty();
    }

    @Test
    void a_seat_offered_while_another_app_takes_its_place_is_in_neither() {
        for (int round = 0; round < 10; round++) {
            OwnApp app = anApp();
            OwnApp next = another(app, "other", NOW.plusSeconds(1));

            Race.between(List.of(() -> seats().offer(app, aSeatOffer(), LIMIT), () -> stores().ownApps()
                    .put(next)));

            assertThat(of(app)).isEmpty();
        }
    }

    @Test
    void a_seat_goes_with_its_owner_and_with_whoever_has_it() {
        OwnApp app = anApp();
        Account bob = taker(app);
        Account cid = taker(app);

        stores().accounts().erase(bob.id());
        assertThat(of(app)).extracting(Seat::holder).containsExactly(Optional.of(cid.id()));

        stores().accounts().erase(app.owner());
        assertThat(seats().heldBy(cid.id(), SPOTIFY)).isEmpty();
    }

    @Test
    void offers_are_forgotten_when_their_time_is_over_and_taken_seats_are_not() {
        Instant longAgo = NOW.minus(days(1000));
        OwnApp app = anApp();
        SeatOffer over = later(longAgo);
        SeatOffer taken = later(longAgo);
        offered(app, over);
        offered(app, taken);
        Account bob = open(stores());
        assertThat(seats().take(taken.invitation(), bob.id(), longAgo)).isTrue();

        seats().forgetOver(longAgo.plus(days(7)));

        assertThat(seats().offered(over.invitation(), longAgo)).isEmpty();
        assertThat(seats().heldBy(bob.id(), SPOTIFY)).isPresent();
    }

    @Test
    void two_seats_of_one_name_are_a_mistake() {
        SeatOffer offer = aSeatOffer();
        offered(anApp(), offer);
        OwnApp other = anApp();

        assertThatThrownBy(() -> seats().offer(other, offer, LIMIT)).isInstanceOf(IllegalStateException.class);
    }

    private Account taker(OwnApp app) {
        SeatOffer offer = aSeatOffer();
        offered(app, offer);
        Account somebody = open(stores());
        assertThat(seats().take(offer.invitation(), somebody.id(), NOW)).isTrue();
        return somebody;
    }

    private Seat offered(OwnApp app, SeatOffer offer) {
        return ((Offering.Kept) seats().offer(app, offer, LIMIT)).seat();
    }

    private static Seat taken(Seat seat, Account by) {
        return new Seat(
                seat.id(),
                seat.app(),
                seat.number(),
                seat.label(),
                seat.offeredAt(),
                new Seat.State.Taken(by.id(), NOW.plus(minutes(1))));
    }

    private static SeatOffer later(Instant at) {
        SeatOffer like = aSeatOffer();
        return new SeatOffer(like.id(), new DisplayName("Később 🎧"), like.invitation(), at);
    }

    private OwnApp anApp() {
        return put(anOwnAppOf(open(stores())));
    }

    private OwnApp put(OwnApp app) {
        assertThat(stores().ownApps().put(app)).isTrue();
        return app;
    }

    private static OwnApp another(OwnApp app, String clientId, Instant since) {
        return new OwnApp(
                app.owner(),
                app.platform(),
                clientId,
                app.secret(),
                app.secretSince(),
                app.previous(),
                app.version() + 1,
                since);
    }

    private List<Seat> of(OwnApp app) {
        return seats().of(app.owner(), app.platform(), NOW);
    }

    private Seats seats() {
        return stores().seats();
    }
}
