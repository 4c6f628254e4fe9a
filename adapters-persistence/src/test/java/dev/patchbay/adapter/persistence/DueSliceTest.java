package dev.patchbay.adapter.persistence;

import static dev.patchbay.port.Fixtures.NOW;
import static dev.patchbay.port.Fixtures.aConnection;
import static dev.patchbay.port.Fixtures.aPlatform;
import static dev.patchbay.port.Fixtures.minutes;
import static dev.patchbay.port.Fixtures.open;
import static dev.patchbay.port.Fixtures.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.port.connection.Claims.Claimant;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DueSliceTest {

    private static final Claimant SOMEBODY = new Claimant("a", seconds(15));

    @RegisterExtension
    static final Schema H2 = Schema.onH2();

    @RegisterExtension
    static final Schema MARIADB = Schema.onMariaDb();

    @Test
    void a_slice_locks_no_more_than_it_takes() throws SQLException {
        for (Schema schema : new Schema[] {H2, MARIADB}) {
            ProviderId platform = aPlatform();
            for (int i = 0; i < 3; i++) {
                schema.stores()
                        .connections()
                        .add(aConnection()
                                .at(platform)
                                .expiringIn(minutes(-1 - i))
                                .ownedBy(open(schema.stores()))
                                .build());
            }

            try (Connection half = schema.pool().getConnection()) {
                half.setAutoCommit(false);
                assertThat(DueSlice.claim(half, platform, NOW, SOMEBODY, 1, NOW))
                        .hasSize(1);

                assertThat(schema.stores().claims().claimDue(platform, NOW, SOMEBODY, 3, NOW))
                        .as("what the first, not committed yet, has left")
                        .hasSize(2);
                half.rollback();
            }
        }
    }

    @Test
    void a_slice_of_more_rows_than_one_list_of_ids_holds_is_claimed_whole() {
        for (Schema schema : new Schema[] {H2, MARIADB}) {
            ProviderId platform = aPlatform();
            for (int i = 0; i < 123; i++) {
                schema.stores()
                        .connections()
                        .add(aConnection()
                                .at(platform)
                                .expiringIn(minutes(-1))
                                .ownedBy(open(schema.stores()))
                                .build());
            }

            assertThat(schema.stores().claims().claimDue(platform, NOW, SOMEBODY, 500, NOW))
                    .hasSize(123);
            assertThat(schema.stores().claims().claimDue(platform, NOW, SOMEBODY, 500, NOW))
                    .isEmpty();
        }
    }
}
