package dev.patchbay.adapter.persistence;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** What a column holds, and how that is written to a backup: the same for every database, so that one restores what another gave. */
enum BackupCell {
    NUMBER {
        @Override
        @Nullable
        Object of(ResultSet row, int column) throws SQLException {
            long value = row.getLong(column);
            return row.wasNull() ? null : value;
        }

        @Override
        void write(Object value, DataOutputStream out) throws IOException {
            out.writeLong((Long) value);
        }

        @Override
        Object read(DataInputStream in) throws IOException {
            return in.readLong();
        }
    },
    TEXT {
        @Override
        @Nullable
        Object of(ResultSet row, int column) throws SQLException {
            return row.getString(column);
        }

        @Override
        void write(Object value, DataOutputStream out) throws IOException {
            writeBytes(((String) value).getBytes(StandardCharsets.UTF_8), out);
        }

        @Override
        Object read(DataInputStream in) throws IOException {
            return new String(readBytes(in), StandardCharsets.UTF_8);
        }
    },
    BYTES {
        @Override
        @Nullable
        Object of(ResultSet row, int column) throws SQLException {
            return row.getBytes(column);
        }

        @Override
        void write(Object value, DataOutputStream out) throws IOException {
            writeBytes((byte[]) value, out);
        }

        @Override
        Object read(DataInputStream in) throws IOException {
            return readBytes(in);
        }
    },
    /** UTC wall time, as it is kept. */
    TIME {
        @Override
        @Nullable
        Object of(ResultSet row, int column) throws SQLException {
            return row.getObject(column, LocalDateTime.class);
        }

        @Override
        void write(Object value, DataOutputStream out) throws IOException {
            out.writeUTF(value.toString());
        }

        @Override
        Object read(DataInputStream in) throws IOException {
            try {
                return LocalDateTime.parse(in.readUTF());
            } catch (DateTimeException e) {
                throw new IOException("a time that is none", e);
            }
        }
    };

    /** Longer than any column of ours. */
    private static final int LONGEST = 1 << 20;

    /** @return null where there is nothing */
    abstract @Nullable Object of(ResultSet row, int column) throws SQLException;

    abstract void write(Object value, DataOutputStream out) throws IOException;

    abstract Object read(DataInputStream in) throws IOException;

    static BackupCell ofType(int sqlType) {
        return switch (sqlType) {
            case Types.BIGINT, Types.INTEGER, Types.SMALLINT, Types.TINYINT, Types.BIT, Types.BOOLEAN -> NUMBER;
            case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR -> TEXT;
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY -> BYTES;
            case Types.TIMESTAMP -> TIME;
            default -> throw new IllegalStateException("a backup cannot hold columns of type " + sqlType + " yet");
        };
    }

    private static void writeBytes(byte[] bytes, DataOutputStream out) throws IOException {
        if (bytes.length > LONGEST) {
            throw new IllegalStateException("a value of " + bytes.length + " bytes does not belong to us");
        }
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] readBytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST) {
            throw new IOException("a length that cannot be");
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return bytes;
    }
}
