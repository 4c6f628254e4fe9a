package dev.patchbay.sandbox.ledger;

import java.time.Instant;

/** A change of the books. The books are the sum of their entries; the journal is their list. */
sealed interface Entry {
    /** When it happened. */
    Instant at();

    record Called(Instant at, String party, Endpoint endpoint) implements Entry {}

    record GrantBegun(Instant at, Grant grant) implements Entry {}

    record Issued(Instant at, IssuedToken token) implements Entry {}

    /** A secret was sent to us; it need not be one of ours. */
    record Presented(Instant at, String secret) implements Entry {
        @Override
        public String toString() {
            return "Presented";
        }
    }

    /** A token stops being good at {@code from}, which lies ahead when it has a grace period. */
    record Ended(Instant at, String secret, Instant from, String why) implements Entry {
        @Override
        public String toString() {
            return "Ended " + why;
        }
    }

    record GrantEnded(Instant at, String grantId, String why) implements Entry {}
}
