package dev.patchbay.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariDataSource;
import dev.patchbay.domain.account.Account;
import dev.patchbay.port.Fixtures;
import dev.patchbay.port.Race;
import dev.patchbay.port.StoreUnavailable;
import dev.patchbay.port.Stores;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trouble of the store's is {@link StoreUnavailable}, and nothing else: never an answer, never a defect. */
class OutageTest {

    private static final int PATIENCE_MILLIS = 250;

    @Test
    void with_a_server_that_stopped_every_role_says_so() {
        MariaDbServer server = MariaDbServer.start();
        try (HikariDataSource pool = impatient(Schema.settings(server.freshSchema(), server.user()))) {
            new Migrations(pool).migrate();
            JdbcStores stores = JdbcStores.over(pool);
            StoreHealth health = stores.health();
            assertThat(health.isWritable()).isTrue();
            Account ann = Fixtures.open(stores);

            List<Callable<Throwable>> steps = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                steps.add(() -> firstFailure(() -> stores.accounts().rename(ann.id(), ann.displayName())));
                steps.add(() -> firstFailure(() -> Fixtures.open(stores)));
            }
            steps.add(() -> {
                server.close();
                return new StoreUnavailable("stopped by hand", null);
            });
            // While it stops, under load ...
            assertThat(Race.between(steps)).hasOnlyElementsOfType(StoreUnavailable.class);

            // ... and after it.
            assertEveryRoleIsUnavailable(stores);
            assertThat(health.isWritable()).isFalse();
        }
    }

    @Test
    void with_an_embedded_database_that_was_shut_down_every_role_says_so() {
        String url = Schema.freshH2();
        try (HikariDataSource first = Schema.pool(Schema.settings(url, "sa"))) {
            new Migrations(first).migrate();
            // Otherwise it would make the database anew as soon as its connections are gone.
            first.setMinimumIdle(0);
            try (HikariDataSource pool = impatient(Schema.settings(url + ";IFEXISTS=TRUE", "sa"))) {
                Stores stores = JdbcStores.over(pool);
                Fixtures.open(stores);
                shutDown(first);

                assertEveryRoleIsUnavailable(stores);
            }
        }
    }

    @Test
    void a_pool_that_was_closed_is_an_outage() {
        HikariDataSource pool = Schema.pool(Schema.settings(Schema.freshH2(), "sa"));
        pool.close();

        assertEveryRoleIsUnavailable(JdbcStores.over(pool));
    }

    @Test
    void a_store_that_takes_no_writes_is_readable_and_not_writable(@TempDir Path folder) {
        String url = "jdbc:h2:file:" + folder.resolve("patchbay");
        try (HikariDataSource pool = Schema.pool(Schema.settings(url, "sa"))) {
            new Migrations(pool).migrate();
        }
        try (HikariDataSource pool = Schema.pool(Schema.settings(url + ";ACCESS_MODE_DATA=r", "sa"))) {
            JdbcStores stores = JdbcStores.over(pool);

            assertThat(stores.health().isWritable()).isFalse();
            assertThat(stores.accounts().find(Fixtures.anAccount().id())).isEmpty();
            assertThatThrownBy(() -> Fixtures.open(stores)).isInstanceOf(StoreUnavailable.class);
        }
    }

    @Test
    void a_store_without_tables_is_not_writable() {
        try (HikariDataSource pool = Schema.pool(Schema.settings(Schema.freshH2(), "sa"))) {
            assertThat(JdbcStores.over(pool).health().isWritable()).isFalse();
        }
    }

    private static void assertEveryRoleIsUnavailable(Stores stores) {
        Map<String, Runnable> calls = EveryRole.of(stores);
        List<String> names = List.copyOf(calls.keySet());
        // At once, because each of them waits for a connection.
        List<Throwable> failures = Race.between(names.stream()
                .<Callable<Throwable>>map(name -> () -> catchThrowable(
                        () -> Objects.requireNonNull(calls.get(name)).run()))
                .toList());
        for (int i = 0; i < names.size(); i++) {
            assertThat(failures.get(i))
                    .as(names.get(i))
                    .isInstanceOf(StoreUnavailable.class)
                    .hasNoCause();
        }
    }

    private static Throwable firstFailure(Runnable call) {
        try {
            while (true) {
                call.run();
            }
        } catch (RuntimeException e) {
            return e;
        }
    }

    private static HikariDataSource impatient(DatabaseSettings settings) {
        HikariDataSource pool = Schema.pool(settings);
        pool.setConnectionTimeout(PATIENCE_MILLIS);
        return pool;
    }

    private static void shutDown(HikariDataSource pool) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        } catch (SQLException closing) {
            assertThat(closing.getErrorCode()).as("the database is closed").isEqualTo(90121);
        }
    }
}
