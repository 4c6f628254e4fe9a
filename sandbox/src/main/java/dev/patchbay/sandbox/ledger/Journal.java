package dev.patchbay.sandbox.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patchbay.sandbox.web.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An append-only file of JSON lines, each about one topic, that lets a sandbox go on where a killed one stopped. It
 * holds tokens and keys in the clear, so only its owner may read it (mode 0600). A line is handed to the operating
 * system before {@link #append} returns: it outlives the process, though not a power cut. Safe for many threads.
 */
public final class Journal implements AutoCloseable {
    private static final String TOPIC = "about";

    private final @Nullable FileChannel file;
    private final Map<String, List<Map<String, Object>>> earlier = new LinkedHashMap<>();

    private Journal(@Nullable FileChannel file) {
        this.file = file;
    }

    /** A journal that remembers nothing. */
    public static Journal none() {
        return new Journal(null);
    }

    /**
     * Opens or creates the file and reads what is there. A torn last line is cut off.
     *
     * @throws IllegalStateException if another sandbox has the file, or a line within it is damaged
     */
    public static Journal open(Path path) {
        try {
            FileChannel file = openPrivately(path.toAbsolutePath());
            if (!lock(file)) {
                file.close();
                throw new IllegalStateException("the journal is in use by another sandbox: " + path);
            }
            Journal journal = new Journal(file);
            try {
                journal.read(file);
            } catch (RuntimeException e) {
                file.close();
                throw e;
            }
            return journal;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open the journal " + path, e);
        }
    }

    private static boolean lock(FileChannel file) throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // held by another sandbox in this process
        }
    }

    private static FileChannel openPrivately(Path path) throws IOException {
        Path folder = path.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        boolean posix = Files.getFileStore(Optional.ofNullable(folder).orElse(path))
                .supportsFileAttributeView(PosixFileAttributeView.class);
        if (posix && Files.notExists(path)) {
            Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else if (posix) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
        }
        return FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private void read(FileChannel file) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(file.size()));
        while (bytes.hasRemaining() && file.read(bytes) >= 0) {
            // until all is read
        }
        String text = new String(bytes.array(), 0, bytes.position(), UTF_8);
        String whole = text.substring(0, text.lastIndexOf('\n') + 1);
        int number = 0;
        for (String line : whole.lines().toList()) {
            number++;
            keep(line, number);
        }
        long end = whole.getBytes(UTF_8).length;
        file.truncate(end);
        file.position(end);
    }

    private void keep(String line, int number) {
        try {
            Map<String, Object> fact = Json.read(line);
            earlier.computeIfAbsent(String.valueOf(fact.get(TOPIC)), t -> new ArrayList<>())
                    .add(fact);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("line " + number + " of the journal is damaged", e);
        }
    }

    /** Whether it remembers anything, so that facts are worth putting into words. */
    boolean isKept() {
        return file != null;
    }

    /** Writes one fact about a topic; its name is stored beside the fact's own members. */
    public synchronized void append(String topic, Map<String, ? extends @Nullable Object> fact) {
        if (file == null) {
            return;
        }
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put(TOPIC, topic);
        line.putAll(fact);
        ByteBuffer bytes = ByteBuffer.wrap((Json.write(line) + "\n").getBytes(UTF_8));
        try {
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the journal", e);
        }
    }

    /** The facts about a topic that an earlier sandbox wrote, oldest first. They are handed out once. */
    public synchronized List<Map<String, Object>> takeEarlier(String topic) {
        return Optional.ofNullable(earlier.remove(topic)).orElse(List.of());
    }

    @Override
    public synchronized void close() {
        if (file == null) {
            return;
        }
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the journal", e);
        }
    }
}
