package dev.patchbay.adapter.persistence;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A backup's bytes: a line that says what it is, then compressed: header, tables one after the other, and a SHA-256 of all that was
 * before it. Written and read in one go, a row at a time.
 */
final class BackupStream {

    static final byte[] BEGIN = "PATCHBAY BACKUP 1\n".getBytes(StandardCharsets.UTF_8);

    private static final int BUFFER = 1 << 16;
    private static final int ROW = 1;
    private static final int END = 0;

    private BackupStream() {}

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Writes one; the stream below stays open. */
    static final class Writer {
        private final DigestOutputStream digesting;
        private final DataOutputStream out;
        private final GZIPOutputStream zip;
        private final OutputStream below;

        Writer(OutputStream below, BackupHeader header) throws IOException {
            this.below = below;
            below.write(BEGIN);
            zip = new GZIPOutputStream(below, BUFFER);
            digesting = new DigestOutputStream(zip, sha256());
            out = new DataOutputStream(new BufferedOutputStream(digesting, BUFFER));
            out.writeUTF(header.schema());
            out.writeUTF(header.madeAt().toString());
            out.writeUTF(header.engine());
            out.writeUTF(header.masterKeyId());
            out.writeInt(header.rows().size());
            for (Map.Entry<String, Long> table : header.rows().entrySet()) {
                out.writeUTF(table.getKey());
                out.writeLong(table.getValue());
            }
        }

        void table(List<String> columns, List<BackupCell> cells) throws IOException {
            out.writeInt(columns.size());
            for (int i = 0; i < columns.size(); i++) {
                out.writeUTF(columns.get(i));
                out.writeUTF(cells.get(i).name());
            }
        }

        void row() throws IOException {
            out.writeByte(ROW);
        }

        void cell(BackupCell cell, @Nullable Object value) throws IOException {
            out.writeBoolean(value != null);
            if (value != null) {
                cell.write(value, out);
            }
        }

        void endOfTable() throws IOException {
            out.writeByte(END);
        }

        void finish() throws IOException {
            out.flush();
            digesting.on(false);
            digesting.write(digesting.getMessageDigest().digest());
            zip.finish();
            below.flush();
        }
    }

    /** Hears what is in a backup. */
    interface Listener {
        void table(String name, List<String> columns) throws IOException;

        void row(@Nullable Object[] values) throws IOException;

        void endOfTable() throws IOException;
    }

    /** Hears nothing. */
    static final Listener NOBODY = new Listener() {
        @Override
        public void table(String name, List<String> columns) {}

        @Override
        public void row(@Nullable Object[] values) {}

        @Override
        public void endOfTable() {}
    };

    /**
     * Reads all of one.
     *
     * @throws IOException when it is no backup or not whole; the message says why
     */
    static BackupHeader read(InputStream file, Listener listener) throws IOException {
        if (!Arrays.equals(file.readNBytes(BEGIN.length), BEGIN)) {
            throw new IOException("is no backup of ours");
        }
        var digesting =
                new DigestInputStream(new GZIPInputStream(new BufferedInputStream(file, BUFFER), BUFFER), sha256());
        // Nothing is read ahead above the digest, or it would cover itself.
        DataInputStream in = new DataInputStream(digesting);
        BackupHeader header = header(in);
        for (Map.Entry<String, Long> table : header.rows().entrySet()) {
            long rows = table(in, table.getKey(), listener);
            if (rows != table.getValue()) {
                throw new IOException(
                        "has " + rows + " rows of " + table.getKey() + " where its header says " + table.getValue());
            }
        }
        byte[] digest = digesting.getMessageDigest().digest();
        digesting.on(false);
        if (!MessageDigest.isEqual(digest, digesting.readNBytes(digest.length)) || digesting.read() >= 0) {
            throw new IOException("was changed or is not whole: its digest does not fit");
        }
        return header;
    }

    static BackupHeader header(DataInputStream in) throws IOException {
        String schema = in.readUTF();
        Instant madeAt = instant(in.readUTF());
        String engine = in.readUTF();
        String masterKeyId = in.readUTF();
        int tables = in.readInt();
        if (tables < 0 || tables > 1000) {
            throw new IOException("has a number of tables that cannot be");
        }
        Map<String, Long> rows = new LinkedHashMap<>();
        for (int i = 0; i < tables; i++) {
            rows.put(in.readUTF(), in.readLong());
        }
        return new BackupHeader(schema, madeAt, engine, masterKeyId, rows);
    }

    private static Instant instant(String text) throws IOException {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IOException("has a time that is none", e);
        }
    }

    private static long table(DataInputStream in, String name, Listener listener) throws IOException {
        int count = in.readInt();
        if (count < 1 || count > 1000) {
            throw new IOException("has a number of columns that cannot be");
        }
        String[] columns = new String[count];
        BackupCell[] cells = new BackupCell[count];
        for (int i = 0; i < count; i++) {
            columns[i] = in.readUTF();
            cells[i] = cell(in.readUTF());
        }
        listener.table(name, List.of(columns));
        long rows = 0;
        for (int next = in.readByte(); next == ROW; next = in.readByte()) {
            @Nullable Object[] values = new Object[count];
            for (int i = 0; i < count; i++) {
                values[i] = in.readBoolean() ? cells[i].read(in) : null;
            }
            listener.row(values);
            rows++;
        }
        listener.endOfTable();
        return rows;
    }

    private static BackupCell cell(String name) throws IOException {
        for (BackupCell cell : BackupCell.values()) {
            if (cell.name().equals(name)) {
                return cell;
            }
        }
        throw new IOException("has a kind of value that this version does not know");
    }
}
