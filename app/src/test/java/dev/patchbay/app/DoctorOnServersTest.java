package dev.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.adapter.acme.NeedsPebble;
import dev.patchbay.adapter.acme.Pebble;
import dev.patchbay.adapter.persistence.MariaDbServer;
import dev.patchbay.app.doctor.Finding;
import dev.patchbay.app.doctor.Finding.Status;
import dev.patchbay.app.doctor.Findings;
import dev.patchbay.domain.certificate.CertificateChain;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The doctor at a real MariaDB, and at an authority that is not ours. */
class DoctorOnServersTest {
    @TempDir
    Path folder;

    private DoctorWorld ward;

    @BeforeEach
    void open() throws Exception {
        ward = new DoctorWorld(folder, Files.createFile(folder.resolve("none")));
    }

    @AfterEach
    void close() {
        ward.close();
    }

    @Test
    void a_server_that_does_not_keep_its_promises_is_told_by_the_name_of_each() throws Exception {
        try (MariaDbServer server = MariaDbServer.start()) {
            String url = server.freshSchema();
            ward.settings.put("DATABASE_URL", url);
            ward.settings.put("DATABASE_USER", server.user());
            assertThat(troubles(ward.examined())).as("before the first start").isEmpty();
            try (Patchbay service = Patchbay.start(ward.settings)) {
                assertThat(service.address()).isNotNull();
                Findings running = ward.examined();
                assertThat(troubles(running)).as(running.text()).isEmpty();
                assertThat(running.text()).contains("is held by the service that runs", "opens the database");
            }
            assertThat(troubles(ward.examined())).as("after it").isEmpty();

            execute(server, url, "SET GLOBAL innodb_flush_log_at_trx_commit=2");
            assertBroken(Status.FAIL, "innodb_flush_log_at_trx_commit=2", "set it to 1");
            execute(server, url, "SET GLOBAL innodb_flush_log_at_trx_commit=1");

            execute(server, url, "SET GLOBAL read_only=1");
            assertBroken(Status.FAIL, "read-only", "connect to the primary");
            execute(server, url, "SET GLOBAL read_only=0");

            ward.settings.put("DATABASE_URL", url + "_gone?password=a-password-of-mine");
            assertBroken(Status.FAIL, "does not answer", "DATABASE_PASSWORD");
            ward.settings.put("DATABASE_URL", url);

            execute(server, url, "ALTER DATABASE CHARACTER SET latin1");
            assertBroken(Status.WARN, "utf8mb4");
        }
    }

    @Test
    @NeedsPebble
    void an_authority_of_ones_own_has_to_be_trusted() throws Exception {
        ward.settings.put("DATABASE_URL", "jdbc:h2:file:" + folder.resolve("none/patchbay"));
        Files.delete(folder.resolve("none"));
        ward.withTls();
        try (Pebble pebble = Pebble.start(Files.createDirectory(folder.resolve("pebble")), new Pebble.Habits())) {
            ward.settings.put("ACME_DIRECTORY_URL", pebble.directory().toString());
            Findings stranger = ward.examined();
            assertThat(stranger.all())
                    .filteredOn(one -> one.check().equals("authority") && one.status() == Status.FAIL)
                    .singleElement()
                    .satisfies(one -> assertThat(one.todo()).contains("ACME_CA_CERTIFICATE"));

            ward.settings.put(
                    "ACME_CA_CERTIFICATE", folder.resolve("pebble/root.pem").toString());
            Files.writeString(folder.resolve("pebble/root.pem"), new CertificateChain(List.of(pebble.root())).toPem());
            Findings known = ward.examined();
            assertThat(troubles(known)).as(known.text()).isEmpty();
            assertThat(known.text()).contains("is reached; ACME_EMAIL accepts its terms at");
        }
    }

    private void assertBroken(Status status, String... words) {
        Findings found = ward.examined();
        assertThat(troubles(found))
                .as(found.text())
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.check()).isEqualTo("database"))
                .allSatisfy(one -> assertThat(one.status()).isEqualTo(status))
                .anySatisfy(one -> assertThat(one.what() + " -> " + one.todo()).contains(words));
        assertThat(found.text()).doesNotContain("a-password-of-mine");
    }

    private static void execute(MariaDbServer server, String url, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(url.replace("jdbc:mariadb:", "jdbc:mysql:"), server.user(), "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<Finding> troubles(Findings found) {
        return found.all().stream()
                .filter(one -> one.status() == Status.FAIL || one.status() == Status.WARN)
                .toList();
    }
}
