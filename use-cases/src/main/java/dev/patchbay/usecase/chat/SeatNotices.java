package dev.patchbay.usecase.chat;

import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.activity.Event;
import dev.patchbay.domain.activity.SeatDetail;
import dev.patchbay.domain.activity.SeatDetail.Side;
import dev.patchbay.domain.clientapp.Seat;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.port.account.Accounts;
import dev.patchbay.port.chat.Notice;
import dev.patchbay.port.clientapp.Seats;
import java.util.Optional;

/** What the chats of an app's owner, and of whoever sits in it, are told of seats. */
public final class SeatNotices {
    private final Seats seats;
    private final Accounts accounts;

    public SeatNotices(Seats seats, Accounts accounts) {
        this.seats = seats;
        this.accounts = accounts;
    }

    /** Whom the owner has in their app now; empty when that person is gone again, or the event is the guest's. */
    Optional<Notice> taken(Event event) {
        return event.provider().flatMap(platform -> at(Side.OWN_APP, event)
                .flatMap(detail -> seat(event, platform, detail.number()))
                .flatMap(seat -> seat.holder()
                        .flatMap(accounts::find)
                        .map(Account::displayName)
                        .map(guest -> new Notice.SeatTaken(platform, guest, seat.label()))));
    }

    /** For the guest, and only when it was not their own doing. */
    Optional<Notice> ended(Event event) {
        return at(Side.SENT_AWAY, event).flatMap(detail -> event.provider()).map(Notice.SeatEnded::new);
    }

    private static Optional<SeatDetail> at(Side side, Event event) {
        return SeatDetail.in(event.detail()).filter(detail -> detail.side() == side);
    }

    private Optional<Seat> seat(Event event, ProviderId platform, int number) {
        return seats.of(event.account(), platform, event.at()).stream()
                .filter(seat -> seat.number() == number)
                .findFirst();
    }
}
