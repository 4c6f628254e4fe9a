package dev.patchbay.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.faults.database.MariaDb;
import dev.patchbay.faults.history.Asked;
import dev.patchbay.faults.history.Asked.Answered;
import dev.patchbay.faults.process.Service;
import dev.patchbay.faults.world.Load;
import dev.patchbay.faults.world.Played;
import dev.patchbay.faults.world.Somebody;
import dev.patchbay.faults.world.World;
import dev.patchbay.sandbox.ledger.Endpoint;
import dev.patchbay.sandbox.party.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The platform is down, for all or for one, and comes back. */
class OutageTest {
    private static final int CALLS_PER_SECOND = 20;
    private static final int AT_ONCE_AFTER_A_REST = 2 * CALLS_PER_SECOND;

    @Test
    void an_outage_costs_few_calls_and_no_grant_and_ends_without_a_rush() {
        int count = Scale.of(150, 1000);
        Duration outage = Scale.seconds(20, 60);
        Duration life = Duration.ofSeconds(Scale.of(24, 120));
        try (World world = World.of(life, Played.SPOTIFY);
                Stage stage = Stage.onMariaDb("outage", MariaDb.shared(), world)) {
            stage.with("SPOTIFY_CALLS_PER_SECOND", String.valueOf(CALLS_PER_SECOND));
            stage.start(Scale.of(2, 3));
            List<Somebody> people = stage.people(count);
            world.party(Played.SPOTIFY).always(Fault.Kind.BAD_GATEWAY.at(Endpoint.REFRESH));
            Nap.of(life);
            int before = world.refreshTimes(Played.SPOTIFY).size();
            try (Load load = stage.load(10, Duration.ofMillis(200), people, 1)) {
                Nap.of(outage);
            }
            int during = world.refreshTimes(Played.SPOTIFY).size() - before;
            assertThat(during)
                    .as("calls in " + outage + "; each connection on its own would have made " + count + " at least")
                    .isLessThanOrEqualTo(60);

            world.party(Played.SPOTIFY).wellAgain();
            Instant back = Instant.now();
            try (Load load = stage.load(10, Duration.ofMillis(200), people, 2)) {
                Nap.until(
                        "all are renewed",
                        Duration.ofMinutes(Scale.of(3, 10)),
                        () -> renewedSince(world, back) >= count);
            }
            assertThat(mostInOneSecond(world.refreshTimes(Played.SPOTIFY), back))
                    .as("calls in the busiest second")
                    .isLessThanOrEqualTo(AT_ONCE_AFTER_A_REST + CALLS_PER_SECOND);
            stage.demandThatAllPromisesWereKept(people);
            assertThat(stage.lost(Played.SPOTIFY)).isZero();
        }
    }

    private static long renewedSince(World world, Instant back) {
        return world.sandbox(Played.SPOTIFY).ledger().refreshes().stream()
                .filter(call -> call.receivedAt().isAfter(back) && call.isGranted())
                .map(call -> call.grant().orElseThrow().person())
                .distinct()
                .count();
    }

    private static long mostInOneSecond(List<Instant> times, Instant from) {
        List<Instant> after = times.stream().filter(from::isBefore).sorted().toList();
        long most = 0;
        int first = 0;
        for (int i = 0; i < after.size(); i++) {
            while (after.get(first).plusSeconds(1).isBefore(after.get(i))) {
                first++;
            }
            most = Math.max(most, i - first + 1);
        }
        return most;
    }

    @Test
    void one_connection_that_fails_is_asked_for_often_and_tried_seldom_and_not_at_all_once_its_grant_is_dead() {
        try (World world = World.of(Duration.ofSeconds(4), Played.SPOTIFY);
                Stage stage = Stage.onMariaDb("hot", MariaDb.shared(), world)) {
            List<Service> services = stage.start(2);
            List<Somebody> people = stage.people(2);
            Somebody who = people.getFirst();
            Nap.of(Duration.ofSeconds(4));
            int before = world.refreshCalls(Played.SPOTIFY, who);
            world.party(Played.SPOTIFY).always(Fault.Kind.BAD_GATEWAY.at(Endpoint.REFRESH));
            try (Load load = stage.load(8, Duration.ofMillis(10), List.of(who), 1)) {
                Nap.of(Scale.seconds(15, 120));
            }
            // One in a doubling series of pauses each, however many ask.
            assertThat(world.refreshCalls(Played.SPOTIFY, who) - before).isBetween(2, 14);

            world.party(Played.SPOTIFY).wellAgain();
            Nap.until("it works again", Duration.ofMinutes(2), () -> lent(stage, services.getFirst(), who));
            Nap.of(Duration.ofSeconds(4));
            int untilThen = world.refreshCalls(Played.SPOTIFY, who);
            world.party(Played.SPOTIFY).withdraw(who.id());
            for (int round = 0; round < 5; round++) {
                List<Asked> answers = stage.herd(services, 40, at -> stage.clients.token(at, who, Played.SPOTIFY, 60));
                assertThat(answers)
                        .as("tokens of a dead grant")
                        .filteredOn(one -> one.answered() instanceof Answered.Lent)
                        .isEmpty();
            }
            assertThat(world.refreshCalls(Played.SPOTIFY, who) - untilThen).isEqualTo(1);
            stage.demandThatAllPromisesWereKept(people);
            assertThat(stage.lost(Played.SPOTIFY)).isEqualTo(1);
        }
    }

    private static boolean lent(Stage stage, Service service, Somebody who) {
        return stage.clients.token(Stage.at(service), who, Played.SPOTIFY, 60).answered() instanceof Answered.Lent;
    }
}
