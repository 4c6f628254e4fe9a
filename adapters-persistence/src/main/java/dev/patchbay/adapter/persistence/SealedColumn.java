package dev.patchbay.adapter.persistence;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.vault.KeyOwner;
import dev.patchbay.domain.vault.Place;
import dev.patchbay.domain.vault.SealedSecret;
import dev.patchbay.port.vault.SealedRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * A column with secrets of accounts, in a table with {@code account_id} and a provider. Every column that outlives
 * a day is listed in {@link #ALL}: what is not is lost when its data key is renewed.
 *
 * @param field its name in {@link Place}
 * @param row the column with the row's id: {@code id} of 16 bytes, or {@code account_id} where that is all there is
 * @param provider the column with the provider's id
 * @param version the column with the row's version, or a number where rows have none
 */
record SealedColumn(String field, String table, String column, String row, String provider, String version) {

    static final List<SealedColumn> ALL = List.of(
            new SealedColumn(
                    "connection.access_token", "connection", "access_token", "id", "platform", "token_version"),
            new SealedColumn(
                    "connection.refresh_token", "connection", "refresh_token", "id", "platform", "token_version"),
            new SealedColumn("parked_grant.access_token", "parked_grant", "access_token", "id", "platform", "1"),
            new SealedColumn("parked_grant.refresh_token", "parked_grant", "refresh_token", "id", "platform", "1"),
            new SealedColumn("own_app.secret", "own_app", "secret", "account_id", "platform", "version"),
            new SealedColumn(
                    "own_app.previous_secret", "own_app", "previous_secret", "account_id", "platform", "version"));

    List<SealedRow> of(Connection connection, AccountId account) throws SQLException {
        String sql = """
            SELECT %s, %s, %s, %s FROM %s WHERE account_id = ? AND %s IS NOT NULL
            """.formatted(row, provider, version, column, table, column);
        return Statements.all(
                connection,
                sql,
                values -> values.text(account.value()),
                found -> new SealedRow(
                        KeyOwner.of(account),
                        new Place(
                                field,
                                isById() ? Columns.uuid(found.getBytes(1)).toString() : account.value(),
                                found.getString(2),
                                found.getLong(3)),
                        new SealedSecret(found.getBytes(4))));
    }

    int reseal(Connection connection, AccountId account, SealedRow read, SealedSecret fresh) throws SQLException {
        String sql = """
            UPDATE %s SET %s = ? WHERE account_id = ? AND %s = ? AND %s = ? AND %s = ? AND %s = ?
            """.formatted(table, column, provider, version, column, row);
        Place place = read.place();
        return Statements.update(connection, sql, values -> {
            values.sealed(fresh)
                    .text(account.value())
                    .text(place.provider())
                    .number(place.version())
                    .sealed(read.sealed());
            Object _ = isById() ? values.id(UUID.fromString(place.row())) : values.text(place.row());
        });
    }

    private boolean isById() {
        return row.equals("id");
    }
}
