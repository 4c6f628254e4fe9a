package dev.patchbay.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.faults.database.MariaDb;
import dev.patchbay.faults.history.Interruption;
import dev.patchbay.faults.world.Clients;
import dev.patchbay.faults.world.Load;
import dev.patchbay.faults.world.Played;
import dev.patchbay.faults.world.Somebody;
import dev.patchbay.faults.world.World;
import dev.patchbay.sandbox.ledger.Endpoint;
import dev.patchbay.sandbox.ledger.RefreshCall;
import dev.patchbay.sandbox.party.Fault;
import dev.patchbay.sandbox.wire.Direction;
import dev.patchbay.sandbox.wire.Ending;
import dev.patchbay.sandbox.wire.Wire;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Platforms process calls, and their answers come late, in pieces or not at all. */
class LostAnswerTest {
    private static final List<Fault> ANSWERS =
            List.of(Fault.Kind.ANSWER_DROPPED.at(Endpoint.REFRESH), Fault.Kind.BODY_CUT.at(Endpoint.REFRESH));
    private static final List<Wire> WIRES = List.of(
            Wire.dropResponse(),
            Wire.cut(Direction.DOWN, 200, Ending.RESET),
            Wire.cut(Direction.DOWN, 300, Ending.CLOSE),
            Wire.cut(Direction.UP, 50, Ending.RESET));
    private static final int PEOPLE = Scale.of(20, 200);

    @Test
    void every_late_answer_of_a_strict_platform_is_kept() {
        Duration late = Scale.seconds(9, 30);
        try (World world = World.of(late.multipliedBy(4), Played.REVOKING);
                Stage stage = Stage.onMariaDb("late", MariaDb.shared(), world)) {
            stage.start(1);
            List<Somebody> people = stage.people(PEOPLE);
            world.party(Played.REVOKING).slow(late, Endpoint.REFRESH);
            try (Load load = Load.start(
                    stage.clients,
                    20,
                    Duration.ofMillis(50),
                    Clients.AS_LONG_AS_CAN_BE,
                    stage.targets(),
                    people,
                    List.of(Played.REVOKING),
                    1)) {
                Nap.until("everybody was renewed", Duration.ofMinutes(3), () -> renewed(world) >= PEOPLE);
            }
            world.party(Played.REVOKING).wellAgain();
            stage.demandThatAllPromisesWereKept(people);
            assertThat(stage.lost(Played.REVOKING)).isZero();
        }
    }

    private static long renewed(World world) {
        return world.sandbox(Played.REVOKING).ledger().refreshes().stream()
                .filter(RefreshCall::isAnswered)
                .count();
    }

    @Test
    void answers_that_are_dropped_or_cut_cost_a_grant_only_where_the_platform_is_strict() {
        Random random = new Random(System.nanoTime());
        int faults = Scale.of(12, 120);
        try (World world = World.of(Duration.ofSeconds(6), Played.values()).wired();
                Stage stage = Stage.onMariaDb("dropped", MariaDb.shared(), world)) {
            stage.start(2);
            List<Somebody> people = stage.people(PEOPLE);
            try (Load load = stage.load(8, Duration.ofMillis(30), people, 1)) {
                for (int i = 0; i < faults; i++) {
                    if (random.nextBoolean()) {
                        Fault fault = ANSWERS.get(random.nextInt(ANSWERS.size()));
                        world.platforms().forEach(one -> world.party(one).script(fault));
                    } else {
                        Wire wire = WIRES.get(random.nextInt(WIRES.size())).whenSent("grant_type=refresh_token");
                        stage.history.add(new Interruption("wire", Instant.now()));
                        world.platforms().forEach(one -> world.wire(one).arm(wire));
                    }
                    Nap.of(Duration.ofMillis(300 + random.nextInt(700)));
                }
            }
            world.platforms().forEach(one -> world.wire(one).wellAgain());
            stage.demandThatAllPromisesWereKept(people);
            assertThat(stage.lost(Played.REVOKING)).isBetween(1L, (long) faults);
        }
    }
}
