package dev.patchbay.faults.history;

import java.time.Instant;

/**
 * One request of a client, from its first byte to the end of its answer.
 *
 * @param process who was asked
 * @param began when the client began to send
 * @param ended when the answer was there, or the client gave up
 */
public record Asked(Link link, What what, String process, Instant began, Instant ended, Answered answered) {
    /** What was asked for. */
    public enum What {
        /** A token. */
        TOKEN,
        /** The end of the connection. */
        DISCONNECT,
        /** The connection, anew. */
        RECONNECT
    }

    /** How it ended for the client. */
    public sealed interface Answered {
        /** With a token. */
        record Lent(Fingerprint token) implements Answered {}

        /** Done, and nothing to show for it. */
        record Done() implements Answered {}

        /** With a problem. */
        record Refused(int status, String code, String cause) implements Answered {}

        /** Without an answer: nobody knows whether it was carried out. */
        record Unknown(String why) implements Answered {}
    }
}
