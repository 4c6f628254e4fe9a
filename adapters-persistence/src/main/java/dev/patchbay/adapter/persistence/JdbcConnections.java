package dev.patchbay.adapter.persistence;

import static dev.patchbay.adapter.persistence.Sql.exact;

import dev.patchbay.adapter.persistence.ConnectionRow.StandingColumns;
import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.clientapp.AppCondition;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.ConnectionId;
import dev.patchbay.domain.connection.Lease;
import dev.patchbay.domain.connection.Standing;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.session.SessionClaim;
import dev.patchbay.port.connection.Connections;
import dev.patchbay.port.connection.LendingView;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@Singleton
final class JdbcConnections implements Connections {

    private final Database database;

    JdbcConnections(Database database) {
        this.database = database;
    }

    @Override
    public boolean add(Connection connection) {
        StandingColumns standing = StandingColumns.of(connection.standing());
        return database.insert(
                """
                INSERT INTO connection
                    (account_id, platform, id, app_provider, client_id, external_id, external_name, external_picture,
                     scopes, status, cause, since, retry_at, failures, token_type, access_token, refresh_token,
                     token_version, access_issued_at, access_expires_at, consented_at, reauthorize_by, connected_at,
                     last_refreshed_at, refresh_after, lease_fence)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
                """,
                connection.account().value(),
                connection.platform().value(),
                connection.id().value(),
                connection.app().provider().value(),
                exact(connection.app().clientId()),
                connection.who().id(),
                Shown.ifFits(connection.who().name(), Shown.NAME),
                Shown.ifFits(connection.who().picture(), Shown.ADDRESS),
                connection.scopes().toString(),
                standing.status(),
                standing.cause(),
                standing.since(),
                standing.retryAt(),
                standing.failures(),
                connection.tokens().tokenType(),
                connection.tokens().accessToken(),
                connection.tokens().refreshToken(),
                connection.version(),
                connection.clocks().accessIssuedAt(),
                connection.clocks().accessExpiresAt(),
                connection.clocks().consentedAt(),
                connection.clocks().reauthorizeBy(),
                connection.connectedAt(),
                connection.lastRefreshedAt(),
                refreshAfter(connection));
    }

    @Override
    public Optional<Connection> find(ConnectionId id) {
        return database.one(
                ConnectionRow::read,
                "SELECT " + ConnectionRow.COLUMNS + " FROM connection c WHERE c.id = ?",
                id.value());
    }

    @Override
    public Optional<Connection> of(AccountId account, ProviderId platform) {
        return database.one(
                ConnectionRow::read,
                "SELECT " + ConnectionRow.COLUMNS + " FROM connection c WHERE c.account_id = ? AND c.platform = ?",
                account.value(),
                platform.value());
    }

    @Override
    public List<Connection> of(AccountId account) {
        return database.list(
                ConnectionRow::read,
                "SELECT " + ConnectionRow.COLUMNS + " FROM connection c WHERE c.account_id = ? ORDER BY c.platform",
                account.value());
    }

    private static final String LOOK_UP = "SELECT " + ConnectionRow.COLUMNS + """
        , a.state, a.cause, a.since, a.retry_at
        FROM session s
        LEFT JOIN connection c ON c.account_id = s.account_id AND c.platform = ?
        LEFT JOIN client_app a ON a.provider = c.app_provider AND a.client_id = c.client_id
        WHERE s.account_id = ? AND s.id = ? AND s.ended_at IS NULL AND s.expires_at > ?
        """;

    @Override
    public LendingView lookUp(SessionClaim claim, ProviderId platform, Instant now) {
        return database.one(
                        JdbcConnections::readView,
                        LOOK_UP,
                        platform.value(),
                        claim.account().value(),
                        claim.session().value(),
                        now)
                .orElseGet(LendingView.NoSession::new);
    }

    private static LendingView readView(Row row) throws SQLException {
        Optional<UUID> id = row.maybeUuid();
        if (id.isEmpty()) {
            return new LendingView.NoConnection();
        }
        Connection connection = ConnectionRow.read(row, id.get());
        return new LendingView.Found(
                connection, JdbcAppConditions.readMaybe(row).orElseGet(AppCondition.Fine::new));
    }

    @Override
    public Optional<Lease> claim(ConnectionId id, long version, String holder, Duration life, Instant now) {
        // The write names the fence that was read, so its new value is known without reading again. Losing a race means
        // to look again: the winner may have given the claim back since.
        while (true) {
            Optional<Long> fence = database.one(Row::number, """
                SELECT lease_fence FROM connection
                WHERE id = ? AND token_version = ? AND (lease_until IS NULL OR lease_until <= ?)
                """, id.value(), version, now);
            if (fence.isEmpty()) {
                return Optional.empty();
            }
            boolean granted =
                    database.update("""
                        UPDATE connection
                        SET lease_owner = ?, lease_fence = lease_fence + 1, lease_until = ?, attempt_started_at = ?
                        WHERE id = ? AND token_version = ? AND lease_fence = ?
                          AND (lease_until IS NULL OR lease_until <= ?)
                        """, holder, now.plus(life), now, id.value(), version, fence.get(), now) == 1;
            if (granted) {
                return Optional.of(new Lease(id, version, fence.get() + 1));
            }
        }
    }

    @Override
    public void release(Lease lease) {
        database.update("""
            UPDATE connection SET lease_owner = NULL, lease_until = NULL, attempt_started_at = NULL
            WHERE id = ? AND lease_fence = ?
            """, lease.connection().value(), lease.fence());
    }

    @Override
    public boolean advance(Connection next) {
        StandingColumns standing = StandingColumns.of(next.standing());
        return database.update(
                        """
                        UPDATE connection
                        SET app_provider = ?, client_id = ?, external_id = ?, external_name = ?, external_picture = ?,
                            scopes = ?, status = ?, cause = ?, since = ?, retry_at = ?, failures = ?, token_type = ?,
                            access_token = ?, refresh_token = ?, token_version = ?, access_issued_at = ?,
                            access_expires_at = ?, consented_at = ?, reauthorize_by = ?, connected_at = ?,
                            last_refreshed_at = ?, refresh_after = ?,
                            lease_owner = NULL, lease_until = NULL, attempt_started_at = NULL
                        WHERE account_id = ? AND platform = ? AND id = ? AND token_version = ?
                        """,
                        next.app().provider().value(),
                        exact(next.app().clientId()),
                        next.who().id(),
                        Shown.ifFits(next.who().name(), Shown.NAME),
                        Shown.ifFits(next.who().picture(), Shown.ADDRESS),
                        next.scopes().toString(),
                        standing.status(),
                        standing.cause(),
                        standing.since(),
                        standing.retryAt(),
                        standing.failures(),
                        next.tokens().tokenType(),
                        next.tokens().accessToken(),
                        next.tokens().refreshToken(),
                        next.version(),
                        next.clocks().accessIssuedAt(),
                        next.clocks().accessExpiresAt(),
                        next.clocks().consentedAt(),
                        next.clocks().reauthorizeBy(),
                        next.connectedAt(),
                        next.lastRefreshedAt(),
                        refreshAfter(next),
                        next.account().value(),
                        next.platform().value(),
                        next.id().value(),
                        next.version() - 1)
                == 1;
    }

    @Override
    public boolean stand(Lease lease, Standing standing) {
        StandingColumns columns = StandingColumns.of(standing);
        return database.update(
                        """
                        UPDATE connection
                        SET status = ?, cause = ?, since = ?, retry_at = ?, failures = ?,
                            lease_owner = NULL, lease_until = NULL, attempt_started_at = NULL
                        WHERE id = ? AND token_version = ? AND lease_fence = ? AND lease_owner IS NOT NULL
                        """,
                        columns.status(),
                        columns.cause(),
                        columns.since(),
                        columns.retryAt(),
                        columns.failures(),
                        lease.connection().value(),
                        lease.version(),
                        lease.fence())
                == 1;
    }

    @Override
    public boolean remove(ConnectionId id, long version) {
        return database.update("DELETE FROM connection WHERE id = ? AND token_version = ?", id.value(), version) == 1;
    }

    /** When the sweep should look at it; never when there is nothing to renew it with. */
    private static Optional<Instant> refreshAfter(Connection connection) {
        return connection.tokens().refreshToken().map(token -> connection
                .clocks()
                .refreshAfter(connection.id()));
    }
}
