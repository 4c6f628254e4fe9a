package dev.patchbay.adapter.persistence;

import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.ConnectionId;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.port.operator.Figures;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@Singleton
final class JdbcFigures implements Figures {

    private static final int MOST = 500;

    private static final String DUE = "SELECT COUNT(*) FROM connection WHERE platform = ? AND refresh_after <= ?";

    private static final String CONSENTS = """
        SELECT COUNT(*) FROM connection
        WHERE reauthorize_by >= ? AND reauthorize_by < ? AND status IN ('ACTIVE', 'WAITING', 'RESTORED')
        """;

    private static final String COUNT_ASIDE = "SELECT COUNT(*) FROM connection WHERE status = 'QUARANTINED'";

    private static final String ASIDE = """
        SELECT id, platform, cause, since FROM connection
        WHERE status = 'QUARANTINED' ORDER BY since DESC, id DESC LIMIT ?
        """;

    private static final String TROUBLED = """
        SELECT provider, client_id, state, cause, since, retry_at FROM client_app ORDER BY since DESC LIMIT ?
        """;

    private static final String WHOLE_AT = "SELECT next_free FROM app_allowance WHERE provider = ? AND client_id = ?";

    private static final String OWNERS = """
        SELECT COUNT(*) FROM data_key k
        WHERE k.created_at < ?
          AND NOT EXISTS (SELECT 1 FROM data_key n WHERE n.owner = k.owner AND n.number > k.number)
        """;

    private final Database database;

    JdbcFigures(Database database) {
        this.database = database;
    }

    @Override
    public long due(ProviderId platform, Instant now) {
        return count(DUE, values -> values.text(platform.value()).time(now));
    }

    @Override
    public long consentsEnding(Instant from, Instant until) {
        return count(CONSENTS, values -> values.time(from).time(until));
    }

    @Override
    public long quarantined() {
        return count(COUNT_ASIDE, values -> {});
    }

    private long count(String sql, Statements.Binding binding) {
        return database.byHand(connection -> Statements.one(connection, sql, binding, row -> row.getLong(1)))
                .orElse(0L);
    }

    @Override
    public List<Aside> quarantined(int limit) {
        requireSome(limit);
        return database.byHand(
                connection -> Statements.all(connection, ASIDE, values -> values.number(limit), JdbcFigures::aside));
    }

    private static Aside aside(ResultSet row) throws SQLException {
        return new Aside(
                new ConnectionId(Columns.uuid(row.getBytes(1))),
                new ProviderId(row.getString(2)),
                Cause.valueOf(row.getString(3)),
                Columns.time(row, 4).orElseThrow());
    }

    @Override
    public List<Troubled> troubledApps(int limit) {
        requireSome(limit);
        return database.byHand(connection ->
                Statements.all(connection, TROUBLED, values -> values.number(limit), JdbcFigures::troubled));
    }

    private static Troubled troubled(ResultSet row) throws SQLException {
        return new Troubled(
                ClientAppId.named(new ProviderId(row.getString(1)), Columns.text(row.getBytes(2))),
                AppConditionRow.State.valueOf(row.getString(3))
                        .condition(
                                Cause.valueOf(row.getString(4)),
                                Columns.time(row, 5).orElseThrow(),
                                Columns.time(row, 6).orElseThrow()));
    }

    @Override
    public Optional<Instant> allowanceWholeAt(ClientAppId app) {
        return database.byHand(connection -> Statements.one(
                connection,
                WHOLE_AT,
                values -> values.text(app.provider().value()).exact(app.name()),
                row -> Columns.time(row, 1).orElseThrow()));
    }

    @Override
    public long ownersWithKeysFrom(Instant before) {
        return count(OWNERS, values -> values.time(before));
    }

    private static void requireSome(int limit) {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("the limit is 1 to " + MOST);
        }
    }
}
