package dev.patchbay.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.faults.database.MariaDb;
import dev.patchbay.faults.database.Rows;
import dev.patchbay.faults.process.Balancer;
import dev.patchbay.faults.process.Service;
import dev.patchbay.faults.world.Api;
import dev.patchbay.faults.world.Crowd;
import dev.patchbay.faults.world.Played;
import dev.patchbay.faults.world.Reading;
import dev.patchbay.faults.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every key turns while tokens are read and renewed through a balancer, one process is killed half-way, and another takes its place. */
class KeysTurnTest {
    private static final Logger LOG = LoggerFactory.getLogger(KeysTurnTest.class);
    private static final int CONNECTIONS = Integer.getInteger("faults.turning.connections", Scale.of(5_000, 50_000));
    /** Whose data keys grow old: an eighth of all. */
    private static final String DUE = " WHERE (owner LIKE 'mmp\\_0%' OR owner LIKE 'mmp\\_1%')";

    private static final int PROCESSES = Scale.of(2, 3);

    @Test
    void vault_keys_and_data_keys_turn_under_load_and_a_kill_and_no_read_fails_and_no_renewal_is_lost()
            throws Exception {
        MariaDb server = MariaDb.shared();
        try (World world = World.of(Duration.ofHours(2), Played.OVERLAPPING);
                Stage stage = Stage.onMariaDb("turning", server, world)) {
            stage.with("OVERLAPPING_CALLS_PER_SECOND", "1000")
                    .with("JWT_ALGORITHM", "HS256")
                    .with("JWT_SECRET", "b7Qx2Mf9Tz4Kc1Vn8Wd5Rj3Hs6Lp0Gy7Ae2Ub9Xi4Oq1Nk8");
            List<Service> services = stage.start(PROCESSES);
            Service victim = services.getLast();
            Rows rows = stage.rows(server);
            Instant before = Instant.now();
            Crowd crowd = Crowd.of(CONNECTIONS, world, services.getFirst().address());
            LOG.info("turning: everybody is there after {}", Duration.between(before, Instant.now()));
            try (Balancer balancer = Balancer.before(services);
                    Reading load = Reading.start(balancer.address(), crowd.people(), Scale.of(8, 12))) {
                Instant begun = Instant.now();
                assertThat(services.getFirst().operator("keys", "rotate")).contains("vault key 2 is pending");
                Nap.until("half is wrapped again", Duration.ofMinutes(3), () -> under(rows, 1) <= CONNECTIONS / 2);
                load.killing(victim::kill);
                long left = under(rows, 1);
                victim.start();
                Nap.until("all is wrapped again", Duration.ofMinutes(5), () -> under(rows, 1) == 0);
                Duration rewrapped = Duration.between(begun, Instant.now());
                for (int look = 0; look < 2; look++) {
                    everywhere(services, "/faults/rewrap");
                }
                assertThat(state(rows, 1)).isEqualTo("DISABLED");

                begun = Instant.now();
                rows.change("UPDATE data_key SET created_at = created_at - INTERVAL 31 DAY" + DUE);
                // Each look lasts a bounded time, and a busy machine gets less done in it.
                for (int look = 0; look < 40 && unrenewed(rows) > 0; look++) {
                    everywhere(services, "/faults/renew");
                }
                load.close();
                LOG.info(
                        "turning: {} connections, {} data keys left at the kill, wrapped again in {}, {} renewed in"
                                + " {}; {}",
                        CONNECTIONS,
                        left,
                        rewrapped,
                        rows.count("SELECT COUNT(*) FROM data_key WHERE number = 2"),
                        Duration.between(begun, Instant.now()),
                        load);
                assertThat(load.failures()).isEmpty();
            }
            assertThat(crowd.lost(services.getFirst().address())).isEmpty();
            assertThat(crowd.lost(victim.address())).isEmpty();

            // Nobody asks from here on, because a day takes no time: what processes remember has not aged.
            rows.change("UPDATE data_key SET created_at = created_at - INTERVAL 8 DAY" + DUE);
            // Each look takes a bounded number of them away.
            for (int look = 0; look < Scale.of(5, 40) && followed(rows) > 0; look++) {
                everywhere(services, "/faults/renew");
            }
            assertThat(followed(rows)).isZero();
            rows.change("UPDATE vault_key SET since = since - INTERVAL 31 DAY WHERE number = 1");
            everywhere(services, "/faults/rewrap");
            assertThat(state(rows, 1)).isEqualTo("DESTROYED");
            victim.kill();
            victim.start();
            assertThat(crowd.lost(victim.address())).isEmpty();
        }
    }

    /** Has all processes do it at the same time, to the end. */
    private static void everywhere(List<Service> services, String what) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> all = services.stream()
                    .map(one -> threads.submit(() -> Api.say(one.address(), what, "")))
                    .toList();
            for (Future<String> one : all) {
                one.get();
            }
        }
    }

    /** Data keys that are due and have no successor yet. */
    private static long unrenewed(Rows rows) {
        return rows.count("SELECT COUNT(*) FROM data_key" + DUE + " AND number = 1 AND owner NOT IN"
                + " (SELECT owner FROM data_key WHERE number = 2)");
    }

    /** Data keys that another has taken the place of. */
    private static long followed(Rows rows) {
        return rows.count("SELECT COUNT(*) FROM data_key WHERE number = 1 AND owner IN"
                + " (SELECT owner FROM data_key WHERE number = 2)");
    }

    private static String state(Rows rows, int vaultKey) {
        return rows.word("SELECT state FROM vault_key WHERE number = " + vaultKey);
    }

    private static long under(Rows rows, int vaultKey) {
        return rows.count("SELECT COUNT(*) FROM data_key WHERE vault_key = " + vaultKey);
    }
}
