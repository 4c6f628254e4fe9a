package dev.patchbay.adapter.persistence;

import static dev.patchbay.port.Fixtures.aConnection;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.connection.Connection;
import dev.patchbay.port.connection.Spool;
import dev.patchbay.port.connection.SpoolContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The spool on disk. */
class FileSpoolTest extends SpoolContract {
    @TempDir
    Path temp;

    private Path folder;
    private FileSpool spool;

    @BeforeEach
    void open() {
        folder = temp.resolve("data").resolve("spool");
        spool = new FileSpool(folder);
    }

    @Override
    protected Spool spool() {
        return spool;
    }

    @Override
    protected Spool afterRestart() {
        return new FileSpool(folder);
    }

    @Test
    void folder_and_files_are_for_this_user_only() throws IOException {
        assertThat(spool.keep(entry())).isTrue();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(onlyFile())))
                .isEqualTo("rw-------");
    }

    @Test
    void half_a_file_a_changed_one_and_somebody_elses_never_count_and_are_set_aside() throws IOException {
        assertThat(spool.keep(entry())).isTrue();
        String whole = Files.readString(onlyFile());
        List<String> damaged = List.of(
                whole.substring(0, whole.length() / 2),
                whole.substring(0, whole.length() - 1),
                whole.replaceFirst("version \\w", "version x"),
                "",
                "hello");
        for (int i = 0; i < damaged.size(); i++) {
            Files.writeString(folder.resolve("%019d-x.grant".formatted(100 + i)), damaged.get(i));
        }

        assertThat(spool.entries()).hasSize(1);
        assertThat(spool.entries()).hasSize(1);

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.filter(file -> file.toString().endsWith(".unreadable")))
                    .hasSize(damaged.size());
        }
    }

    @Test
    void a_file_that_a_killed_process_did_not_finish_is_no_entry() throws IOException {
        assertThat(spool.keep(entry())).isTrue();
        Files.copy(onlyFile(), folder.resolve("grant123.tmp"));

        assertThat(spool.entries()).hasSize(1);
    }

    @Test
    void an_interrupted_thread_keeps_its_grant_and_stays_interrupted() {
        Thread.currentThread().interrupt();

        assertThat(spool.keep(entry())).isTrue();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(spool.entries()).hasSize(1);
    }

    @Test
    void a_folder_that_cannot_be_made_is_told_before_and_refuses_afterwards() throws IOException {
        Path file = Files.createFile(temp.resolve("file"));
        FileSpool impossible = new FileSpool(file.resolve("spool"));

        assertThat(impossible.check()).isPresent();
        assertThat(impossible.keep(entry())).isFalse();
        assertThat(impossible.entries()).isEmpty();
        assertThat(spool.check()).isEmpty();
    }

    private Path onlyFile() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".grant"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Spool.Entry entry() {
        Connection connection = aConnection().build();
        return new Spool.Entry(
                connection.id(),
                connection.account(),
                connection.platform(),
                connection.app(),
                connection.version(),
                connection.tokens(),
                connection.scopes(),
                connection.clocks());
    }
}
