package dev.patchbay.usecase.chat;

import static dev.patchbay.port.Fixtures.SOUNDCLOUD;
import static dev.patchbay.port.Fixtures.aConnection;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.account.DisplayName;
import dev.patchbay.domain.activity.Event;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.clientapp.Invitation;
import dev.patchbay.domain.clientapp.Seat;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.chat.Notice;
import dev.patchbay.usecase.app.AppConnectionsEnding;
import dev.patchbay.usecase.app.Bringing;
import dev.patchbay.usecase.chat.ChatAccounts.Present;
import dev.patchbay.usecase.seat.EndSeat;
import dev.patchbay.usecase.seat.Invited;
import dev.patchbay.usecase.seat.Offering;
import dev.patchbay.usecase.seat.SeatEnding;
import dev.patchbay.usecase.seat.TakeSeat;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What Ann, who brought an app, and Bob, who gets a seat in it, hear in their chats. */
class SeatNoticesTest {

    private static final String ENDED = "EN " + new Notice.SeatEnded(SOUNDCLOUD);

    private final ChatStage stage = new ChatStage();
    private final Present ann = stage.newcomer();
    private final Present bob = stage.newcomer();
    private final TakeSeat takeSeat = new TakeSeat(
            stage.world.providers,
            stage.world.store.seats(),
            stage.world.store.accounts(),
            stage.activity,
            stage.world.clock);
    private final EndSeat endSeat = new EndSeat(
            stage.world.store.seats(),
            new AppConnectionsEnding(
                    stage.world.store.appConnections(),
                    stage.world.store.connections(),
                    stage.world.store.accounts(),
                    stage.activity,
                    stage.world.clock),
            stage.world.store.appLists(),
            stage.activity,
            stage.world.clock);
    private final ClientAppId app = bring(ann);

    @Test
    void the_owner_hears_who_took_the_seat_and_for_whom_it_was_meant() {
        seat();

        assertThat(stage.said(ann.chat()))
                .containsExactly("EN "
                        + new Notice.SeatTaken(SOUNDCLOUD, new DisplayName("Ann"), new DisplayName("Bob from work")));
        assertThat(stage.said(bob.chat())).isEmpty();
    }

    @Test
    void a_guest_whose_own_app_has_a_seat_of_that_number_is_not_told_of_it() {
        bring(bob);
        Present cid = stage.newcomer();
        takeSeat.take(cid.who(), SOUNDCLOUD, offer(bob));
        stage.said(bob.chat());

        seat();

        assertThat(stage.said(bob.chat())).isEmpty();
    }

    @Test
    void a_guest_who_is_sent_away_hears_it_once_and_the_owner_who_did_it_does_not() {
        Seat seat = seat();
        connectBob();
        stage.said(ann.chat());

        assertThat(endSeat.end(ann.who(), SOUNDCLOUD, seat.id(), true)).isInstanceOf(SeatEnding.Ended.class);

        assertThat(stage.said(bob.chat())).containsExactly(ENDED);
        assertThat(stage.said(ann.chat())).isEmpty();
        assertThat(stage.activity.recent(bob.who().account(), 10))
                .extracting(Event::kind)
                .contains(Event.Kind.SEAT_ENDED, Event.Kind.CONNECTION_BROKEN);
    }

    @Test
    void a_guest_who_leaves_is_told_nothing_they_do_not_know() {
        seat();
        connectBob();
        stage.said(ann.chat());

        assertThat(endSeat.leave(bob.who(), SOUNDCLOUD, true)).isInstanceOf(SeatEnding.Ended.class);

        assertThat(stage.said(bob.chat())).isEmpty();
        assertThat(stage.said(ann.chat())).isEmpty();
    }

    @Test
    void an_offer_that_is_taken_back_is_told_to_nobody() {
        Offering.Offered offered =
                (Offering.Offered) stage.world.offerSeat.offer(ann.who(), SOUNDCLOUD, "Bob from work");

        endSeat.end(ann.who(), SOUNDCLOUD, offered.seat().id(), true);

        assertThat(stage.said(ann.chat())).isEmpty();
        assertThat(stage.said(bob.chat())).isEmpty();
    }

    private ClientAppId bring(Present who) {
        var bringing = stage.world.bringApp.bring(
                who.who(), SOUNDCLOUD, "app-of-" + who.chat().user(), Optional.of(Secret.of("hush")), true);
        return ((Bringing.Kept) bringing).app().id();
    }

    private Invitation offer(Present owner) {
        return ((Offering.Offered) stage.world.offerSeat.offer(owner.who(), SOUNDCLOUD, "Bob from work")).invitation();
    }

    private Seat seat() {
        return ((Invited.Welcome) takeSeat.take(bob.who(), SOUNDCLOUD, offer(ann))).seat();
    }

    private void connectBob() {
        var account = stage.world.store.accounts().find(bob.who().account()).orElseThrow();
        stage.world
                .store
                .connections()
                .add(aConnection().ownedBy(account).at(SOUNDCLOUD).madeWith(app).build());
    }
}
