package dev.patchbay.adapter.persistence;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.vault.KeyOwner;
import dev.patchbay.domain.vault.SealedSecret;
import dev.patchbay.port.vault.DataKey;
import dev.patchbay.port.vault.SealedRow;
import dev.patchbay.port.vault.SealedRows;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

@Singleton
final class JdbcSealedRows implements SealedRows {

    private static final String KEYS =
            "SELECT " + DataKeyQueries.COLUMNS + " FROM data_key WHERE owner > ? ORDER BY owner, number LIMIT ?";

    private static final String KEYS_OF =
            "SELECT " + DataKeyQueries.COLUMNS + " FROM data_key WHERE owner = ? ORDER BY number";

    private static final String LOCK = "SELECT number FROM data_key WHERE owner = ? AND number = ? FOR UPDATE";

    private static final String REMOVE = "DELETE FROM data_key WHERE owner = ? AND number = ?";

    private final Database database;

    JdbcSealedRows(Database database) {
        this.database = database;
    }

    @Override
    public List<DataKey> keysAfter(Optional<KeyOwner> after, int limit) {
        String owner = after.map(KeyOwner::name).orElse("");
        List<DataKey> keys = new ArrayList<>(database.byHand(connection ->
                Statements.all(connection, KEYS, values -> values.text(owner).number(limit), DataKeyQueries::read)));
        if (keys.size() == limit) {
            // The last owner may have more than fitted.
            KeyOwner last = keys.getLast().owner();
            keys.removeIf(key -> key.owner().equals(last));
            keys.addAll(database.byHand(connection ->
                    Statements.all(connection, KEYS_OF, values -> values.text(last.name()), DataKeyQueries::read)));
        }
        return keys;
    }

    @Override
    public List<SealedRow> of(KeyOwner owner) {
        return switch (owner) {
            case KeyOwner.OfAccount(AccountId account) -> database.byHand(connection -> all(connection, account));
            case KeyOwner.OfService() -> database.byHand(JdbcSealedRows::services);
        };
    }

    private static List<SealedRow> all(Connection connection, AccountId account) throws SQLException {
        List<SealedRow> rows = new ArrayList<>();
        for (SealedColumn column : SealedColumn.ALL) {
            rows.addAll(column.of(connection, account));
        }
        return rows;
    }

    private static List<SealedRow> services(Connection connection) throws SQLException {
        List<SealedRow> rows = new ArrayList<>();
        for (ServicesColumn column : ServicesColumn.ALL) {
            rows.addAll(column.all(connection));
        }
        return rows;
    }

    @Override
    public boolean reseal(SealedRow read, SealedSecret fresh) {
        return switch (read.owner()) {
            case KeyOwner.OfAccount(AccountId account) -> {
                SealedColumn column = named(SealedColumn.ALL, SealedColumn::field, read);
                yield database.letsByHand(connection -> column.reseal(connection, account, read, fresh));
            }
            case KeyOwner.OfService() -> {
                ServicesColumn column = named(ServicesColumn.ALL, ServicesColumn::field, read);
                yield database.letsByHand(connection -> column.reseal(connection, read, fresh));
            }
        };
    }

    private static <C> C named(List<C> columns, Function<C, String> field, SealedRow read) {
        return columns.stream()
                .filter(one -> field.apply(one).equals(read.place().field()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "nothing is kept in " + read.place().field()));
    }

    /** The number before is locked: it is there until the next one is, or that does not come. */
    @Override
    public boolean renew(DataKey next) {
        return database.letsTogetherByHand(connection ->
                isLocked(connection, next.owner(), next.number() - 1) ? DataKeyQueries.insert(connection, next) : 0);
    }

    @Override
    public boolean remove(KeyOwner owner, int number) {
        return database.letsTogetherByHand(connection -> {
            List<DataKey> keys =
                    Statements.all(connection, KEYS_OF, values -> values.text(owner.name()), DataKeyQueries::read);
            return !keys.isEmpty() && keys.getLast().number() > number
                    ? Statements.update(connection, REMOVE, values -> values.text(owner.name())
                            .number(number))
                    : 0;
        });
    }

    private static boolean isLocked(Connection connection, KeyOwner owner, int number) throws SQLException {
        return Statements.one(
                        connection, LOCK, values -> values.text(owner.name()).number(number), row -> row.getInt(1))
                .isPresent();
    }
}
