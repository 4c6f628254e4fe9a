package dev.patchbay.adapter.persistence;

import static dev.patchbay.port.Fixtures.aConnection;
import static dev.patchbay.port.Fixtures.open;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.connection.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** H2 syncs its files only when it is asked to. */
class ReachDiskTest {
    @RegisterExtension
    static final Schema H2 = Schema.onH2();

    @Test
    void a_new_connection_and_a_renewed_one_are_on_disk_before_anybody_hears_of_them() throws SQLException {
        Connection row = aConnection().ownedBy(open(H2.stores())).build();
        try (var connection = H2.pool().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET QUERY_STATISTICS TRUE");

            assertThat(H2.stores().connections().add(row)).isTrue();
            assertThat(syncs(statement)).isEqualTo(1);

            assertThat(H2.stores().connections().advance(row.refreshed(row.tokens(), row.scopes(), row.clocks())))
                    .isTrue();
            assertThat(syncs(statement)).isEqualTo(2);
        }
    }

    private static int syncs(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("""
            SELECT execution_count FROM information_schema.query_statistics
            WHERE sql_statement = 'CHECKPOINT SYNC'
            """)) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }
}
