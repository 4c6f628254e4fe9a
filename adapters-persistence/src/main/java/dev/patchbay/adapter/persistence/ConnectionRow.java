package dev.patchbay.adapter.persistence;

import dev.patchbay.adapter.persistence.Columns.Bytes16;
import dev.patchbay.adapter.persistence.Columns.Exact;
import dev.patchbay.adapter.persistence.Columns.Owner;
import dev.patchbay.adapter.persistence.Columns.ProviderName;
import dev.patchbay.adapter.persistence.Columns.Sealed;
import dev.patchbay.adapter.persistence.Columns.Utc;
import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Clocks;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.ConnectionId;
import dev.patchbay.domain.connection.ExternalAccount;
import dev.patchbay.domain.connection.SealedTokens;
import dev.patchbay.domain.connection.Standing;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.provider.Scopes;
import dev.patchbay.domain.vault.SealedSecret;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A connection's columns, but for those of its lease.
 *
 * @param refreshAfter when the sweep should look at it; never when there is nothing to renew it with, or it has ended
 */
@MappedEntity("connection")
record ConnectionRow(
        @Id @Bytes16 UUID id,
        @Owner AccountId accountId,
        @ProviderName ProviderId platform,
        @ProviderName ProviderId appProvider,
        @Exact String clientId,
        String externalId,
        @Nullable String externalName,
        @Nullable String externalPicture,
        String scopes,
        StandingStatus status,
        @Nullable Cause cause,
        @Utc @Nullable Instant since,
        @Utc @Nullable Instant retryAt,
        int failures,
        String tokenType,
        @Sealed SealedSecret accessToken,
        @Sealed @Nullable SealedSecret refreshToken,
        long tokenVersion,
        @Utc Instant accessIssuedAt,
        @Utc Instant accessExpiresAt,
        @Utc Instant consentedAt,
        @Utc @Nullable Instant reauthorizeBy,
        @Utc Instant connectedAt,
        @Utc @Nullable Instant lastRefreshedAt,
        @Utc @Nullable Instant refreshAfter) {

    /** In the order of the components; without {@code refresh_after}, which a connection reckons anew. */
    static final String COLUMNS = """
        c.id, c.account_id, c.platform, c.app_provider, c.client_id, c.external_id, c.external_name,
        c.external_picture, c.scopes, c.status, c.cause, c.since, c.retry_at, c.failures, c.token_type,
        c.access_token, c.refresh_token, c.token_version, c.access_issued_at, c.access_expires_at, c.consented_at,
        c.reauthorize_by, c.connected_at, c.last_refreshed_at
        """;

    static ConnectionRow of(Connection connection) {
        StandingColumns standing = StandingColumns.of(connection.standing());
        Clocks clocks = connection.clocks();
        SealedTokens tokens = connection.tokens();
        return new ConnectionRow(
                connection.id().value(),
                connection.account(),
                connection.platform(),
                connection.app().provider(),
                connection.app().name(),
                connection.who().id(),
                Shown.ifFits(connection.who().name(), Shown.NAME).orElse(null),
                Shown.ifFits(connection.who().picture(), Shown.ADDRESS).orElse(null),
                connection.scopes().toString(),
                standing.status(),
                standing.cause(),
                standing.since(),
                standing.retryAt(),
                standing.failures(),
                tokens.tokenType(),
                tokens.accessToken(),
                tokens.refreshToken().orElse(null),
                connection.version(),
                clocks.accessIssuedAt(),
                clocks.accessExpiresAt(),
                clocks.consentedAt(),
                clocks.reauthorizeBy().orElse(null),
                connection.connectedAt(),
                connection.lastRefreshedAt().orElse(null),
                tokens.refreshToken().isPresent() ? dueAt(connection) : null);
    }

    /** When a connection that stands so is due. */
    private static @Nullable Instant dueAt(Connection connection) {
        return switch (connection.standing()) {
            case Standing.Active() -> connection.clocks().refreshAfter(connection.id());
            case Standing.Waiting waiting -> waiting.retryAt();
            case Standing.NeedsReconnect _, Standing.Quarantined _, Standing.Restored _ -> null;
        };
    }

    StandingColumns standing() {
        return new StandingColumns(status, cause, since, retryAt, failures);
    }

    Connection connection() {
        return new Connection(
                new ConnectionId(id),
                accountId,
                platform,
                ClientAppId.named(appProvider, clientId),
                new ExternalAccount(
                        externalId, Optional.ofNullable(externalName), Optional.ofNullable(externalPicture)),
                Scopes.parse(scopes),
                new Clocks(accessIssuedAt, accessExpiresAt, consentedAt, Optional.ofNullable(reauthorizeBy)),
                standing().standing(),
                new SealedTokens(tokenType, accessToken, Optional.ofNullable(refreshToken)),
                tokenVersion,
                connectedAt,
                Optional.ofNullable(lastRefreshedAt));
    }
}
