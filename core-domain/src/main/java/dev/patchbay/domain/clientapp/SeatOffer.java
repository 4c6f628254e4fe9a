package dev.patchbay.domain.clientapp;

import dev.patchbay.domain.account.DisplayName;
import dev.patchbay.domain.vault.Fingerprint;
import java.time.Instant;

/**
 * A seat that an owner wants to offer; the store finds a number for it.
 *
 * @param label for whom it is, in the owner's words
 * @param invitation of the invitation, which itself is not kept
 */
public record SeatOffer(SeatId id, DisplayName label, Fingerprint invitation, Instant at) {
    public Instant until() {
        return at.plus(Seat.OFFER_LIFE);
    }
}
