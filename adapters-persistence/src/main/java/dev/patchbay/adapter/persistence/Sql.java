package dev.patchbay.adapter.persistence;

import dev.patchbay.domain.vault.Fingerprint;
import dev.patchbay.domain.vault.SealedSecret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements on one connection. Instants are bound as UTC wall time in whole microseconds, so that no driver's or
 * machine's time zone comes between. An {@link Optional} binds its value or NULL.
 */
final class Sql {

    private final Connection connection;

    Sql(Connection connection) {
        this.connection = connection;
    }

    /** Text to be stored, and compared, as its UTF-8 bytes. */
    static byte[] exact(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** @return how many rows the statement found */
    int update(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(sql, values)) {
            return statement.executeUpdate();
        }
    }

    /** @return false when a row with one of its unique keys is there already */
    boolean insert(String sql, @Nullable Object... values) throws SQLException {
        try {
            return update(sql, values) == 1;
        } catch (SQLException e) {
            if (SqlFailure.of(e) == SqlFailure.DUPLICATE) {
                return false;
            }
            throw e;
        }
    }

    <T> Optional<T> one(Row.Reader<T> reader, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(sql, values);
                ResultSet result = statement.executeQuery()) {
            return result.next() ? Optional.of(reader.read(new Row(result))) : Optional.empty();
        }
    }

    <T> List<T> list(Row.Reader<T> reader, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(sql, values);
                ResultSet result = statement.executeQuery()) {
            List<T> all = new ArrayList<>();
            while (result.next()) {
                all.add(reader.read(new Row(result)));
            }
            return List.copyOf(all);
        }
    }

    private PreparedStatement prepare(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < values.length; i++) {
                bind(statement, i + 1, values[i]);
            }
            return statement;
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }

    private static void bind(PreparedStatement statement, int at, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> statement.setObject(at, null);
            case Optional<?> maybe -> bind(statement, at, maybe.isPresent() ? maybe.get() : null);
            case String text -> statement.setString(at, text);
            case byte[] bytes -> statement.setBytes(at, bytes);
            case Integer count -> statement.setInt(at, count);
            case Long number -> statement.setLong(at, number);
            case Instant time -> statement.setObject(at, wallTime(time));
            case UUID id -> statement.setBytes(at, bytesOf(id));
            case Fingerprint fingerprint -> statement.setBytes(at, fingerprint.bytes());
            case SealedSecret sealed -> statement.setBytes(at, sealed.envelope());
            case Enum<?> constant -> statement.setString(at, constant.name());
            default -> throw new IllegalArgumentException("no column takes a " + value.getClass());
        }
    }

    private static LocalDateTime wallTime(Instant time) {
        return LocalDateTime.ofInstant(time.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
    }

    private static byte[] bytesOf(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
