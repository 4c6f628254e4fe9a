package dev.patchbay.adapter.web.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.patchbay.domain.connection.NextAction;
import io.micronaut.serde.annotation.Serdeable;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The body of every failure (RFC 9457, {@code application/problem+json}); what is not known is left out. */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(
        String type,
        String title,
        int status,
        String code,
        String detail,
        String requestId,
        @Nullable String nextAction,
        @Nullable String retryAt,
        @Nullable String reconnectUrl,
        @Nullable String state,
        @Nullable String cause,
        @Nullable String since) {

    static Problem of(Code code, String detail, String requestId, Reason reason) {
        return new Problem(
                "about:blank",
                code.title(),
                code.status().getCode(),
                code.word(),
                detail,
                requestId,
                reason.nextAction()
                        .or(() -> code.nextAction().map(NextAction::code))
                        .orElse(null),
                reason.retryAtText().orElse(null),
                reason.reconnectUrl().map(URI::toString).orElse(null),
                reason.state().map(state -> state.code()).orElse(null),
                reason.cause().map(cause -> cause.code()).orElse(null),
                reason.sinceText().orElse(null));
    }

    /** With another status line than the code's usual one. */
    Problem with(int otherStatus, String otherTitle) {
        return new Problem(
                type,
                otherTitle,
                otherStatus,
                code,
                detail,
                requestId,
                nextAction,
                retryAt,
                reconnectUrl,
                state,
                cause,
                since);
    }
}
