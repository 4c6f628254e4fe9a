package dev.patchbay.sandbox.ledger;

import dev.patchbay.sandbox.web.Delivery;
import java.time.Instant;
import java.util.List;

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

    /** A refresh token was sent to a party's token endpoint; it need not be one of its own. */
    record RefreshReceived(Instant at, int number, String party, String secret) implements Entry {
        @Override
        public String toString() {
            return "RefreshReceived " + number;
        }
    }

    /** The party decided a refresh, and issued these secrets. */
    record RefreshProcessed(Instant at, int number, List<String> issued) implements Entry {
        @Override
        public String toString() {
            return "RefreshProcessed " + number;
        }
    }

    record RefreshAnswered(Instant at, int number, Delivery how) implements Entry {}
}
