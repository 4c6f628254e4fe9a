package dev.patchbay.adapter.persistence;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.vault.SealedSecret;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One row of a result, read column by column in the order of the select list. A missing value is a defect unless asked for. */
final class Row {

    private final ResultSet set;
    private int column;

    Row(ResultSet set) {
        this.set = set;
    }

    /** In the order of {@link ConnectionRow#COLUMNS}. */
    ConnectionRow connection() throws SQLException {
        return new ConnectionRow(
                Columns.uuid(required(set.getBytes(++column))),
                new AccountId(text()),
                new ProviderId(text()),
                new ProviderId(text()),
                Columns.text(required(set.getBytes(++column))),
                text(),
                maybeText().orElse(null),
                maybeText().orElse(null),
                text(),
                StandingStatus.valueOf(text()),
                maybeText().map(Cause::valueOf).orElse(null),
                maybeInstant(),
                maybeInstant(),
                set.getInt(++column),
                text(),
                new SealedSecret(required(set.getBytes(++column))),
                maybeSealed(),
                set.getLong(++column),
                instant(),
                instant(),
                instant(),
                maybeInstant(),
                instant(),
                maybeInstant(),
                null);
    }

    private Optional<String> maybeText() throws SQLException {
        return Optional.ofNullable(set.getString(++column));
    }

    private Instant instant() throws SQLException {
        return required(maybeInstant());
    }

    private @Nullable Instant maybeInstant() throws SQLException {
        LocalDateTime time = set.getObject(++column, LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }

    private @Nullable SealedSecret maybeSealed() throws SQLException {
        byte[] envelope = set.getBytes(++column);
        return envelope == null ? null : new SealedSecret(envelope);
    }

    private String text() throws SQLException {
        return required(set.getString(++column));
    }

    private <T> T required(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("column " + column + " of the result is empty");
        }
        return value;
    }
}
