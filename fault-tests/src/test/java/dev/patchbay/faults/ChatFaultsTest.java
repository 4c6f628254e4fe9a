package dev.patchbay.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.faults.database.MariaDb;
import dev.patchbay.faults.process.Balancer;
import dev.patchbay.faults.process.Service;
import dev.patchbay.faults.world.Chatter;
import dev.patchbay.faults.world.Played;
import dev.patchbay.faults.world.World;
import dev.patchbay.sandbox.party.Hold;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Updates are posted five times each, to two processes, and the database dies under them. */
class ChatFaultsTest {
    private final Random random = new Random();

    @Test
    void each_thing_that_is_said_takes_effect_once_and_is_acknowledged_only_then() throws Exception {
        try (MariaDb server = MariaDb.start();
                World world = World.of(Duration.ofHours(1), Played.SPOTIFY).chatting("webhook");
                Stage stage = Stage.onMariaDb("posted", server, world)) {
            ChatTalk.slowDown(world);
            world.telegram().deliveries().repeatEach(5);
            List<Service> services = stage.prepare(2);
            ChatPromises promises = new ChatPromises(world);
            try (Balancer balancer = Balancer.before(services)) {
                services.forEach(
                        one -> one.set("PATCHBAY_BASE_URL", balancer.address().toString()));
                stage.startAll();
                try (ChatTalk talk = ChatTalk.begin(Scale.of(12, 40), world, balancer.address())) {
                    Nap.until(
                            "somebody is answered",
                            Duration.ofSeconds(60),
                            () -> !world.telegram().ledger().sends().isEmpty());
                    for (int i = 0; i < Scale.of(3, 30); i++) {
                        Nap.of(Duration.ofMillis(1000 + random.nextInt(2000)));
                        Optional<Hold> exchange =
                                i % 2 == 0 ? Optional.of(ChatTalk.holdExchange(world)) : Optional.empty();
                        Instant died = Instant.now();
                        server.kill();
                        exchange.ifPresent(ChatTalk::letArrive);
                        askAgainInVain(world, services);
                        server.restart();
                        services.forEach(Service::awaitReady);
                        promises.trouble(died);
                    }
                    List<Chatter> people = talk.end();
                    promises.demand(stage.rows(server), people);
                    assertThat(people.stream().mapToInt(Chatter::interruptions).sum())
                            .as("people whose code was exchanged, and who were told that they were interrupted")
                            .isPositive();
                }
            }
        }
    }

    /** Not even what was done long ago is acknowledged by a process that cannot look. */
    private static void askAgainInVain(World world, List<Service> services) {
        long known = world.telegram().ledger().deliveries().getFirst().updateId();
        List<URI> webhooks = services.stream()
                .map(one -> one.address().resolve("/telegram/webhook"))
                .toList();
        assertThat(world.telegram().deliveries().postAgain(known, webhooks)).containsOnly(503);
    }
}
