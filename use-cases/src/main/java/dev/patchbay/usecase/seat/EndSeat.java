package dev.patchbay.usecase.seat;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.activity.Event;
import dev.patchbay.domain.activity.SeatDetail;
import dev.patchbay.domain.activity.SeatDetail.Side;
import dev.patchbay.domain.clientapp.Seat;
import dev.patchbay.domain.clientapp.SeatId;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.session.SignedIn;
import dev.patchbay.port.activity.Activity;
import dev.patchbay.port.clientapp.AppLists;
import dev.patchbay.port.clientapp.Seats;
import dev.patchbay.usecase.app.AffectedConnection;
import dev.patchbay.usecase.app.AppConnectionsEnding;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Ends a seat, or takes back its offer, for the app's owner or for whoever sits there. A connection made with it ends too: that person may
 * not use the app any more.
 */
public final class EndSeat {
    private final Seats seats;
    private final AppConnectionsEnding ending;
    private final AppLists appLists;
    private final Activity activity;
    private final Clock clock;

    public EndSeat(Seats seats, AppConnectionsEnding ending, AppLists appLists, Activity activity, Clock clock) {
        this.seats = seats;
        this.ending = ending;
        this.appLists = appLists;
        this.activity = activity;
        this.clock = clock;
    }

    /** A seat of the person's own app. @param confirmed whether a connection may end */
    public SeatEnding end(SignedIn owner, ProviderId platform, SeatId id, boolean confirmed) {
        return end(
                () -> seats.of(owner.account(), platform, clock.instant()).stream()
                        .filter(seat -> seat.id().equals(id))
                        .findFirst(),
                Side.SENT_AWAY,
                confirmed);
    }

    /** The one the person has in somebody else's app. @param confirmed whether their connection may end */
    public SeatEnding leave(SignedIn holder, ProviderId platform, boolean confirmed) {
        return end(() -> seats.heldBy(holder.account(), platform), Side.GUEST, confirmed);
    }

    /**
     * Looks again when it was taken, or ended, in between: each of that happens to a seat once.
     *
     * @param side what it was to whoever sat there
     */
    private SeatEnding end(Supplier<Optional<Seat>> look, Side side, boolean confirmed) {
        for (Optional<Seat> seen = look.get(); seen.isPresent(); seen = look.get()) {
            Seat seat = seen.get();
            if (!confirmed) {
                List<AffectedConnection> wouldEnd = seat.holder()
                        .map(holder -> ending.of(seat.app(), holder))
                        .orElse(List.of());
                if (!wouldEnd.isEmpty()) {
                    return new SeatEnding.NeedsYes(wouldEnd);
                }
            }
            if (seats.end(seat)) {
                return new SeatEnding.Ended(gone(seat, side));
            }
        }
        return new SeatEnding.NoSeat();
    }

    /** The seat went first: stopped half-way, a connection without one is not renewed. */
    private List<AffectedConnection> gone(Seat seat, Side side) {
        List<AffectedConnection> ended =
                seat.holder().map(holder -> ending.end(seat.app(), holder)).orElse(List.of());
        seat.holder().ifPresent(holder -> appLists.forget(seat.app(), holder));
        noted(seat.owner(), seat, Side.OWN_APP);
        seat.holder().ifPresent(holder -> noted(holder, seat, side));
        return ended;
    }

    private void noted(AccountId account, Seat seat, Side side) {
        activity.add(new Event(
                account,
                Event.Kind.SEAT_ENDED,
                Optional.of(seat.app().provider()),
                new SeatDetail(seat.number(), side).text(),
                clock.instant()));
    }
}
