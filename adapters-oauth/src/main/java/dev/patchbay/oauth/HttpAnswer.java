package dev.patchbay.oauth;

import java.time.Duration;
import java.util.Optional;

/** What came of one call. Never holds or prints what an outside party wrote, save where a body is asked for it. */
public sealed interface HttpAnswer {
    /**
     * A whole answer, whatever its status; redirects are answers too and are not followed.
     *
     * @param retryAfter the {@code Retry-After} header as a time from now, 0 to a day; empty when absent or garbage
     */
    record Answered(int status, AnswerHeaders headers, Optional<Duration> retryAfter, AnswerBody body)
            implements HttpAnswer {
        /** Whether the status is 2xx. */
        public boolean isSuccess() {
            return status >= 200 && status < 300;
        }
    }

    /** No whole answer. */
    record NoAnswer(Why why) implements HttpAnswer {}

    /** Why there is no answer. */
    enum Why {
        /** Neither https nor plain http on a loopback address; nothing was sent. */
        ADDRESS_NOT_ALLOWED("the address is neither https nor loopback"),
        /** A host that {@link GuardedHttp#heldTo} leaves out; nothing was sent. */
        HOST_NOT_DECLARED("the host is none of those that the provider declares"),
        /** No connection or no secure one; the call was not processed. */
        NOT_CONNECTED("no connection"),
        /** The time was up; whether the call was processed is unknown. */
        TIMED_OUT("no answer in time"),
        /** The connection ended before the answer did; whether the call was processed is unknown. */
        BROKEN_OFF("the connection broke off"),
        /** The body is larger than allowed; the call was probably processed. */
        TOO_LARGE("the answer is too large");

        private final String words;

        Why(String words) {
            this.words = words;
        }

        /** A few words for the log. */
        public String words() {
            return words;
        }

        /** Whether the other side may have acted on the call. */
        public boolean maybeProcessed() {
            return switch (this) {
                case ADDRESS_NOT_ALLOWED, HOST_NOT_DECLARED, NOT_CONNECTED -> false;
                case TIMED_OUT, BROKEN_OFF, TOO_LARGE -> true;
            };
        }
    }
}
