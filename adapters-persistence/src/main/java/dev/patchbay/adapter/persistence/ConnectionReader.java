package dev.patchbay.adapter.persistence;

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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads connections from rows that begin with {@link ConnectionRow#COLUMNS}. One row that no version of ours writes must not
 * hide the others, nor keep its person from connecting again: it reads as quarantined, with stand-ins for what is unreadable.
 */
final class ConnectionReader {

    private static final String UNREADABLE = "unreadable";

    private ConnectionReader() {}

    static Connection read(ResultSet row) throws SQLException {
        Optional<Connection> whole = readStrictly(row);
        return whole.isPresent() ? whole.get() : salvage(row);
    }

    /** Empty when the row cannot be read as a connection. */
    static Optional<Connection> readStrictly(ResultSet row) throws SQLException {
        try {
            return Optional.of(new Row(row).connection().connection());
        } catch (SQLException e) {
            if (SqlFailure.of(e) != SqlFailure.DEFECT) {
                throw e;
            }
            return Optional.empty();
        } catch (RuntimeException unfit) {
            return Optional.empty();
        }
    }

    private static Connection salvage(ResultSet row) throws SQLException {
        ProviderId platform = new ProviderId(row.getString("platform"));
        Clocks clocks =
                or(new Clocks(Instant.EPOCH, Instant.EPOCH, Instant.EPOCH, Optional.empty()), () -> clocks(row));
        return new Connection(
                new ConnectionId(id(row)),
                new AccountId(row.getString("account_id")),
                platform,
                or(
                        new ClientAppId(platform, UNREADABLE),
                        () -> ClientAppId.named(
                                new ProviderId(row.getString("app_provider")),
                                Columns.text(row.getBytes("client_id")))),
                or(
                        new ExternalAccount(UNREADABLE, Optional.empty(), Optional.empty()),
                        () -> new ExternalAccount(
                                row.getString("external_id"),
                                Optional.ofNullable(row.getString("external_name")),
                                Optional.ofNullable(row.getString("external_picture")))),
                or(Scopes.NONE, () -> Scopes.parse(row.getString("scopes"))),
                clocks,
                or(new Standing.Quarantined(Cause.SECRET_UNREADABLE, clocks.accessIssuedAt()), () -> quarantine(row)),
                new SealedTokens(
                        row.getString("token_type"),
                        new SealedSecret(row.getBytes("access_token")),
                        Optional.ofNullable(row.getBytes("refresh_token")).map(SealedSecret::new)),
                row.getLong("token_version"),
                or(clocks.consentedAt(), () -> Columns.time(row, "connected_at").orElseThrow()),
                or(Optional.empty(), () -> Columns.time(row, "last_refreshed_at")));
    }

    private static Standing.Quarantined quarantine(ResultSet row) throws SQLException {
        if (StandingStatus.valueOf(row.getString("status")) != StandingStatus.QUARANTINED) {
            throw new IllegalStateException("not yet");
        }
        return new Standing.Quarantined(
                Cause.valueOf(row.getString("cause")),
                Columns.time(row, "since").orElseThrow());
    }

    private static Clocks clocks(ResultSet row) throws SQLException {
        return new Clocks(
                Columns.time(row, "access_issued_at").orElseThrow(),
                Columns.time(row, "access_expires_at").orElseThrow(),
                Columns.time(row, "consented_at").orElseThrow(),
                Columns.time(row, "reauthorize_by"));
    }

    private static UUID id(ResultSet row) throws SQLException {
        return Columns.uuid(row.getBytes("id"));
    }

    /** A part of a row. */
    @FunctionalInterface
    private interface Part<T> {
        T read() throws SQLException;
    }

    private static <T> T or(T standIn, Part<? extends T> part) {
        try {
            return part.read();
        } catch (SQLException | RuntimeException unreadable) {
            return standIn;
        }
    }
}
