package dev.patchbay.port;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.clientapp.OwnApp;
import dev.patchbay.domain.clientapp.Seat;
import dev.patchbay.domain.clientapp.SeatOffer;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.vault.Fingerprint;
import dev.patchbay.port.InMemoryState.Parking;
import dev.patchbay.port.clientapp.Seats;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

final class InMemorySeats implements Seats {

    private static final int BATCH = 500;

    /** A seat and the fingerprint of its invitation, which a taken one has used up. */
    record Kept(Seat seat, Optional<Fingerprint> invitation) {}

    private final InMemoryState state;

    InMemorySeats(InMemoryState state) {
        this.state = state;
    }

    @Override
    public Offering offer(OwnApp app, SeatOffer offer, int limit) {
        return state.act(() -> {
            OwnApp there = state.ownApps.get(new Parking(app.owner(), app.platform()));
            if (there == null || there.version() != app.version()) {
                return new Offering.AppChanged();
            }
            state.seats.removeIf(kept -> isIn(kept, app.owner(), app.platform()) && isOver(kept, offer.at()));
            if (state.seats.stream()
                    .anyMatch(kept -> kept.seat().id().equals(offer.id())
                            || kept.invitation().equals(Optional.of(offer.invitation())))) {
                throw new IllegalStateException("there is a seat of that name already");
            }
            OptionalInt free = IntStream.rangeClosed(Seat.FIRST, limit)
                    .filter(number -> state.seats.stream()
                            .noneMatch(kept -> isIn(kept, app.owner(), app.platform())
                                    && kept.seat().number() == number))
                    .findFirst();
            if (free.isEmpty()) {
                return new Offering.Full();
            }
            Seat seat = new Seat(
                    offer.id(),
                    there.id(),
                    free.getAsInt(),
                    offer.label(),
                    offer.at(),
                    new Seat.State.Offered(offer.until()));
            state.seats.add(new Kept(seat, Optional.of(offer.invitation())));
            return new Offering.Kept(seat);
        });
    }

    @Override
    public List<Seat> of(AccountId owner, ProviderId platform, Instant now) {
        return state.act(() -> state.seats.stream()
                .filter(kept -> isIn(kept, owner, platform) && !isOver(kept, now))
                .map(Kept::seat)
                .sorted(Comparator.comparingInt(Seat::number))
                .toList());
    }

    @Override
    public Optional<Seat> offered(Fingerprint invitation, Instant now) {
        return state.act(() -> find(invitation, now).map(Kept::seat));
    }

    @Override
    public Optional<Seat> heldBy(AccountId holder, ProviderId platform) {
        return state.act(() -> held(holder, platform));
    }

    @Override
    public List<Seat> heldBy(AccountId holder) {
        return state.act(() -> state.seats.stream()
                .map(Kept::seat)
                .filter(seat -> seat.holder().equals(Optional.of(holder)))
                .sorted(Comparator.comparing(seat -> seat.app().provider().value()))
                .toList());
    }

    @Override
    public boolean take(Fingerprint invitation, AccountId holder, Instant now) {
        return state.act(() -> {
            Optional<Kept> open = find(invitation, now)
                    .filter(kept -> state.accounts.containsKey(holder)
                            && !kept.seat().owner().equals(holder)
                            && held(holder, kept.seat().app().provider()).isEmpty());
            open.ifPresent(kept -> {
                Seat seat = kept.seat();
                state.seats.remove(kept);
                state.seats.add(new Kept(
                        new Seat(
                                seat.id(),
                                seat.app(),
                                seat.number(),
                                seat.label(),
                                seat.offeredAt(),
                                new Seat.State.Taken(holder, now)),
                        Optional.empty()));
            });
            return open.isPresent();
        });
    }

    @Override
    public boolean end(Seat seen) {
        return state.act(() -> state.seats.removeIf(kept ->
                kept.seat().id().equals(seen.id()) && kept.seat().holder().equals(seen.holder())));
    }

    @Override
    public int forgetOver(Instant now) {
        return state.act(() -> {
            List<Kept> over = state.seats.stream()
                    .filter(kept -> isOver(kept, now))
                    .limit(BATCH)
                    .toList();
            state.seats.removeAll(over);
            return over.size();
        });
    }

    private Optional<Kept> find(Fingerprint invitation, Instant now) {
        return state.seats.stream()
                .filter(kept -> kept.invitation().equals(Optional.of(invitation)) && !isOver(kept, now))
                .findFirst();
    }

    private Optional<Seat> held(AccountId holder, ProviderId platform) {
        return state.seats.stream()
                .map(Kept::seat)
                .filter(seat -> seat.holder().equals(Optional.of(holder))
                        && seat.app().provider().equals(platform))
                .findFirst();
    }

    private static boolean isIn(Kept kept, AccountId owner, ProviderId platform) {
        return kept.seat().owner().equals(owner) && kept.seat().app().provider().equals(platform);
    }

    private static boolean isOver(Kept kept, Instant now) {
        return kept.seat().state() instanceof Seat.State.Offered(var until) && !now.isBefore(until);
    }
}
