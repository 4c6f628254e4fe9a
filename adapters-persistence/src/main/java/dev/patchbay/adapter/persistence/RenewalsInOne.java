package dev.patchbay.adapter.persistence;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes many connections' next versions by one statement, for MariaDB and MySQL, where each statement is a round trip. The rows go
 * over as JSON; text and bytes in it are hexadecimal, so that there is nothing to escape.
 */
final class RenewalsInOne {

    private static final String ADVANCE = """
        UPDATE connection c JOIN JSON_TABLE(?, '$[*]' COLUMNS (
            id VARCHAR(32) PATH '$.a', app_provider VARCHAR(64) PATH '$.b', client_id MEDIUMTEXT PATH '$.c',
            external_id MEDIUMTEXT PATH '$.d', external_name MEDIUMTEXT PATH '$.e',
            external_picture MEDIUMTEXT PATH '$.f', scopes MEDIUMTEXT PATH '$.g',
            status VARCHAR(32) PATH '$.h', cause VARCHAR(64) PATH '$.i', since VARCHAR(32) PATH '$.j',
            retry_at VARCHAR(32) PATH '$.k', failures INT PATH '$.l', token_type MEDIUMTEXT PATH '$.m',
            access_token MEDIUMTEXT PATH '$.n', refresh_token MEDIUMTEXT PATH '$.o', token_version BIGINT PATH '$.p',
            access_issued_at VARCHAR(32) PATH '$.q', access_expires_at VARCHAR(32) PATH '$.r',
            consented_at VARCHAR(32) PATH '$.s', reauthorize_by VARCHAR(32) PATH '$.t',
            connected_at VARCHAR(32) PATH '$.u', last_refreshed_at VARCHAR(32) PATH '$.v',
            refresh_after VARCHAR(32) PATH '$.w')) n ON c.id = UNHEX(n.id)
        SET c.app_provider = n.app_provider, c.client_id = UNHEX(n.client_id),
            c.external_id = CONVERT(UNHEX(n.external_id) USING utf8mb4),
            c.external_name = CONVERT(UNHEX(n.external_name) USING utf8mb4),
            c.external_picture = CONVERT(UNHEX(n.external_picture) USING utf8mb4),
            c.scopes = CONVERT(UNHEX(n.scopes) USING ascii),
            c.status = n.status, c.cause = n.cause, c.since = n.since, c.retry_at = n.retry_at, c.failures = n.failures,
            c.token_type = CONVERT(UNHEX(n.token_type) USING utf8mb4),
            c.access_token = UNHEX(n.access_token), c.refresh_token = UNHEX(n.refresh_token),
            c.token_version = n.token_version, c.access_issued_at = n.access_issued_at,
            c.access_expires_at = n.access_expires_at, c.consented_at = n.consented_at,
            c.reauthorize_by = n.reauthorize_by, c.connected_at = n.connected_at,
            c.last_refreshed_at = n.last_refreshed_at, c.refresh_after = n.refresh_after,
            c.lease_owner = NULL, c.lease_until = NULL, c.attempt_started_at = NULL
        WHERE c.token_version = n.token_version - 1
        """;

    private RenewalsInOne() {}

    /** How many of them had the version before, and have this in its place. */
    static int advance(Connection connection, List<ConnectionRow> next) throws SQLException {
        String rows = next.stream().map(RenewalsInOne::json).collect(Collectors.joining(",", "[", "]"));
        return Statements.update(connection, ADVANCE, values -> values.text(rows));
    }

    private static String json(ConnectionRow row) {
        StandingColumns standing = row.standing();
        return new Json()
                .bytes('a', Columns.bytes(row.id()))
                .word('b', row.appProvider().value())
                .text('c', row.clientId())
                .text('d', row.externalId())
                .text('e', row.externalName())
                .text('f', row.externalPicture())
                .text('g', row.scopes())
                .word('h', standing.status().name())
                .word('i', standing.cause() == null ? null : standing.cause().name())
                .time('j', standing.since())
                .time('k', standing.retryAt())
                .number('l', standing.failures())
                .text('m', row.tokenType())
                .bytes('n', row.accessToken().envelope())
                .bytes(
                        'o',
                        row.refreshToken() == null ? null : row.refreshToken().envelope())
                .number('p', row.tokenVersion())
                .time('q', row.accessIssuedAt())
                .time('r', row.accessExpiresAt())
                .time('s', row.consentedAt())
                .time('t', row.reauthorizeBy())
                .time('u', row.connectedAt())
                .time('v', row.lastRefreshedAt())
                .time('w', row.refreshAfter())
                .whole();
    }

    /** An object of members with one letter each; what there is not is left out and read as NULL. */
    private static final class Json {
        private final StringBuilder json = new StringBuilder(2500).append('{');

        /** Of letters, digits, hyphens and underscores. */
        Json word(char name, @Nullable String value) {
            return value == null ? this : member(name, '"' + value + '"');
        }

        Json text(char name, @Nullable String value) {
            return bytes(name, value == null ? null : value.getBytes(StandardCharsets.UTF_8));
        }

        Json bytes(char name, byte @Nullable [] value) {
            return word(name, value == null ? null : HexFormat.of().formatHex(value));
        }

        Json time(char name, @Nullable Instant value) {
            return word(name, value == null ? null : Columns.wallText(value));
        }

        Json number(char name, long value) {
            return member(name, Long.toString(value));
        }

        private Json member(char name, String value) {
            json.append(json.length() == 1 ? "\"" : ",\"")
                    .append(name)
                    .append("\":")
                    .append(value);
            return this;
        }

        String whole() {
            return json.append('}').toString();
        }
    }
}
