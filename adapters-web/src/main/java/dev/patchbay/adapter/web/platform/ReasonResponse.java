package dev.patchbay.adapter.web.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.patchbay.adapter.web.problem.Reason;
import dev.patchbay.domain.connection.Cause;
import io.micronaut.serde.annotation.Serdeable;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Why it is not well, in a word and a sentence, and what helps. */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
record ReasonResponse(
        String cause,
        String words,
        @Nullable String since,
        @Nullable String retryAt,
        String nextAction,
        @Nullable String reconnectUrl) {

    /** Null when there is nothing against it. */
    static @Nullable ReasonResponse of(Reason reason) {
        return reason.cause().map(cause -> of(cause, reason)).orElse(null);
    }

    private static ReasonResponse of(Cause cause, Reason reason) {
        return new ReasonResponse(
                cause.code(),
                cause.words(),
                reason.sinceText().orElse(null),
                reason.retryAtText().orElse(null),
                cause.nextAction().code(),
                reason.reconnectUrl().map(URI::toString).orElse(null));
    }
}
