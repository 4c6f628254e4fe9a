package dev.patchbay.adapter.persistence;

import java.sql.Connection;
import java.sql.SQLException;

/** Writes a connection's next version: the statement that the sweep runs for each row, by hand for that reason. */
final class Renewals {

    private static final String ADVANCE = """
        UPDATE connection
        SET app_provider = ?, client_id = ?, external_id = ?, external_name = ?, external_picture = ?, scopes = ?,
            status = ?, cause = ?, since = ?, retry_at = ?, failures = ?,
            token_type = ?, access_token = ?, refresh_token = ?, token_version = ?,
            access_issued_at = ?, access_expires_at = ?, consented_at = ?, reauthorize_by = ?,
            connected_at = ?, last_refreshed_at = ?, refresh_after = ?,
            lease_owner = NULL, lease_until = NULL, attempt_started_at = NULL
        WHERE account_id = ? AND platform = ? AND id = ? AND token_version = ?
        """;

    private Renewals() {}

    /** Whether the version before was there, and has this in its place. */
    static boolean advance(Connection connection, ConnectionRow next) throws SQLException {
        return Statements.update(connection, ADVANCE, values -> bind(values, next)) > 0;
    }

    private static void bind(Parameters values, ConnectionRow next) throws SQLException {
        values.text(next.appProvider().value())
                .exact(next.clientId())
                .text(next.externalId())
                .text(next.externalName())
                .text(next.externalPicture())
                .text(next.scopes());
        next.standing()
                .bind(values)
                .text(next.tokenType())
                .sealed(next.accessToken())
                .sealed(next.refreshToken())
                .number(next.tokenVersion())
                .time(next.accessIssuedAt())
                .time(next.accessExpiresAt())
                .time(next.consentedAt())
                .time(next.reauthorizeBy())
                .time(next.connectedAt())
                .time(next.lastRefreshedAt())
                .time(next.refreshAfter())
                .text(next.accountId().value())
                .text(next.platform().value())
                .id(next.id())
                .number(next.tokenVersion() - 1);
    }
}
