package dev.patchbay.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.adapter.persistence.LockPresence.Line;
import dev.patchbay.port.StoreUnavailable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class DatabaseCheckTest {

    private static final DatabaseSettings SETTINGS = Schema.settings(
            MariaDbServer.shared().freshSchema(), MariaDbServer.shared().user());
    private static final Line LINE = PresenceFactory.line(SETTINGS);

    @Test
    void an_embedded_database_is_as_we_made_it() {
        var findings = new DatabaseCheck(Schema.settings(Schema.freshH2(), "sa")).run(Duration.ZERO);

        assertThat(findings.refusals()).isEmpty();
        assertThat(findings.warnings()).isEmpty();
    }

    @Test
    void a_real_server_with_good_settings_is_fine() {
        var findings = new DatabaseCheck(SETTINGS).run(Duration.ZERO);

        assertThat(findings.refusals()).isEmpty();
        assertThat(findings.warnings()).isEmpty();
    }

    @Test
    void what_is_wrong_with_a_real_server_is_found() {
        // A server of its own: others must not meet these settings.
        try (MariaDbServer server = MariaDbServer.start()) {
            DatabaseSettings settings = Schema.settings(server.freshSchema(), server.user());
            Line line = PresenceFactory.line(settings);
            set(line, "GLOBAL innodb_flush_log_at_trx_commit = 0");
            set(line, "GLOBAL read_only = ON");
            set(line, "GLOBAL default_storage_engine = MyISAM");

            assertThat(new DatabaseCheck(settings).run(Duration.ZERO).refusals())
                    .hasSize(3)
                    .anyMatch(refusal -> refusal.contains("innodb_flush_log_at_trx_commit=0"))
                    .anyMatch(refusal -> refusal.contains("read-only"))
                    .anyMatch(refusal -> refusal.contains("default_storage_engine=myisam"));
        }
    }

    @Test
    void a_proxy_that_gives_both_clients_one_session_is_found() throws SQLException {
        try (Connection shared = LINE.open()) {
            Line multiplexing = () -> sharing(shared);

            assertThat(new DatabaseCheck(multiplexing).run(Duration.ZERO).refusals())
                    .singleElement()
                    .asString()
                    .contains("without a proxy that shares connections");
        }
    }

    @Test
    void a_server_without_locks_is_found() {
        Line lockless = () -> changing(LINE.open(), sql -> sql.replace("GET_LOCK", "NO_SUCH_FUNCTION"));

        assertThat(new DatabaseCheck(lockless).run(Duration.ZERO).refusals())
                .singleElement()
                .asString()
                .contains("no GET_LOCK");
    }

    @Test
    void a_server_that_does_not_skip_locked_rows_is_found() {
        Line old = () -> changing(LINE.open(), sql -> sql.replace("SKIP LOCKED", "SKIP NOTHING"));

        assertThat(new DatabaseCheck(old).run(Duration.ZERO).refusals())
                .singleElement()
                .asString()
                .contains("SKIP LOCKED");
    }

    @Test
    void a_server_that_does_not_answer_is_an_outage() {
        Line away = () -> {
            throw new SQLException("away", "08S01");
        };

        assertThatThrownBy(() -> new DatabaseCheck(away).run(Duration.ZERO)).isInstanceOf(StoreUnavailable.class);
    }

    private static void set(Line line, String variable) {
        try (Connection connection = line.open();
                Statement statement = connection.createStatement()) {
            statement.execute("SET " + variable);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** A connection that others have too: closing it closes nothing. */
    private static Connection sharing(Connection real) {
        return proxy(real, (method, given) -> !method.equals("close"));
    }

    /** A connection whose statements are changed on their way. */
    private static Connection changing(Connection real, UnaryOperator<String> change) {
        return proxy(real, (method, given) -> {
            if (method.equals("prepareStatement")) {
                given[0] = change.apply((String) given[0]);
            }
            return true;
        });
    }

    /** Before a call goes on to the real connection: whether it does. */
    @FunctionalInterface
    private interface Before {
        boolean goesOn(String method, Object[] given);
    }

    private static Connection proxy(Connection real, Before before) {
        return (Connection) Proxy.newProxyInstance(
                DatabaseCheckTest.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, given) -> {
                    try {
                        return before.goesOn(method.getName(), given) ? method.invoke(real, given) : null;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
