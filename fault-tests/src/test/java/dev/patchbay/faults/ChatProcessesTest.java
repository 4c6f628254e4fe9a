package dev.patchbay.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.faults.database.MariaDb;
import dev.patchbay.faults.database.Rows;
import dev.patchbay.faults.process.Balancer;
import dev.patchbay.faults.process.KillPoint;
import dev.patchbay.faults.process.Service;
import dev.patchbay.faults.world.Chatter;
import dev.patchbay.faults.world.Played;
import dev.patchbay.faults.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The process that asks for what is said in chats, and answers it, is killed again and again. */
class ChatProcessesTest {
    private final Random random = new Random();

    @Test
    void every_chat_is_answered_by_the_next_process_and_whoever_was_interrupted_hears_how_it_stands() throws Exception {
        MariaDb server = MariaDb.shared();
        try (World world = World.of(Duration.ofHours(1), Played.SPOTIFY).chatting("polling");
                Stage stage = Stage.onMariaDb("polled", server, world)) {
            ChatTalk.slowDown(world);
            Deque<Service> services = new ArrayDeque<>(stage.prepare(2));
            ChatPromises promises = new ChatPromises(world);
            try (Balancer balancer = Balancer.before(List.copyOf(services))) {
                services.forEach(
                        one -> one.set("PATCHBAY_BASE_URL", balancer.address().toString()));
                Rows rows = stage.rows(server);
                services.getFirst().startWithKillPoints();
                awaitAnotherThan("", rows);
                services.getLast().startWithKillPoints();
                try (ChatTalk talk = ChatTalk.begin(Scale.of(12, 40), world, balancer.address())) {
                    // Each costs whoever was being answered a claim's 60 s; another process speaks at once.
                    for (int i = 0; i < Scale.of(2, 12); i++) {
                        Service speaks = services.removeFirst();
                        String holder = holder(rows);
                        promises.trouble(end(stage, speaks, i));
                        awaitAnotherThan(holder, rows);
                        speaks.startWithKillPoints();
                        services.addLast(speaks);
                    }
                    List<Chatter> people = talk.end();
                    promises.demand(rows, people);
                    assertThat(people.stream().mapToInt(Chatter::interruptions).sum())
                            .as("people who were interrupted, and told so")
                            .isPositive();
                }
            }
        }
    }

    /** One time by what it does, the other time at random. @return when it died, or before */
    private Instant end(Stage stage, Service speaks, int time) {
        if (time % 2 == 0) {
            speaks.arm(KillPoint.BROUGHT_BACK);
            stage.died(speaks);
            return Instant.now();
        }
        Nap.of(Duration.ofMillis(random.nextInt(4000)));
        return speaks.kill();
    }

    /** Who speaks for the bot; as long as one process alone runs beside a dead one, it is the next. */
    private static String holder(Rows rows) {
        return rows.word("SELECT COALESCE(HEX(holder), '') FROM chat_bot");
    }

    private static void awaitAnotherThan(String holder, Rows rows) {
        Nap.until("another process speaks", Duration.ofSeconds(90), () -> !holder(rows)
                .equals(holder));
    }
}
