package dev.patchbay.adapter.persistence;

import dev.patchbay.domain.vault.Fingerprint;
import dev.patchbay.domain.vault.SealedSecret;
import dev.patchbay.port.vault.WrappedKey;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A statement's parameters, set one after the other as our columns keep such values. */
final class Parameters {

    private final PreparedStatement statement;
    private int last;

    Parameters(PreparedStatement statement) {
        this.statement = statement;
    }

    Parameters text(@Nullable String value) throws SQLException {
        statement.setString(++last, value);
        return this;
    }

    /** Text that is compared as its UTF-8 bytes. */
    Parameters exact(String value) throws SQLException {
        statement.setBytes(++last, Columns.exact(value));
        return this;
    }

    Parameters maybeExact(@Nullable String value) throws SQLException {
        statement.setBytes(++last, value == null ? null : Columns.exact(value));
        return this;
    }

    Parameters id(UUID value) throws SQLException {
        statement.setBytes(++last, Columns.bytes(value));
        return this;
    }

    Parameters hash(Fingerprint value) throws SQLException {
        statement.setBytes(++last, value.bytes());
        return this;
    }

    Parameters maybeHash(@Nullable Fingerprint value) throws SQLException {
        statement.setBytes(++last, value == null ? null : value.bytes());
        return this;
    }

    Parameters sealed(@Nullable SealedSecret value) throws SQLException {
        statement.setBytes(++last, value == null ? null : value.envelope());
        return this;
    }

    Parameters wrapped(WrappedKey value) throws SQLException {
        statement.setBytes(++last, value.bytes());
        return this;
    }

    Parameters time(@Nullable Instant value) throws SQLException {
        statement.setObject(++last, value == null ? null : Columns.wallTime(value));
        return this;
    }

    Parameters number(long value) throws SQLException {
        statement.setLong(++last, value);
        return this;
    }

    Parameters maybeNumber(@Nullable Integer value) throws SQLException {
        statement.setObject(++last, value, Types.INTEGER);
        return this;
    }
}
