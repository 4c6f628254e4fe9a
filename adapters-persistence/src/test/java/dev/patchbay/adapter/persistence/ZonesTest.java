package dev.patchbay.adapter.persistence;

import static dev.patchbay.port.Fixtures.aSessionOf;
import static dev.patchbay.port.Fixtures.days;
import static dev.patchbay.port.Fixtures.open;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.session.Session;
import java.time.Instant;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Times do not depend on the zone of the machine, not even in the hour that daylight saving skips there. */
class ZonesTest {

    /** As wall time, 02:30 on the night on which New York goes from 02:00 to 03:00. */
    private static final Instant SKIPPED = Instant.parse("2026-03-08T02:30:00.123456Z");

    @RegisterExtension
    static final Schema H2 = Schema.onH2();

    @RegisterExtension
    static final Schema MARIADB = Schema.onMariaDb();

    private final TimeZone before = TimeZone.getDefault();

    @BeforeEach
    void in_new_york() {
        TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
    }

    @AfterEach
    void back_home() {
        TimeZone.setDefault(before);
    }

    @Test
    void an_instant_comes_back_as_it_was() {
        for (Schema schema : new Schema[] {H2, MARIADB}) {
            schema.pool().getHikariPoolMXBean().softEvictConnections();
            Session session = aSessionOf(open(schema.stores()), SKIPPED, days(1));
            schema.stores().sessions().start(session);
            TimeZone.setDefault(before);

            assertThat(schema.stores().sessions().find(session.id())).contains(session);
            in_new_york();
            assertThat(schema.stores().sessions().find(session.id())).contains(session);
        }
    }
}
