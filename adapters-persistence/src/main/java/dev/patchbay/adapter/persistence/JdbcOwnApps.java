package dev.patchbay.adapter.persistence;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.clientapp.OwnApp;
import dev.patchbay.domain.clientapp.OwnApp.Previous;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.vault.SealedSecret;
import dev.patchbay.port.clientapp.OwnApps;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** By hand, as renewals with such an app wait for it. */
@Singleton
final class JdbcOwnApps implements OwnApps {

    private static final String ANY = """
        SELECT account_id, platform, client_id, secret, secret_since, previous_secret, previous_until, previous_works,
               version, since
        FROM own_app WHERE account_id = ?
        """;

    private static final String INSERT = """
        INSERT INTO own_app (client_id, secret, secret_since, previous_secret, previous_until, previous_works, version,
                             since, account_id, platform)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;

    private static final String REPLACE = """
        UPDATE own_app
        SET client_id = ?, secret = ?, secret_since = ?, previous_secret = ?, previous_until = ?, previous_works = ?,
            version = ?, since = ?
        WHERE account_id = ? AND platform = ? AND version = ?
        """;

    private static final String END_SEATS = "DELETE FROM seat WHERE owner_id = ? AND platform = ? AND app_since <> ?";

    private static final String REMOVE = "DELETE FROM own_app WHERE account_id = ? AND platform = ? AND version = ?";

    private static final String PREFER = """
        UPDATE own_app SET previous_works = TRUE
        WHERE account_id = ? AND platform = ? AND version = ? AND previous_secret IS NOT NULL
        """;

    private static final String FORGET = """
        UPDATE own_app SET previous_secret = NULL, previous_until = NULL, previous_works = FALSE
        WHERE account_id = ? AND platform = ? AND version = ? AND previous_secret IS NOT NULL
        """;

    private static final String FORGET_OVER = """
        UPDATE own_app SET previous_secret = NULL, previous_until = NULL, previous_works = FALSE
        WHERE previous_until <= ? LIMIT 500
        """;

    private final Database database;

    JdbcOwnApps(Database database) {
        this.database = database;
    }

    @Override
    public Optional<OwnApp> of(AccountId owner, ProviderId platform) {
        return database.byHand(connection -> Statements.one(
                connection,
                ANY + " AND platform = ?",
                values -> values.text(owner.value()).text(platform.value()),
                JdbcOwnApps::read));
    }

    @Override
    public List<OwnApp> of(AccountId owner) {
        return database.byHand(connection -> Statements.all(
                connection, ANY + " ORDER BY platform", values -> values.text(owner.value()), JdbcOwnApps::read));
    }

    private static OwnApp read(ResultSet row) throws SQLException {
        Optional<SealedSecret> previous = sealed(row, "previous_secret");
        Optional<Instant> until = Columns.time(row, "previous_until");
        boolean preferred = row.getBoolean("previous_works");
        return new OwnApp(
                new AccountId(row.getString("account_id")),
                new ProviderId(row.getString("platform")),
                Columns.text(row.getBytes("client_id")),
                sealed(row, "secret"),
                Columns.time(row, "secret_since").orElseThrow(),
                previous.map(secret -> new Previous(secret, until.orElseThrow(), preferred)),
                row.getLong("version"),
                Columns.time(row, "since").orElseThrow());
    }

    private static Optional<SealedSecret> sealed(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getBytes(column)).map(SealedSecret::new);
    }

    @Override
    public boolean put(OwnApp next) {
        if (next.version() == 1) {
            return database.addsByHand(
                    connection -> Statements.update(connection, INSERT, values -> bind(values, next)));
        }
        return database.togetherByHand(connection -> {
            int replaced = Statements.update(
                    connection, REPLACE, values -> bind(values, next).number(next.version() - 1));
            if (replaced > 0) {
                // Its row is locked by now, as it is by whoever offers a seat.
                Statements.update(connection, END_SEATS, values -> values.text(
                                next.owner().value())
                        .text(next.platform().value())
                        .time(next.since()));
            }
            return replaced > 0;
        });
    }

    private static Parameters bind(Parameters values, OwnApp app) throws SQLException {
        Optional<Previous> previous = app.previous();
        return values.exact(app.clientId())
                .sealed(app.secret().orElse(null))
                .time(app.secretSince())
                .sealed(previous.map(Previous::secret).orElse(null))
                .time(previous.map(Previous::until).orElse(null))
                .number(previous.filter(Previous::preferred).isPresent() ? 1 : 0)
                .number(app.version())
                .time(app.since())
                .text(app.owner().value())
                .text(app.platform().value());
    }

    @Override
    public boolean remove(AccountId owner, ProviderId platform, long version) {
        return at(REMOVE, owner, platform, version);
    }

    @Override
    public boolean preferPrevious(AccountId owner, ProviderId platform, long version) {
        return at(PREFER, owner, platform, version);
    }

    @Override
    public boolean forgetPrevious(AccountId owner, ProviderId platform, long version) {
        return at(FORGET, owner, platform, version);
    }

    private boolean at(String sql, AccountId owner, ProviderId platform, long version) {
        return database.byHand(connection -> Statements.update(connection, sql, values -> values.text(owner.value())
                        .text(platform.value())
                        .number(version)))
                > 0;
    }

    @Override
    public int forgetPreviousSecrets(Instant now) {
        return database.byHand(connection -> Statements.update(connection, FORGET_OVER, values -> values.time(now)));
    }
}
