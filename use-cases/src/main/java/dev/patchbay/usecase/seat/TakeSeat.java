package dev.patchbay.usecase.seat;

import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.activity.Event;
import dev.patchbay.domain.activity.SeatDetail;
import dev.patchbay.domain.clientapp.Invitation;
import dev.patchbay.domain.clientapp.Seat;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.session.SignedIn;
import dev.patchbay.port.account.Accounts;
import dev.patchbay.port.activity.Activity;
import dev.patchbay.port.clientapp.Seats;
import dev.patchbay.port.provider.MusicPlatform;
import dev.patchbay.usecase.provider.Providers;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Gives somebody the seat that their invitation is for, after they could look whose app it is. */
public final class TakeSeat {
    private final Providers providers;
    private final Seats seats;
    private final Accounts accounts;
    private final Activity activity;
    private final Clock clock;

    public TakeSeat(Providers providers, Seats seats, Accounts accounts, Activity activity, Clock clock) {
        this.providers = providers;
        this.seats = seats;
        this.accounts = accounts;
        this.activity = activity;
        this.clock = clock;
    }

    /** Says what the invitation is to; uses nothing up. */
    public Invited look(SignedIn who, ProviderId platformId, Invitation invitation) {
        Optional<MusicPlatform> platform = providers.platform(platformId);
        if (platform.isEmpty()) {
            return new Invited.UnknownPlatform();
        }
        Optional<Seat> seat = seats.offered(invitation.fingerprint(), clock.instant())
                .filter(offered -> offered.app().provider().equals(platformId));
        if (seat.isEmpty()) {
            return new Invited.NotGood();
        }
        if (seat.get().owner().equals(who.account())) {
            return new Invited.YourOwnApp();
        }
        return seats.heldBy(who.account(), platformId)
                .<Invited>map(held -> new Invited.HasSeat(nameOf(held.owner())))
                .orElseGet(() -> new Invited.Welcome(
                        seat.get(),
                        platform.get().descriptor(),
                        nameOf(seat.get().owner())));
    }

    /** Takes the seat; of any number of people with one invitation one gets it. */
    public Invited take(SignedIn who, ProviderId platformId, Invitation invitation) {
        Invited seen = look(who, platformId, invitation);
        if (!(seen instanceof Invited.Welcome welcome)) {
            return seen;
        }
        Instant now = clock.instant();
        if (!seats.take(invitation.fingerprint(), who.account(), now)) {
            // Somebody was faster, or they themselves were, elsewhere.
            return look(who, platformId, invitation) instanceof Invited.HasSeat has ? has : new Invited.NotGood();
        }
        noted(who.account(), welcome.seat(), SeatDetail.Side.GUEST, now);
        noted(welcome.seat().owner(), welcome.seat(), SeatDetail.Side.OWN_APP, now);
        return welcome;
    }

    private void noted(AccountId account, Seat seat, SeatDetail.Side side, Instant now) {
        activity.add(new Event(
                account,
                Event.Kind.SEAT_TAKEN,
                Optional.of(seat.app().provider()),
                new SeatDetail(seat.number(), side).text(),
                now));
    }

    private String nameOf(AccountId owner) {
        return accounts.find(owner)
                .map(Account::displayName)
                .map(Object::toString)
                .orElse("");
    }
}
