package dev.patchbay.adapter.persistence;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.provider.Scopes;
import dev.patchbay.domain.vault.Fingerprint;
import dev.patchbay.domain.vault.SealedSecret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of a result, read column by column in the order of the select list. A missing value is a defect unless asked for. */
final class Row {

    /** Makes something of one row. */
    @FunctionalInterface
    interface Reader<T> {
        T read(Row row) throws SQLException;
    }

    private final ResultSet set;
    private int column;

    Row(ResultSet set) {
        this.set = set;
    }

    String text() throws SQLException {
        return required(set.getString(++column));
    }

    Optional<String> maybeText() throws SQLException {
        return Optional.ofNullable(set.getString(++column));
    }

    /** Text that is stored as its UTF-8 bytes. */
    String exactText() throws SQLException {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    byte[] bytes() throws SQLException {
        return required(set.getBytes(++column));
    }

    Optional<byte[]> maybeBytes() throws SQLException {
        return Optional.ofNullable(set.getBytes(++column));
    }

    int count() throws SQLException {
        return set.getInt(++column);
    }

    long number() throws SQLException {
        return set.getLong(++column);
    }

    Instant instant() throws SQLException {
        return required(set.getObject(++column, LocalDateTime.class)).toInstant(ZoneOffset.UTC);
    }

    Optional<Instant> maybeInstant() throws SQLException {
        return Optional.ofNullable(set.getObject(++column, LocalDateTime.class))
                .map(time -> time.toInstant(ZoneOffset.UTC));
    }

    UUID uuid() throws SQLException {
        return uuidOf(bytes());
    }

    Optional<UUID> maybeUuid() throws SQLException {
        return maybeBytes().map(Row::uuidOf);
    }

    AccountId account() throws SQLException {
        return new AccountId(text());
    }

    ProviderId provider() throws SQLException {
        return new ProviderId(text());
    }

    /** Two columns: provider and client id. */
    ClientAppId app() throws SQLException {
        return new ClientAppId(provider(), exactText());
    }

    Cause cause() throws SQLException {
        return Cause.valueOf(text());
    }

    Scopes scopes() throws SQLException {
        return Scopes.parse(text());
    }

    Fingerprint fingerprint() throws SQLException {
        return Fingerprint.stored(bytes());
    }

    SealedSecret sealed() throws SQLException {
        return new SealedSecret(bytes());
    }

    /** Leaves columns unread. */
    void skip(int columns) {
        column += columns;
    }

    private static UUID uuidOf(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    private <T> T required(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("column " + column + " of the result is empty");
        }
        return value;
    }
}
