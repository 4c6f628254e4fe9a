package dev.patchbay.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.faults.database.MariaDb;
import dev.patchbay.faults.history.Asked.Answered;
import dev.patchbay.faults.world.Load;
import dev.patchbay.faults.world.Played;
import dev.patchbay.faults.world.Somebody;
import dev.patchbay.faults.world.World;
import dev.patchbay.sandbox.ledger.Endpoint;
import dev.patchbay.sandbox.wire.FaultProxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * MariaDB dies, comes back, breaks off, or takes no writes: callers hear of something temporary, and nothing is lost. The tests share
 * two processes, which outlive them all.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatabaseTroubleTest {
    private final Random random = new Random();
    private final MariaDb server = MariaDb.start();
    private final FaultProxy wire = FaultProxy.to("127.0.0.1", server.port());
    private final World world = World.of(Duration.ofSeconds(8), Played.values());
    private final Stage stage = Stage.onMariaDb("database", server, world);
    private List<Somebody> people = List.of();

    @BeforeAll
    void two_processes_and_people() {
        world.platforms().forEach(one -> world.party(one).slow(Duration.ofMillis(100), Endpoint.REFRESH));
        stage.through(wire);
        stage.start(2);
        people = stage.people(Scale.of(15, 60));
    }

    @AfterAll
    void close() {
        stage.close();
        wire.close();
        server.close();
    }

    @AfterEach
    void nothing_was_lost() {
        stage.demandThatAllPromisesWereKept(people);
        assertThat(stage.lost(Played.REVOKING)).isZero();
    }

    @Test
    void a_database_killed_again_and_again_costs_answers_but_no_token() {
        try (Load load = load()) {
            for (int i = 0; i < Scale.of(5, 20); i++) {
                Nap.of(Duration.ofMillis(1000 + random.nextInt(2000)));
                server.kill();
                Nap.of(Duration.ofMillis(random.nextInt(Scale.of(2000, 6000))));
                server.restart();
                demandATokenSoon();
            }
        }
    }

    @Test
    void connections_that_break_at_any_moment_cost_no_token_and_no_wrong_answer() {
        try (Load load = load()) {
            for (int i = 0; i < Scale.of(25, 500); i++) {
                Nap.of(Duration.ofMillis(100 + random.nextInt(400)));
                wire.cutAll();
            }
        }
    }

    @Test
    void while_the_database_takes_no_writes_no_renewal_begins() {
        try (Load load = load()) {
            Nap.of(Duration.ofSeconds(3));
            server.readOnly(true);
            // What had been claimed before may still be sent.
            Nap.of(Duration.ofSeconds(2));
            int before = calls();
            Nap.of(Scale.seconds(6, 30));
            assertThat(calls()).isEqualTo(before);
            server.readOnly(false);
            demandATokenSoon();
        }
    }

    private Load load() {
        return stage.load(12, Duration.ofMillis(100), people, random.nextLong());
    }

    private void demandATokenSoon() {
        Instant back = Instant.now();
        Nap.until("a token is lent again", Duration.ofSeconds(20), () -> stage.history.asked().stream()
                .anyMatch(one -> one.began().isAfter(back) && one.answered() instanceof Answered.Lent));
    }

    private int calls() {
        int calls = 0;
        for (Played platform : world.platforms()) {
            calls += world.sandbox(platform).ledger().refreshCalls();
        }
        return calls;
    }
}
