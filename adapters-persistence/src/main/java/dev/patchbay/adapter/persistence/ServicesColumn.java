package dev.patchbay.adapter.persistence;

import dev.patchbay.domain.vault.KeyOwner;
import dev.patchbay.domain.vault.Place;
import dev.patchbay.domain.vault.SealedSecret;
import dev.patchbay.port.vault.SealedRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * A column with secrets of the service itself. As {@link SealedColumn}: what is not in {@link #ALL} is lost when the service's data key is
 * renewed.
 *
 * @param field its name in {@link Place}
 * @param row the column with the row's id, text that is compared as its bytes
 * @param version the column with the row's version, or a number where rows have none
 */
record ServicesColumn(String field, String table, String column, String row, String version) {

    static final List<ServicesColumn> ALL = List.of(
            new ServicesColumn("sealed_secret.value", "sealed_secret", "sealed", "name", "0"),
            new ServicesColumn("certificate.private_key", "certificate", "private_key", "id", "version"));

    List<SealedRow> all(Connection connection) throws SQLException {
        String sql = "SELECT %s, %s, %s FROM %s".formatted(row, version, column, table);
        return Statements.all(
                connection,
                sql,
                values -> {},
                found -> new SealedRow(
                        KeyOwner.service(),
                        new Place(field, Columns.text(found.getBytes(1)), "", found.getLong(2)),
                        new SealedSecret(found.getBytes(3))));
    }

    int reseal(Connection connection, SealedRow read, SealedSecret fresh) throws SQLException {
        String sql = "UPDATE %s SET %s = ? WHERE %s = ? AND %s = ? AND %s = ?"
                .formatted(table, column, row, version, column);
        return Statements.update(connection, sql, values -> values.sealed(fresh)
                .exact(read.place().row())
                .number(read.place().version())
                .sealed(read.sealed()));
    }
}
