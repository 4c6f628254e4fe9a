package dev.patchbay.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.faults.database.MariaDb;
import dev.patchbay.faults.history.Asked;
import dev.patchbay.faults.history.Asked.Answered;
import dev.patchbay.faults.history.Interruption;
import dev.patchbay.faults.process.Service;
import dev.patchbay.faults.world.Clients;
import dev.patchbay.faults.world.Played;
import dev.patchbay.faults.world.Somebody;
import dev.patchbay.faults.world.World;
import dev.patchbay.sandbox.ledger.Endpoint;
import dev.patchbay.sandbox.party.Hold;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Many clients of three processes want the same token renewed at the same moment. The tests share the processes, which each leaves
 * running, and have people of their own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HerdTest {
    /** Several times the latency of the platform, so that what a herd was given is fresh for all of it. */
    private static final Duration SHORT_LIFE = Duration.ofSeconds(24);

    /** Long lives elsewhere, so that nothing is renewed there but what is asked for. */
    private final World world = World.of(Duration.ofHours(1), Played.SPOTIFY, Played.OVERLAPPING, Played.GRACEFUL)
            .and(SHORT_LIFE, Played.REVOKING);

    private final Stage stage = Stage.onMariaDb("herd", MariaDb.shared(), world);
    private List<Service> services = List.of();
    private Somebody first;
    private Somebody killed;
    private Somebody paused;
    private List<Somebody> others = List.of();

    @BeforeAll
    void three_processes_and_people() {
        services = stage.start(3);
        List<Somebody> people = stage.people(3 + Scale.of(5, 500));
        first = people.get(0);
        killed = people.get(1);
        paused = people.get(2);
        others = people.subList(3, people.size());
    }

    @AfterAll
    void close() {
        stage.close();
    }

    @Test
    @Order(1)
    void hundreds_of_callers_at_three_processes_cost_one_call_and_get_one_token() {
        Nap.of(SHORT_LIFE);
        herd(first); // from here on the processes are not cold
        world.party(Played.REVOKING).slow(Duration.ofSeconds(2), Endpoint.REFRESH);
        for (Somebody who : others) {
            List<Asked> answers = herd(who);

            assertThat(answers)
                    .as("those who got no token of " + who)
                    .filteredOn(one -> !(one.answered() instanceof Answered.Lent))
                    .isEmpty();
            assertThat(answers)
                    .extracting(Asked::answered)
                    .containsOnly(answers.getFirst().answered());
            assertThat(world.refreshCalls(Played.REVOKING, who)).isEqualTo(1);
        }
        world.party(Played.REVOKING).wellAgain();
        stage.demandThatAllPromisesWereKept(others);
    }

    @Test
    @Order(2)
    void when_the_process_that_asks_falls_asleep_nobody_hangs_and_its_late_answer_does_no_harm() {
        Map<Played, Hold> asked = askAt(services.getFirst(), paused);
        services.getFirst().pause();
        asked.values().forEach(Hold::release);
        for (Played platform : Played.values()) {
            demandThatNobodyHangs(paused, platform);
        }
        // Longer than the claims of all classes that may be taken over from a silent holder.
        Nap.of(Duration.ofSeconds(18));

        for (Played platform : Played.values()) {
            assertThat(world.refreshCalls(platform, paused))
                    .as("calls to " + platform)
                    .isBetween(1, platform.isStrict() ? 1 : 2);
        }
        services.getFirst().resume();
        stage.demandThatAllPromisesWereKept(List.of(paused));
        assertThat(stage.lost(Played.REVOKING))
                .as("the sleeper's answer was committed")
                .isZero();
    }

    @Test
    @Order(3)
    void when_the_process_that_asks_is_killed_the_others_ask_at_most_once_more_and_only_where_it_does_no_harm() {
        Map<Played, Hold> asked = askAt(services.getFirst(), killed);
        stage.kill(services.getFirst());
        asked.values().forEach(Hold::release);

        for (Played platform : Played.values()) {
            List<Asked> answers = askOthers(killed, platform);
            assertThat(answers)
                    .as("who was not answered as they should at " + platform)
                    .filteredOn(one -> one.answered() instanceof Answered.Unknown
                            || (one.answered() instanceof Answered.Refused && !platform.isStrict()))
                    .isEmpty();
            assertThat(world.refreshCalls(platform, killed))
                    .as("calls to " + platform)
                    .isEqualTo(platform.isStrict() ? 1 : 2);
        }
        services.getFirst().start();
        stage.demandThatAllPromisesWereKept(List.of(killed));
        assertThat(stage.lost(Played.REVOKING)).isEqualTo(1);
    }

    @Test
    @Order(4)
    @EnabledIfSystemProperty(named = "faults.scale", matches = "nightly")
    void a_process_that_sleeps_for_longer_than_any_call_may_take_is_not_overtaken_where_that_would_do_harm() {
        int before = world.refreshCalls(Played.REVOKING, first);
        Map<Played, Hold> asked = askAt(services.getFirst(), first);
        services.getFirst().pause();
        stage.history.add(new Interruption("one", Instant.now()));
        asked.values().forEach(Hold::release);
        Nap.of(Duration.ofSeconds(90));

        demandThatNobodyHangs(first, Played.REVOKING);
        assertThat(world.refreshCalls(Played.REVOKING, first) - before).isEqualTo(1);
        services.getFirst().resume();
        stage.demandThatAllPromisesWereKept(List.of(first));
    }

    private List<Asked> herd(Somebody who) {
        return stage.herd(
                services, 200, at -> stage.clients.token(at, who, Played.REVOKING, Clients.AS_LONG_AS_CAN_BE));
    }

    private List<Asked> askOthers(Somebody who, Played platform) {
        return stage.herd(services.subList(1, 3), 20, at -> stage.clients.refresh(at, who, platform));
    }

    private void demandThatNobodyHangs(Somebody who, Played platform) {
        assertThat(askOthers(who, platform))
                .as("those who were left hanging at " + platform)
                .filteredOn(one -> one.answered() instanceof Answered.Unknown)
                .isEmpty();
    }

    /** One caller for each platform at this process; returns when the platforms have processed the calls and hold the answers. */
    private Map<Played, Hold> askAt(Service service, Somebody who) {
        Map<Played, Hold> asked = new EnumMap<>(Played.class);
        for (Played platform : Played.values()) {
            asked.put(platform, world.party(platform).hold(Endpoint.REFRESH));
            Thread.ofVirtual().start(() -> stage.clients.refresh(Stage.at(service), who, platform));
        }
        asked.values().forEach(hold -> hold.awaitProcessed(Duration.ofSeconds(30)));
        return asked;
    }
}
