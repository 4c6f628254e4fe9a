package dev.patchbay.port.clientapp;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.clientapp.OwnApp;
import dev.patchbay.domain.clientapp.Seat;
import dev.patchbay.domain.clientapp.SeatOffer;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.vault.Fingerprint;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where the seats of people's own apps are kept. They go with their app, when it is removed or another takes its place, and a taken
 * one goes with whoever has it. Safe for many threads and processes; each method is atomic.
 */
public interface Seats {
    /** What came of offering a seat. */
    sealed interface Offering {
        record Kept(Seat seat) implements Offering {}

        /** Every number up to the limit is taken or offered. */
        record Full() implements Offering {}

        /** The app is at another version, or gone. */
        record AppChanged() implements Offering {}
    }

    /**
     * Keeps an offer under the lowest free number. Numbers of offers whose time is over are free; those offers go.
     *
     * @param app as it is now; its version is compared
     * @param limit the highest number, at least 1
     * @throws IllegalStateException when there is a seat of that id or with that invitation
     */
    Offering offer(OwnApp app, SeatOffer offer, int limit);

    /** The seats in whatever app that person has there, by number; without offers whose time is over. */
    List<Seat> of(AccountId owner, ProviderId platform, Instant now);

    /** The one that invitation is for; empty when it was used, has ended or its time is over. */
    Optional<Seat> offered(Fingerprint invitation, Instant now);

    /** The one this person has there. */
    Optional<Seat> heldBy(AccountId holder, ProviderId platform);

    /** All that this person has, in whatever apps, by platform. */
    List<Seat> heldBy(AccountId holder);

    /**
     * Gives the seat to whoever brings its invitation, and uses that up. Of any number of callers at most one gets it.
     *
     * @return false when the invitation is no good (any more), is of the person's own app, or they have a seat there already
     */
    boolean take(Fingerprint invitation, AccountId holder, Instant now);

    /** Ends a seat that still stands as it was seen. @return false when it was taken meanwhile, or is gone */
    boolean end(Seat seen);

    /** Removes offers whose time is over, at most 500. @return how many */
    int forgetOver(Instant now);
}
