package dev.patchbay.adapter.persistence;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.clientapp.OwnApp;
import dev.patchbay.domain.clientapp.Seat;
import dev.patchbay.domain.connection.SealedTokens;
import dev.patchbay.domain.merge.Change;
import dev.patchbay.domain.merge.Merge;
import dev.patchbay.domain.signin.SignInMethod;
import dev.patchbay.domain.vault.KeyOwner;
import dev.patchbay.domain.vault.SealedSecret;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Writes a merge, inside its transaction and under its {@link MergeLocks}. Each statement names what was read. */
final class MergedRows {

    private static final String AS_READ = " AND token_version = ? AND access_token = ? AND refresh_token ";

    private static final String MOVE_CONNECTION = """
        UPDATE connection
        SET account_id = ?, client_id = ?, access_token = ?, refresh_token = ?, token_version = token_version + 1,
            attempt_started_at = NULL
        WHERE id = ?\
        """;

    /** The new row first, because seats refer to one of both. */
    private static final String COPY_APP = """
        INSERT INTO own_app (account_id, platform, client_id, secret, secret_since, previous_secret, previous_until,
                             previous_works, version, since)
        SELECT ?, platform, client_id, ?, secret_since, ?, previous_until, previous_works, version, since
        FROM own_app WHERE account_id = ? AND platform = ? AND version = ? AND secret \
        """;

    private static final String REMOVE_APP = "DELETE FROM own_app WHERE account_id = ? AND platform = ?";
    private static final String MOVE_SEATS = "UPDATE seat SET owner_id = ? WHERE owner_id = ? AND platform = ?";

    private static final List<String> NAMED_BY_APP = List.of(
            "UPDATE parked_grant SET client_id = ? WHERE client_id = ? AND app_provider = ?",
            "UPDATE client_app SET client_id = ? WHERE client_id = ? AND provider = ?",
            "UPDATE app_allowance SET client_id = ? WHERE client_id = ? AND provider = ?",
            "UPDATE not_on_app_list SET client_id = ? WHERE client_id = ? AND provider = ?");

    /** What an app of the same name that was here before left behind. */
    private static final List<String> LEFT_BY_APP = List.of(
            "DELETE FROM client_app WHERE client_id = ? AND provider = ?",
            "DELETE FROM app_allowance WHERE client_id = ? AND provider = ?",
            "DELETE FROM not_on_app_list WHERE client_id = ? AND provider = ?");

    private static final String ATTEMPTS_WITH_APP = "DELETE FROM attempt WHERE client_id = ? AND app_provider = ?";

    private static final String MISSING_TWICE = """
        SELECT k.provider, k.client_id FROM not_on_app_list k JOIN not_on_app_list e
        ON e.provider = k.provider AND e.client_id = k.client_id WHERE k.account_id = ? AND e.account_id = ?
        """;

    private static final String FORGET_MISSING = """
        DELETE FROM not_on_app_list WHERE account_id = ? AND provider = ? AND client_id = ?
        """;

    private static final String END_SESSIONS = """
        UPDATE session SET ended_at = ? WHERE account_id = ? AND ended_at IS NULL AND id <> ?
        """;

    private static final String END_TRAIL = "UPDATE trail SET merged_into = ?, merged_at = ? WHERE id = ?";
    private static final String END_TRAILS_BEFORE = "UPDATE trail SET merged_into = ? WHERE merged_into = ?";

    private final Connection connection;
    private final Merge merge;
    private final String kept;
    private final String ended;

    MergedRows(Connection connection, Merge merge) {
        this.connection = connection;
        this.merge = merge;
        kept = merge.kept().value();
        ended = merge.ended().value();
    }

    void moveMethods() throws SQLException {
        for (SignInMethod lost : merge.draft().methodsLost()) {
            Statements.update(
                    connection,
                    "DELETE FROM sign_in_method WHERE account_id = ? AND provider = ?",
                    values -> values.text(lost.account().value())
                            .text(lost.identity().provider().value()));
        }
        all("UPDATE sign_in_method SET account_id = ? WHERE account_id = ?");
    }

    void moveConnections() throws SQLException {
        for (var lost : merge.draft().connectionsLost()) {
            one("DELETE FROM connection WHERE id = ?" + AS_READ, lost.tokens(), values -> values.id(
                            lost.id().value())
                    .number(lost.version())
                    .sealed(lost.tokens().accessToken()));
        }
        for (var change : merge.connections()) {
            var before = change.before();
            var after = change.after();
            one(MOVE_CONNECTION + AS_READ, before.tokens(), values -> values.text(
                            after.account().value())
                    .exact(after.app().name())
                    .sealed(after.tokens().accessToken())
                    .sealed(after.tokens().refreshToken().orElse(null))
                    .id(before.id().value())
                    .number(before.version())
                    .sealed(before.tokens().accessToken()));
        }
    }

    /** One row, which is still sealed as it was read: its key may have turned. */
    private void one(String sql, SealedTokens asRead, Statements.Binding binding) throws SQLException {
        Optional<SealedSecret> refreshToken = asRead.refreshToken();
        int found = Statements.update(connection, sql + equal(refreshToken), values -> {
            binding.on(values);
            if (refreshToken.isPresent()) {
                values.sealed(refreshToken.get());
            }
        });
        MergeLocks.require(found == 1);
    }

    private static String equal(Optional<?> value) {
        return value.isPresent() ? "= ?" : "IS NULL";
    }

    void moveApps() throws SQLException {
        for (Seat lost : merge.draft().seatsLost()) {
            Statements.update(
                    connection,
                    "DELETE FROM seat WHERE id = ?",
                    values -> values.id(lost.id().value()));
        }
        for (OwnApp lost : merge.draft().appsLost()) {
            removeApp(lost);
        }
        for (Change<OwnApp> change : merge.apps()) {
            moveApp(change.before(), change.after());
        }
        all("UPDATE seat SET holder_id = ? WHERE holder_id = ?");
    }

    private void removeApp(OwnApp app) throws SQLException {
        Statements.update(
                connection, REMOVE_APP, values -> values.text(app.owner().value())
                        .text(app.platform().value()));
    }

    private void moveApp(OwnApp before, OwnApp after) throws SQLException {
        Optional<SealedSecret> previous = before.previous().map(OwnApp.Previous::secret);
        String sql = COPY_APP + equal(before.secret()) + " AND previous_secret " + equal(previous);
        int copied = Statements.update(connection, sql, values -> {
            values.text(after.owner().value())
                    .sealed(after.secret().orElse(null))
                    .sealed(after.previous().map(OwnApp.Previous::secret).orElse(null))
                    .text(before.owner().value())
                    .text(before.platform().value())
                    .number(before.version());
            if (before.secret().isPresent()) {
                values.sealed(before.secret().get());
            }
            if (previous.isPresent()) {
                values.sealed(previous.get());
            }
        });
        MergeLocks.require(copied == 1);
        Statements.update(connection, MOVE_SEATS, values -> values.text(kept)
                .text(ended)
                .text(before.platform().value()));
        removeApp(before);
        rename(before.id(), after.id());
    }

    private void rename(ClientAppId before, ClientAppId after) throws SQLException {
        String provider = before.provider().value();
        for (String sql : LEFT_BY_APP) {
            Statements.update(
                    connection, sql, values -> values.exact(after.name()).text(provider));
        }
        for (String sql : NAMED_BY_APP) {
            Statements.update(connection, sql, values -> values.exact(after.name())
                    .exact(before.name())
                    .text(provider));
        }
        Statements.update(connection, ATTEMPTS_WITH_APP, values -> values.exact(before.name())
                .text(provider));
    }

    void moveTheRest() throws SQLException {
        all("UPDATE chat SET account_id = ? WHERE account_id = ?");
        var twice = Statements.all(
                connection,
                MISSING_TWICE,
                values -> values.text(kept).text(ended),
                row -> new ClientAppRowKey(row.getString(1), Columns.text(row.getBytes(2))));
        for (ClientAppRowKey key : twice) {
            Statements.update(connection, FORGET_MISSING, values -> values.text(ended)
                    .text(key.provider())
                    .exact(key.clientId()));
        }
        all("UPDATE not_on_app_list SET account_id = ? WHERE account_id = ?");
    }

    private record ClientAppRowKey(String provider, String clientId) {}

    /** What is left of the account goes with its row: sessions, grants that waited, links to chats. */
    void end(Instant now) throws SQLException {
        for (AccountId account : List.of(merge.kept(), merge.ended())) {
            Statements.update(
                    connection, "DELETE FROM attempt WHERE account_id = ?", values -> values.text(account.value()));
        }
        Statements.update(connection, END_SESSIONS, values -> values.time(now)
                .text(kept)
                .id(merge.proof().session().value()));
        Statements.update(
                connection,
                "DELETE FROM data_key WHERE owner = ?",
                values -> values.text(KeyOwner.of(merge.ended()).name()));
        Statements.update(
                connection, END_TRAIL, values -> values.text(kept).time(now).text(ended));
        all(END_TRAILS_BEFORE);
        Statements.update(connection, "DELETE FROM account WHERE id = ?", values -> values.text(ended));
    }

    /** A statement with the account that is kept first and the one that ends second. */
    private void all(String sql) throws SQLException {
        Statements.update(connection, sql, values -> values.text(kept).text(ended));
    }
}
