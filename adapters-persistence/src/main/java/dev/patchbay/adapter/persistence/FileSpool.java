package dev.patchbay.adapter.persistence;

import dev.patchbay.port.connection.Spool;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder with a file for each grant. A file is written under another name, flushed to the disk and then renamed, so that it is there
 * whole or not at all. Folder and files are for this user only. Safe for many threads, and for processes that share the folder.
 */
public final class FileSpool implements Spool {
    private static final Logger LOG = LoggerFactory.getLogger(FileSpool.class);
    private static final String ENDING = ".grant";

    private final Path folder;

    public FileSpool(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    /** What is wrong with the folder, in words that follow its setting's name; it is made when it is not there. */
    public Optional<String> check() {
        try {
            makeFolder();
            Path probe = Files.createTempFile(folder, "probe", ".tmp");
            Files.delete(probe);
            return Optional.empty();
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.of("must name a folder that this user can write; it is " + folder);
        }
    }

    @Override
    public synchronized boolean keep(Entry entry) {
        // An interrupted thread's channels close; this is the moment in which that must not happen.
        boolean interrupted = Thread.interrupted();
        try {
            makeFolder();
            String text = SpoolText.write(entry);
            if (named(text).isEmpty()) {
                write(text);
            }
            return true;
        } catch (IOException | UncheckedIOException e) {
            LOG.error("the spool does not take a grant: {}", e.getClass().getSimpleName());
            return false;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public synchronized List<Entry> entries() {
        return files().stream().flatMap(file -> read(file).stream()).toList();
    }

    @Override
    public synchronized void drop(Entry entry) {
        try {
            Optional<Path> file = named(SpoolText.write(entry));
            if (file.isPresent()) {
                Files.deleteIfExists(file.get());
            }
        } catch (IOException | UncheckedIOException e) {
            // Replayed once more, then, which does no harm.
            LOG.warn(
                    "a grant that is in the database stays in the spool: {}",
                    e.getClass().getSimpleName());
        }
    }

    /** How many grants wait in it. @throws UncheckedIOException when it cannot be read */
    public int waiting() {
        return files().size();
    }

    private void write(String text) throws IOException {
        Path unfinished = Files.createTempFile(folder, "grant", ".tmp");
        try (FileOutputStream out = new FileOutputStream(unfinished.toFile())) {
            out.write(text.getBytes(StandardCharsets.US_ASCII));
            out.getFD().sync();
        } catch (IOException e) {
            Files.deleteIfExists(unfinished);
            throw e;
        }
        String name = "%019d-%s%s".formatted(nextNumber(), SpoolText.checksum(text), ENDING);
        Files.move(unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    /** Files are numbered, so that their names are in the order in which they came. */
    private long nextNumber() {
        List<Path> files = files();
        return files.isEmpty() ? 1 : number(files.getLast()) + 1;
    }

    private static long number(Path file) {
        try {
            return Long.parseLong(file.getFileName().toString().split("-", 2)[0]);
        } catch (NumberFormatException somebodyElses) {
            return 0;
        }
    }

    private Optional<Path> named(String text) {
        String end = "-" + SpoolText.checksum(text) + ENDING;
        return files().stream()
                .filter(file -> file.getFileName().toString().endsWith(end))
                .findFirst();
    }

    /** By name. */
    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Entry> read(Path file) {
        try {
            Optional<Entry> entry = SpoolText.read(Files.readString(file, StandardCharsets.US_ASCII));
            if (entry.isEmpty()) {
                LOG.error("{} in the spool cannot be read; it is set aside as .unreadable", file.getFileName());
                Files.move(file, file.resolveSibling(file.getFileName() + ".unreadable"));
            }
            return entry;
        } catch (IOException goneMeanwhile) {
            return Optional.empty();
        }
    }

    private void makeFolder() throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(folder);
        }
    }
}
