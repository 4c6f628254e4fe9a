package dev.patchbay.usecase.seat;

import dev.patchbay.domain.account.DisplayName;
import dev.patchbay.domain.activity.Event;
import dev.patchbay.domain.activity.SeatDetail;
import dev.patchbay.domain.clientapp.Invitation;
import dev.patchbay.domain.clientapp.OwnApp;
import dev.patchbay.domain.clientapp.Seat;
import dev.patchbay.domain.clientapp.SeatId;
import dev.patchbay.domain.clientapp.SeatOffer;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.session.SignedIn;
import dev.patchbay.port.SecretSource;
import dev.patchbay.port.activity.Activity;
import dev.patchbay.port.clientapp.OwnApps;
import dev.patchbay.port.clientapp.Seats;
import dev.patchbay.usecase.provider.Providers;
import java.time.Clock;
import java.util.Optional;

/** Lets the owner of an app offer a seat in it to somebody, by an invitation that can be used once. */
public final class OfferSeat {
    private final Providers providers;
    private final OwnApps ownApps;
    private final Seats seats;
    private final Activity activity;
    private final SecretSource secrets;
    private final Clock clock;

    public OfferSeat(
            Providers providers, OwnApps ownApps, Seats seats, Activity activity, SecretSource secrets, Clock clock) {
        this.providers = providers;
        this.ownApps = ownApps;
        this.seats = seats;
        this.activity = activity;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** @param label for whom it is, as typed */
    public Offering offer(SignedIn who, ProviderId platformId, String label) {
        var platform = providers.platform(platformId);
        if (platform.isEmpty()) {
            return new Offering.UnknownPlatform();
        }
        int limit = platform.get().descriptor().appTerms().seatLimit();
        return DisplayName.parse(label)
                .map(name -> offer(who, platformId, name, limit))
                .orElseGet(Offering.LabelRefused::new);
    }

    private Offering offer(SignedIn who, ProviderId platform, DisplayName label, int limit) {
        Invitation invitation = new Invitation(secrets.next());
        // Few rounds suffice: each is lost only to the same person's change of the app.
        for (int round = 0; round < 5; round++) {
            Optional<OwnApp> app = ownApps.of(who.account(), platform);
            if (app.isEmpty()) {
                return new Offering.NoApp();
            }
            var offer = new SeatOffer(new SeatId(secrets.nextId()), label, invitation.fingerprint(), clock.instant());
            Seats.Offering kept = seats.offer(app.get(), offer, limit);
            if (kept instanceof Seats.Offering.Kept(var seat)) {
                noted(seat);
                return new Offering.Offered(seat, invitation);
            }
            if (kept instanceof Seats.Offering.Full) {
                return new Offering.Full(limit);
            }
        }
        return new Offering.Busy();
    }

    private void noted(Seat seat) {
        activity.add(new Event(
                seat.owner(),
                Event.Kind.SEAT_OFFERED,
                Optional.of(seat.app().provider()),
                new SeatDetail(seat.number(), SeatDetail.Side.OWN_APP).text(),
                seat.offeredAt()));
    }
}
