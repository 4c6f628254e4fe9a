package dev.patchbay.sandbox.ledger;

import java.time.Instant;

/**
 * Something that happened, told without secrets.
 *
 * @param at when, by the sandbox's clock
 * @param what the kind of event
 * @param subject the id of the token, grant or refresh call it happened to; for {@link What#CALLED} the party
 * @param detail the endpoint called, the grant of an issued token, or why something ended; may be empty
 */
public record LedgerEvent(Instant at, What what, String subject, String detail) {
    /** The kinds of event. */
    public enum What {
        /** An endpoint was called, whatever came of it. */
        CALLED,
        /** A person agreed. */
        GRANT_BEGUN,
        /** A code or token was issued. */
        ISSUED,
        /** A code or token of ours was presented. */
        PRESENTED,
        /** A party decided a refresh call, {@code refresh-call-7}; the detail says how many tokens it issued. */
        REFRESH_PROCESSED,
        /** The answer to a refresh call went, or was lost; the detail says which. */
        REFRESH_ANSWERED,
        /** One code or token stopped being good, or will after a grace period. */
        ENDED,
        /** A grant ended, and with it every token of the family. */
        GRANT_ENDED
    }
}
