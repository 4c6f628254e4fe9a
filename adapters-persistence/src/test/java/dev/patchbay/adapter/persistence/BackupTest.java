package dev.patchbay.adapter.persistence;

import static dev.patchbay.port.Fixtures.NOW;
import static dev.patchbay.port.Fixtures.SPOTIFY;
import static dev.patchbay.port.Fixtures.aConnection;
import static dev.patchbay.port.Fixtures.aSessionOf;
import static dev.patchbay.port.Fixtures.anOwnAppOf;
import static dev.patchbay.port.Fixtures.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.activity.Event;
import dev.patchbay.domain.clientapp.OwnApp;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.session.Session;
import dev.patchbay.port.Fixtures;
import dev.patchbay.port.GivenAuditKey;
import dev.patchbay.port.SecretSource;
import dev.patchbay.port.connection.LendingView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BackupTest {

    private static final String KEY = "0123456789ab";

    enum Kind {
        H2,
        MARIADB;

        DatabaseSettings empty() {
            return this == H2
                    ? Schema.settings(Schema.freshH2(), "sa")
                    : Schema.settings(
                            MariaDbServer.shared().freshSchema(),
                            MariaDbServer.shared().user());
        }
    }

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"H2,H2", "H2,MARIADB", "MARIADB,H2", "MARIADB,MARIADB"})
    void what_one_database_gave_another_has_whole(Kind from, Kind to) throws Exception {
        Path file = folder.resolve("backup");
        try (HikariDataSource source = migrated(from);
                HikariDataSource target = Schema.pool(to.empty())) {
            JdbcStores before = JdbcStores.over(source);
            Account ann = open(before);
            Connection connection = aConnection().ownedBy(ann).at(SPOTIFY).build();
            before.connections().add(connection);
            OwnApp app = anOwnAppOf(open(before));
            assertThat(before.ownApps().put(app)).isTrue();
            Session session = aSessionOf(ann);
            before.sessions().start(session);
            Event event = new Event(ann.id(), Event.Kind.SIGNED_IN, Optional.empty(), "zweitens 🎧 ", NOW);
            before.activity().add(event);

            BackupHeader header = new Backup(source, new Migrations(source)).write(file, KEY, NOW);
            Restore restore = new Restore(target, new Migrations(target));
            assertThat(restore.isUnused()).isTrue();
            restore.run(file, header, NOW);

            assertThat(restore.isHalfDone()).isTrue();
            restore.finish();
            assertThat(restore.isHalfDone()).isFalse();
            assertThat(restore.isUnused()).isFalse();
            JdbcStores after = JdbcStores.over(target);
            assertThat(after.accounts().find(ann.id())).contains(ann);
            assertThat(after.connections().find(connection.id())).contains(connection);
            assertThat(after.ownApps().of(app.owner(), app.platform())).contains(app);
            assertThat(after.activity().recent(ann.id(), 10)).containsExactly(event);
            assertThat(after.auditLog().waiting(10)).isEqualTo(before.auditLog().waiting(10));
            assertThat(after.connections().lookUp(Fixtures.claimOf(session), SPOTIFY, NOW))
                    .isInstanceOf(LendingView.NoSession.class);
            // What counts rows goes on where it was.
            // The double of chance begins anew with these stores, and refs are given once.
            after.context().getBean(SecretSource.class).nextId();
            after.activity().add(event);
            assertThat(after.activity().recent(ann.id(), 10)).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void it_is_of_one_moment_however_much_is_written_meanwhile(Kind kind) throws Exception {
        try (HikariDataSource source = migrated(kind)) {
            JdbcStores stores = JdbcStores.over(source);
            Account ann = open(stores);
            AtomicBoolean done = new AtomicBoolean();
            Thread writer = Thread.ofPlatform().start(() -> {
                while (!done.get()) {
                    Account somebody = open(stores);
                    stores.activity().add(new Event(somebody.id(), Event.Kind.RENAMED, Optional.empty(), "x", NOW));
                }
            });
            try {
                for (int i = 0; i < 5; i++) {
                    Path file = folder.resolve("backup-" + i);
                    BackupHeader header = new Backup(source, new Migrations(source)).write(file, KEY, NOW);
                    // Each account was opened together with its way in.
                    assertThat(header.rows().get("account"))
                            .isEqualTo(header.rows().get("sign_in_method"));
                    assertThat(Restore.check(file)).isEqualTo(new BackupReading.Sound(header));
                }
            } finally {
                done.set(true);
                writer.join();
            }
            assertThat(stores.accounts().find(ann.id())).isPresent();
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void a_backup_takes_the_place_of_all_that_is_there(Kind kind) throws Exception {
        Path file = folder.resolve("backup");
        try (HikariDataSource pool = migrated(kind)) {
            JdbcStores stores = JdbcStores.over(pool);
            Account ann = open(stores);
            BackupHeader header = new Backup(pool, new Migrations(pool)).write(file, KEY, NOW);
            Account later = open(stores);
            stores.rotations().note(SPOTIFY, NOW);
            stores.accounts().erase(ann.id());

            Restore restore = new Restore(pool, new Migrations(pool));
            restore.run(file, header, NOW);
            restore.finish();

            assertThat(stores.accounts().find(later.id())).isEmpty();
            assertThat(stores.accounts().find(ann.id())).isPresent();
            assertThat(stores.rotations().wasSeen(SPOTIFY)).as("kept").isTrue();
            assertThat(restore.erasedBefore(new GivenAuditKey().chain())).containsExactly(ann.id());
            stores.accounts().erase(ann.id());
            assertThat(stores.accounts().find(ann.id())).isEmpty();
        }
    }

    @Test
    void a_file_that_is_not_whole_or_was_changed_is_found_out() throws Exception {
        Path file = folder.resolve("backup");
        try (HikariDataSource pool = migrated(Kind.H2)) {
            open(JdbcStores.over(pool));
            new Backup(pool, new Migrations(pool)).write(file, KEY, NOW);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(folder.toFile().list()).containsExactly("backup");
        byte[] whole = Files.readAllBytes(file);
        Path bad = folder.resolve("bad");

        for (int end : List.of(0, 10, 40, whole.length / 2, whole.length - 9, whole.length - 1)) {
            Files.write(bad, Arrays.copyOf(whole, end));
            assertThat(Restore.check(bad)).as("cut at " + end).isInstanceOf(BackupReading.Damaged.class);
        }
        int harmless = 0;
        for (int at = 0; at < whole.length; at += 7) {
            // The second ten bytes say nothing of the content: what made the file, and when.
            if (at >= BackupStream.BEGIN.length && at < BackupStream.BEGIN.length + 10) {
                continue;
            }
            byte[] changed = whole.clone();
            changed[at] ^= 0x10;
            Files.write(bad, changed);
            // What compression does not need may change: then nothing else has.
            if (Restore.check(bad) instanceof BackupReading.Sound) {
                assertThat(content(bad)).as("changed at " + at).isEqualTo(content(file));
                harmless++;
            }
        }
        assertThat(harmless).isLessThan(whole.length / 7 / 20);
        assertThat(Restore.check(folder.resolve("none"))).isEqualTo(new BackupReading.Damaged("is not there"));
        assertThat(Restore.isBackup(file)).isTrue();
        assertThat(Restore.isBackup(bad)).isTrue();
    }

    @Test
    void tables_of_a_later_version_do_not_fit() throws Exception {
        try (HikariDataSource pool = migrated(Kind.H2)) {
            Restore restore = new Restore(pool, new Migrations(pool));
            BackupHeader header = new Backup(pool, new Migrations(pool)).write(folder.resolve("backup"), KEY, NOW);

            assertThat(restore.fits(header)).isTrue();
            assertThat(restore.fits(new BackupHeader("999", NOW, "", KEY, header.rows())))
                    .isFalse();
        }
    }

    @Test
    void a_file_that_cannot_be_written_leaves_nothing_behind() {
        try (HikariDataSource pool = migrated(Kind.H2)) {
            Backup backup = new Backup(pool, new Migrations(pool));

            assertThatThrownBy(() -> backup.write(folder.resolve("none").resolve("backup"), KEY, NOW))
                    .isInstanceOf(IOException.class);
        }
        assertThat(folder).isEmptyDirectory();
    }

    private static String content(Path file) throws IOException {
        StringBuilder all = new StringBuilder();
        try (var in = Files.newInputStream(file)) {
            BackupHeader header = BackupStream.read(in, new BackupStream.Listener() {
                @Override
                public void table(String name, List<String> columns) {
                    all.append(name).append(columns);
                }

                @Override
                public void row(Object[] values) {
                    all.append(Arrays.deepToString(values));
                }

                @Override
                public void endOfTable() {
                    all.append('\n');
                }
            });
            return header + all.toString();
        }
    }

    private static HikariDataSource migrated(Kind kind) {
        HikariDataSource pool = Schema.pool(kind.empty());
        new Migrations(pool).migrate();
        return pool;
    }
}
