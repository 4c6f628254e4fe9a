package dev.patchbay.adapter.web.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.patchbay.adapter.web.message.Times;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.ParkedGrant;
import dev.patchbay.domain.connection.Standing;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A connection as it is kept, with both clocks and without its tokens.
 *
 * @param clientId of the app that it was made with
 * @param standing in one word, apart from its app
 */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
record ExportedConnection(
        String platform,
        String id,
        String clientId,
        String platformUserId,
        @Nullable String displayName,
        @Nullable String picture,
        List<String> scopes,
        String standing,
        @Nullable String cause,
        @Nullable String since,
        String connectedAt,
        String consentedAt,
        @Nullable String expiresAt,
        @Nullable String reauthorizeBy,
        @Nullable String lastRefreshedAt) {

    static ExportedConnection of(Connection connection) {
        Optional<Cause> cause = Optional.empty();
        Optional<Instant> since = Optional.empty();
        switch (connection.standing()) {
            case Standing.Active() -> {}
            case Standing.Waiting(var why, var when, var retryAt, var failures) -> {
                cause = Optional.of(why);
                since = Optional.of(when);
            }
            case Standing.NeedsReconnect(var why, var when) -> {
                cause = Optional.of(why);
                since = Optional.of(when);
            }
            case Standing.Quarantined(var why, var when) -> {
                cause = Optional.of(why);
                since = Optional.of(when);
            }
            case Standing.Restored(var when) -> since = Optional.of(when);
        }
        return new ExportedConnection(
                connection.platform().value(),
                connection.id().toString(),
                connection.app().clientId(),
                connection.who().id(),
                connection.who().name().orElse(null),
                connection.who().picture().orElse(null),
                connection.scopes().names(),
                connection.standing().getClass().getSimpleName().toLowerCase(Locale.ROOT),
                cause.map(Cause::code).orElse(null),
                Times.text(since),
                Times.text(connection.connectedAt()),
                Times.text(connection.clocks().consentedAt()),
                Times.text(connection.clocks().accessEnds()),
                Times.text(connection.clocks().reauthorizeBy()),
                Times.text(connection.lastRefreshedAt()));
    }

    /** Another outside account that waits for a yes. */
    @Serdeable.Serializable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Waiting(
            String platform,
            String platformUserId,
            @Nullable String displayName,
            @Nullable String picture,
            List<String> scopes,
            String expiresAt) {
        static Waiting of(ParkedGrant grant) {
            return new Waiting(
                    grant.platform().value(),
                    grant.who().id(),
                    grant.who().name().orElse(null),
                    grant.who().picture().orElse(null),
                    grant.scopes().names(),
                    Times.text(grant.expiresAt()));
        }
    }
}
