package dev.patchbay.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.faults.database.MariaDb;
import dev.patchbay.faults.history.Asked;
import dev.patchbay.faults.history.Asked.Answered;
import dev.patchbay.faults.process.KillPoint;
import dev.patchbay.faults.process.Service;
import dev.patchbay.faults.world.Played;
import dev.patchbay.faults.world.Somebody;
import dev.patchbay.faults.world.World;
import dev.patchbay.sandbox.ledger.Endpoint;
import dev.patchbay.sandbox.party.Hold;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The platform has rotated, the database is dead, and then the process dies too. */
class SpoolTest {
    @Test
    void a_renewed_token_outlives_database_and_process_once_it_is_in_the_spool_and_is_told_to_be_lost_before() {
        try (MariaDb server = MariaDb.start();
                World world = World.of(Duration.ofHours(1), Played.REVOKING);
                Stage stage = Stage.onMariaDb("spool", server, world)) {
            Service service = stage.start(1).getFirst();
            List<Somebody> people = stage.people(1 + Scale.of(1, 20));
            for (Somebody who : people.subList(1, people.size())) {
                Hold hold = askAndKillTheDatabase(stage, service, who, server);
                hold.release();
                Nap.until("it is in the spool", Duration.ofSeconds(30), () -> stage.isInSpool(service));
                service.kill();
                server.restart();
                service.start();

                Asked asked = stage.clients.token(Stage.at(service), who, Played.REVOKING, 60);
                assertThat(asked.answered()).isInstanceOf(Answered.Lent.class);
                assertThat(world.refreshCalls(Played.REVOKING, who)).isEqualTo(1);
            }
            service.kill();
            service.startWithKillPoints();
            Hold hold = askAndKillTheDatabase(stage, service, people.getFirst(), server);
            service.arm(KillPoint.SPOOLING);
            hold.release();
            stage.died(service);
            server.restart();
            service.start();

            stage.demandThatAllPromisesWereKept(people);
            assertThat(stage.lost(Played.REVOKING)).isEqualTo(1);
        }
    }

    /** Returns while the platform holds an answer that no database will take. */
    private static Hold askAndKillTheDatabase(Stage stage, Service service, Somebody who, MariaDb server) {
        Hold hold = stage.world.party(Played.REVOKING).hold(Endpoint.REFRESH);
        Thread.ofVirtual().start(() -> stage.clients.refresh(Stage.at(service), who, Played.REVOKING));
        hold.awaitProcessed(Duration.ofSeconds(30));
        server.kill();
        return hold;
    }
}
