package dev.patchbay.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.patchbay.port.Race;
import dev.patchbay.port.StoreUnavailable;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MigrationsTest {

    private HikariDataSource pool = new HikariDataSource();

    static Stream<DatabaseSettings> emptyDatabases() {
        return Stream.of(
                Schema.settings(Schema.freshH2(), "sa"),
                Schema.settings(
                        MariaDbServer.shared().freshSchema(),
                        MariaDbServer.shared().user()));
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @ParameterizedTest
    @MethodSource("emptyDatabases")
    void asking_whether_it_is_empty_writes_nothing(DatabaseSettings empty) throws SQLException {
        Migrations migrations = over(empty);

        assertThat(migrations.isEmpty()).isTrue();
        assertThat(tables()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("emptyDatabases")
    void migrating_makes_the_tables_once(DatabaseSettings empty) throws SQLException {
        Migrations migrations = over(empty);

        migrations.migrate();
        migrations.migrate();

        assertThat(migrations.isEmpty()).isFalse();
        assertThat(tables()).contains("account", "connection", "session");
    }

    @ParameterizedTest
    @MethodSource("emptyDatabases")
    void processes_that_start_at_once_do_not_get_in_each_others_way(DatabaseSettings empty) throws SQLException {
        Migrations migrations = over(empty);

        List<Boolean> done = Race.between(Collections.nCopies(3, () -> {
            migrations.migrate();
            return true;
        }));

        assertThat(done).containsOnly(true);
        assertThat(tables()).contains("account");
    }

    @ParameterizedTest
    @MethodSource("emptyDatabases")
    void a_database_of_somebody_else_is_left_alone(DatabaseSettings empty) throws SQLException {
        Migrations migrations = over(empty);
        execute("CREATE TABLE invoice (id INT NOT NULL PRIMARY KEY)");

        assertThatThrownBy(migrations::migrate).isInstanceOf(IllegalStateException.class);
        assertThat(tables()).containsExactly("invoice");
    }

    @ParameterizedTest
    @MethodSource("emptyDatabases")
    void the_tables_of_a_later_version_are_left_alone(DatabaseSettings empty) throws SQLException {
        Migrations migrations = over(empty);
        migrations.migrate();
        execute("INSERT INTO flyway_schema_history"
                + " (installed_rank, version, description, type, script, installed_by, execution_time, success)"
                + " VALUES (999, '999', 'later', 'SQL', 'V999__later.sql', 'x', 1, TRUE)");

        assertThatThrownBy(migrations::migrate).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @MethodSource("emptyDatabases")
    void a_database_that_does_not_answer_is_an_outage(DatabaseSettings empty) {
        Migrations migrations = over(empty);
        pool.close();

        assertThatThrownBy(migrations::isEmpty).isInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(migrations::migrate).isInstanceOf(StoreUnavailable.class);
    }

    private Migrations over(DatabaseSettings settings) {
        pool = Schema.pool(settings);
        return new Migrations(pool);
    }

    private List<String> tables() throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet tables = statement.executeQuery("""
                    SELECT table_name FROM information_schema.tables
                    WHERE table_type LIKE 'BASE%' AND table_schema NOT IN ('mysql', 'sys', 'performance_schema')
                      AND table_schema = (SELECT CASE WHEN DATABASE() LIKE 's%' THEN DATABASE() ELSE 'public' END)
                    """)) {
            while (tables.next()) {
                names.add(tables.getString(1));
            }
        }
        return names;
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
