package dev.patchbay.adapter.web.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.patchbay.adapter.web.message.Times;
import dev.patchbay.adapter.web.problem.Reason;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Clocks;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.ParkedGrant;
import dev.patchbay.usecase.attempt.Frontend;
import dev.patchbay.usecase.connection.ConnectionHealth.Report;
import io.micronaut.serde.annotation.Serdeable;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything known about how a connection is.
 *
 * @param lastSuccess the last successful renewal, or the consent when there was none since
 * @param app null when not connected
 * @param can the scopes granted
 * @param replacement another outside account that waits for a yes; null when none does
 * @param advice what the owner of the app or of the connection had better know; null when there is nothing
 * @param probed whether the platform itself was asked and answered just now
 */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
record HealthResponse(
        String state,
        @Nullable String cause,
        @Nullable String words,
        @Nullable String since,
        @Nullable String retryAt,
        @Nullable String nextAction,
        @Nullable String reconnectUrl,
        @Nullable String lastSuccess,
        @Nullable String expiresAt,
        @Nullable String reauthorizeBy,
        @Nullable AppResponse app,
        List<String> can,
        @Nullable ReplacementResponse replacement,
        @Nullable String advice,
        boolean probed,
        @Nullable String probedAt) {

    static HealthResponse of(
            Report report,
            Optional<AppResponse> app,
            Optional<ParkedGrant> replacement,
            Optional<String> advice,
            Frontend frontend) {
        Reason reason = Reason.of(report.platform(), report.verdict(), frontend);
        Optional<Connection> connection = report.connection();
        Optional<Clocks> clocks = connection.map(Connection::clocks);
        return new HealthResponse(
                report.verdict().state().code(),
                reason.cause().map(Cause::code).orElse(null),
                reason.cause().map(Cause::words).orElse(null),
                reason.sinceText().orElse(null),
                reason.retryAtText().orElse(null),
                reason.nextAction().orElse(null),
                reason.reconnectUrl().map(URI::toString).orElse(null),
                Times.text(connection.map(HealthResponse::lastSuccess)),
                Times.text(clocks.flatMap(Clocks::accessEnds)),
                Times.text(clocks.flatMap(Clocks::reauthorizeBy)),
                app.orElse(null),
                connection.map(some -> some.scopes().names()).orElse(List.of()),
                replacement.map(ReplacementResponse::of).orElse(null),
                advice.orElse(null),
                report.probedAt().isPresent(),
                Times.text(report.probedAt()));
    }

    /** The last successful renewal, or the consent when there was none since. */
    static Instant lastSuccess(Connection connection) {
        return connection.lastRefreshedAt().orElse(connection.clocks().consentedAt());
    }
}
