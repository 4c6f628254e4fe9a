package dev.patchbay.adapter.web.user;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.patchbay.adapter.web.message.Times;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.NextAction;
import dev.patchbay.usecase.refresh.Verdict;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A connection in a person's list, with both clocks. */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
record ConnectionResponse(
        String platform,
        String name,
        String state,
        @Nullable String cause,
        @Nullable String since,
        @Nullable String retryAt,
        @Nullable String nextAction,
        String platformUserId,
        @Nullable String displayName,
        @Nullable String picture,
        String connectedAt,
        @Nullable String expiresAt,
        @Nullable String reauthorizeBy,
        List<String> scopes) {

    static ConnectionResponse of(Connection connection, String platformName, Verdict verdict) {
        return new ConnectionResponse(
                connection.platform().value(),
                platformName,
                verdict.state().code(),
                verdict.cause().map(Cause::code).orElse(null),
                Times.text(verdict.since()),
                Times.text(verdict.retryAt()),
                verdict.nextAction().map(NextAction::code).orElse(null),
                connection.who().id(),
                connection.who().name().orElse(null),
                connection.who().picture().orElse(null),
                Times.text(connection.connectedAt()),
                Times.text(connection.clocks().accessEnds()),
                Times.text(connection.clocks().reauthorizeBy()),
                connection.scopes().names());
    }
}
