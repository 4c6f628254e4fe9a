package dev.patchbay.adapter.vault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.port.settings.GivenSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyFileTest {
    @TempDir
    Path folder;

    @Test
    void a_new_file_holds_a_key_that_only_its_owner_reads_and_that_settings_accept() throws Exception {
        Path file = folder.resolve("data/master.key");

        assertThat(MasterKeyFile.createIfAbsent(file)).isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        GivenSettings settings = GivenSettings.strict(Map.of("MASTER_KEY_FILE", file.toString()));
        assertThat(VaultSettings.read(settings).material()).isPresent();
    }

    @Test
    void two_files_hold_different_keys() throws Exception {
        MasterKeyFile.createIfAbsent(folder.resolve("one"));
        MasterKeyFile.createIfAbsent(folder.resolve("two"));

        assertThat(Files.readString(folder.resolve("one"))).isNotEqualTo(Files.readString(folder.resolve("two")));
    }

    @Test
    void an_existing_file_is_left_as_it_is() throws Exception {
        Path file = Files.writeString(folder.resolve("master.key"), "mine");

        assertThat(MasterKeyFile.createIfAbsent(file)).isFalse();
        assertThat(file).hasContent("mine");
    }

    @Test
    void of_many_at_once_one_makes_it_and_no_draft_is_left() throws Exception {
        Path file = folder.resolve("master.key");
        List<Callable<String>> tasks = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            tasks.add(() -> MasterKeyFile.createIfAbsent(file) + " " + Files.readString(file));
        }
        List<String> seen = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(16)) {
            for (Future<String> one : threads.invokeAll(tasks)) {
                seen.add(one.get());
            }
        }
        String key = Files.readString(file);
        assertThat(seen).containsOnlyOnce("true " + key);
        assertThat(seen).containsOnly("true " + key, "false " + key);
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }
}
