package dev.patchbay.adapter.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Statements run by hand: those that a hand-out or the sweep waits for, because a row mapper takes longer than the database
 * does, and those with rows of a shape of their own.
 */
final class Statements {

    /** Sets the parameters. */
    @FunctionalInterface
    interface Binding {
        void on(Parameters parameters) throws SQLException;
    }

    /** Makes something of the row that the result stands at. */
    @FunctionalInterface
    interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private Statements() {}

    static boolean isH2(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("H2");
    }

    /** How many rows were found. */
    static int update(Connection connection, String sql, Binding binding) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.on(new Parameters(statement));
            return statement.executeUpdate();
        }
    }

    static <T> List<T> all(Connection connection, String sql, Binding binding, Reading<T> reading) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.on(new Parameters(statement));
            try (ResultSet rows = statement.executeQuery()) {
                List<T> all = new ArrayList<>();
                while (rows.next()) {
                    all.add(reading.of(rows));
                }
                return all;
            }
        }
    }

    /** The only row, if there is one. */
    static <T> Optional<T> one(Connection connection, String sql, Binding binding, Reading<T> reading)
            throws SQLException {
        return all(connection, sql, binding, reading).stream().findFirst();
    }
}
