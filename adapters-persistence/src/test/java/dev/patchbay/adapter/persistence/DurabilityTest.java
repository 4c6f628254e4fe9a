package dev.patchbay.adapter.persistence;

import static dev.patchbay.port.Fixtures.SPOTIFY;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.port.Fixtures;
import dev.patchbay.port.StoreUnavailable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded database in a file: what was acknowledged is there, whatever happens to the process. */
class DurabilityTest {

    @TempDir
    Path folder = Path.of("target");

    @RepeatedTest(3)
    void an_acknowledged_write_survives_the_death_of_the_process_in_the_next_moment() throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("patchbay");

        AccountId account = writeAndDie(url);

        try (HikariDataSource pool = Schema.pool(Schema.settings(url, "sa"))) {
            assertThat(new Migrations(pool).isEmpty()).isFalse();
            assertThat(JdbcStores.over(pool).connections().of(account, SPOTIFY))
                    .map(Connection::version)
                    .contains(2L);
        }
    }

    @Test
    void a_caller_that_is_interrupted_takes_the_database_along_for_a_moment_at_most() throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("patchbay");
        try (HikariDataSource pool = Schema.pool(Schema.settings(url, "sa"))) {
            new Migrations(pool).migrate();
            JdbcStores stores = JdbcStores.over(pool);
            for (int i = 0; i < 20; i++) {
                Thread caller = Thread.ofPlatform().start(() -> {
                    Thread.currentThread().interrupt();
                    openOrOutage(stores);
                    assertThat(Thread.currentThread().isInterrupted()).isTrue();
                });
                Thread busy = Thread.ofVirtual().start(() -> openOrOutage(stores));
                busy.interrupt();
                caller.join();
                busy.join();
            }

            // One answer may still be an outage: that which finds the database closed.
            openOrOutage(stores);
            assertThat(Fixtures.open(stores)).isNotNull();
            assertThat(stores.health().isWritable()).isTrue();
        }
    }

    private static void openOrOutage(JdbcStores stores) {
        try {
            Fixtures.open(stores);
        } catch (StoreUnavailable closed) {
            assertThat(closed).hasMessageContaining("SQLState");
        }
    }

    private static AccountId writeAndDie(String url) throws IOException, InterruptedException {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        HaltedWriter.class.getName(),
                        url)
                .redirectErrorStream(true)
                .start();
        String said = new String(writer.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(writer.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(writer.exitValue()).as(said).isEqualTo(7);
        return said.lines()
                .filter(line -> line.startsWith("wrote "))
                .map(line -> new AccountId(line.substring("wrote ".length())))
                .findFirst()
                .orElseThrow();
    }
}
