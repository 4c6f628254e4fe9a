package dev.patchbay.adapter.persistence;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.port.clientapp.AppLists;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

@Singleton
final class JdbcAppLists implements AppLists {

    private static final String NOTE =
            "INSERT INTO not_on_app_list (account_id, provider, client_id, since) VALUES (?, ?, ?, ?)";

    private static final String FORGET_ONE =
            "DELETE FROM not_on_app_list WHERE account_id = ? AND provider = ? AND client_id = ?";

    private static final String OF_APP = """
        SELECT account_id, since FROM not_on_app_list WHERE client_id = ? AND provider = ? ORDER BY since LIMIT 1000
        """;

    private static final String FORGET = "DELETE FROM not_on_app_list WHERE client_id = ? AND provider = ?";

    private final Database database;

    JdbcAppLists(Database database) {
        this.database = database;
    }

    @Override
    public void missing(ClientAppId app, AccountId account, Instant now) {
        boolean _ = database.addsByHand(
                connection -> Statements.update(connection, NOTE, values -> values.text(account.value())
                        .text(app.provider().value())
                        .exact(app.name())
                        .time(now)));
    }

    @Override
    public void forget(ClientAppId app, AccountId account) {
        int _ = database.byHand(
                connection -> Statements.update(connection, FORGET_ONE, values -> values.text(account.value())
                        .text(app.provider().value())
                        .exact(app.name())));
    }

    @Override
    public List<Missing> missingFrom(ClientAppId app) {
        return database.byHand(connection -> Statements.all(
                connection,
                OF_APP,
                values -> values.exact(app.name()).text(app.provider().value()),
                row -> new Missing(
                        new AccountId(row.getString(1)), Columns.time(row, 2).orElseThrow())));
    }

    @Override
    public void forgetAll(ClientAppId app) {
        int _ = database.byHand(connection -> Statements.update(connection, FORGET, values -> values.exact(app.name())
                .text(app.provider().value())));
    }
}
