package dev.patchbay.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.faults.database.MariaDb;
import dev.patchbay.faults.history.Asked.Answered;
import dev.patchbay.faults.process.Balancer;
import dev.patchbay.faults.process.Service;
import dev.patchbay.faults.world.Clients;
import dev.patchbay.faults.world.Clients.Target;
import dev.patchbay.faults.world.Load;
import dev.patchbay.faults.world.Played;
import dev.patchbay.faults.world.Somebody;
import dev.patchbay.faults.world.World;
import dev.patchbay.sandbox.ledger.Endpoint;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Processes are replaced under load, one after the other, as in every roll-out. */
class TerminationTest {
    @Test
    void a_process_that_is_told_to_end_fails_nobody_and_brings_its_renewals_home() throws Exception {
        try (World world = World.of(Duration.ofSeconds(24), Played.values());
                Stage stage = Stage.onMariaDb("terminated", MariaDb.shared(), world)) {
            world.platforms().forEach(one -> world.party(one).slow(Duration.ofMillis(300), Endpoint.REFRESH));
            List<Service> services = stage.start(2);
            List<Somebody> people = stage.people(Scale.of(15, 60));
            try (Balancer balancer = Balancer.before(services);
                    Load load = Load.start(
                            stage.clients,
                            20,
                            Duration.ofMillis(150),
                            Clients.AS_LONG_AS_CAN_BE,
                            List.of(new Target("balancer", balancer.address())),
                            people,
                            List.of(Played.values()),
                            1)) {
                for (int i = 0; i < Scale.of(3, 50); i++) {
                    Service leaving = services.get(i % 2);
                    leaving.terminate();
                    leaving.awaitExit(Duration.ofSeconds(75));
                    leaving.start();
                    Nap.of(Duration.ofSeconds(1));
                }
            }
            assertThat(stage.history.asked())
                    .as("requests that failed")
                    .filteredOn(one -> !(one.answered() instanceof Answered.Lent))
                    .isEmpty();
            stage.demandThatAllPromisesWereKept(people);
            assertThat(stage.lost(Played.REVOKING)).isZero();
        }
    }

    @Test
    void a_claim_does_not_outlive_a_process_that_ended_in_good_order() {
        MariaDb server = MariaDb.shared();
        try (World world = World.of(Duration.ofSeconds(4), Played.values());
                Stage stage = Stage.onMariaDb("released", server, world)) {
            world.platforms().forEach(one -> world.party(one).slow(Duration.ofSeconds(3), Endpoint.REFRESH));
            Service service = stage.start(1).getFirst();
            Somebody who = stage.people(1).getFirst();
            Nap.of(Duration.ofSeconds(4));
            for (Played platform : Played.values()) {
                Thread.ofVirtual().start(() -> stage.clients.token(Stage.at(service), who, platform, 60));
            }
            Nap.until("all are being renewed", Duration.ofSeconds(20), () -> claims(stage, server) == 4);
            service.terminate();
            service.awaitExit(Duration.ofSeconds(75));

            assertThat(claims(stage, server)).isZero();
            assertThat(stage.rows(server).renewalsCommitted().values()).containsOnly(1L);
        }
    }

    private static long claims(Stage stage, MariaDb server) {
        return stage.rows(server).count("SELECT COUNT(*) FROM connection WHERE lease_owner IS NOT NULL");
    }
}
