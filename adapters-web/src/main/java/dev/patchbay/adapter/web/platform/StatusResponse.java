package dev.patchbay.adapter.web.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.patchbay.adapter.web.message.Times;
import dev.patchbay.adapter.web.problem.Reason;
import dev.patchbay.domain.connection.Clocks;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.ExternalAccount;
import dev.patchbay.domain.connection.ParkedGrant;
import dev.patchbay.usecase.attempt.Frontend;
import dev.patchbay.usecase.connection.ConnectionHealth.Report;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a connection is.
 *
 * @param connected whether there is a connection, well or not; {@code state} says which
 * @param lastSuccess the last successful renewal, or the consent when there was none since
 * @param autoRefreshed whether this very question renewed the token
 * @param app null when not connected
 * @param replacement another outside account that waits for a yes; null when none does
 */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
record StatusResponse(
        boolean connected,
        String state,
        @Nullable String platformUserId,
        @Nullable String displayName,
        @Nullable String connectedAt,
        @Nullable String lastSuccess,
        @Nullable String expiresAt,
        @Nullable String reauthorizeBy,
        boolean autoRefreshed,
        @Nullable ReasonResponse reason,
        @Nullable AppResponse app,
        @Nullable ReplacementResponse replacement) {

    static StatusResponse of(
            Report report, Optional<AppResponse> app, Optional<ParkedGrant> replacement, Frontend frontend) {
        Optional<Connection> connection = report.connection();
        Optional<ExternalAccount> who = connection.map(Connection::who);
        Optional<Clocks> clocks = connection.map(Connection::clocks);
        return new StatusResponse(
                connection.isPresent(),
                report.verdict().state().code(),
                who.map(ExternalAccount::id).orElse(null),
                who.flatMap(ExternalAccount::name).orElse(null),
                Times.text(connection.map(Connection::connectedAt)),
                Times.text(connection.map(HealthResponse::lastSuccess)),
                Times.text(clocks.flatMap(Clocks::accessEnds)),
                Times.text(clocks.flatMap(Clocks::reauthorizeBy)),
                report.refreshedNow(),
                ReasonResponse.of(Reason.of(report.platform(), report.verdict(), frontend)),
                app.orElse(null),
                replacement.map(ReplacementResponse::of).orElse(null));
    }
}
