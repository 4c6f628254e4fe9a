package dev.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.adapter.persistence.MariaDbServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * Two services on one real database, asked without a pause by whoever holds a session that is being ended: nothing that was asked after the
 * end was acknowledged is answered as if it still were one.
 */
class EndedSessionsTest {
    private static final boolean NIGHTLY = "nightly".equals(System.getProperty("faults.scale"));
    private static final int ENDS = NIGHTLY ? 1_000 : 24;
    /** Each at a time of its own: ending all sessions ends those of one person. */
    private static final List<String> NAMES = List.of("ann", "bob");

    /** Asked this often after the acknowledgement, at each service. */
    private static final int AFTERWARDS = 5;

    private record Asked(long at, int status) {}

    @Test
    void after_the_acknowledgement_no_service_hears_the_session() throws Exception {
        try (World world = World.usual();
                MariaDbServer server = MariaDbServer.start();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Map<String, String> settings = world.settings(server.freshSchema());
            settings.put("DATABASE_USER", server.user());
            Map<String, String> elsewhere = new HashMap<>(settings);
            elsewhere.put("PORT", String.valueOf(World.freePort()));
            try (Patchbay one = Patchbay.start(settings);
                    Patchbay two = Patchbay.start(elsewhere)) {
                var next = new AtomicInteger();
                var before = new AtomicInteger();
                List<Future<?>> lanes = NAMES.stream()
                        .<Future<?>>map(name -> threads.submit(() -> {
                            for (int i = next.getAndIncrement(); i < ENDS; i = next.getAndIncrement()) {
                                before.addAndGet(end(i, name, world, one, two, threads));
                            }
                            return null;
                        }))
                        .toList();
                for (Future<?> lane : lanes) {
                    lane.get();
                }
                assertThat(before.get()).as("answered while the sessions lived").isGreaterThan(ENDS);
            }
        }
    }

    /** @return how many were answered before the session ended */
    private static int end(int number, String name, World world, Patchbay one, Patchbay two, ExecutorService threads)
            throws Exception {
        Browser atOne = world.connected(one.baseUrl(), name);
        Browser atTwo = atOne.at(two.address());
        String token = atOne.cookie("session").orElseThrow();
        var heard = new ConcurrentLinkedQueue<Asked>();
        var over = new AtomicBoolean();
        List<Future<?>> askers = List.of(
                threads.submit(() -> ask(atTwo, token, "/platforms/spotify/token", over, heard)),
                threads.submit(() -> ask(atTwo, token, "/user/profile", over, heard)),
                threads.submit(() -> ask(atOne, token, "/platforms/spotify/token", over, heard)));
        while (heard.size() < 6) {
            Thread.onSpinWait();
            Thread.sleep(1);
        }
        Browser.Answer ended =
                switch (number % 3) {
                    case 0 -> atOne.post("/auth/logout", "{}");
                    case 1 -> atOne.delete("/user/sessions");
                    default -> atOne.delete("/user");
                };
        long acknowledged = System.nanoTime();
        assertThat(ended.status()).isIn(200, 204);
        for (int i = 0; i < AFTERWARDS; i++) {
            assertThat(atTwo.getAs(token, "/platforms/spotify/token").status()).isEqualTo(401);
            assertThat(atOne.getAs(token, "/user/profile").status()).isEqualTo(401);
        }
        over.set(true);
        for (Future<?> asker : askers) {
            asker.get();
        }
        assertThat(heard).filteredOn(asked -> asked.at() > acknowledged).allMatch(asked -> asked.status() == 401);
        return (int) heard.stream().filter(asked -> asked.status() == 200).count();
    }

    private static void ask(
            Browser browser, String token, String path, AtomicBoolean over, ConcurrentLinkedQueue<Asked> heard) {
        while (!over.get()) {
            long at = System.nanoTime();
            heard.add(new Asked(at, browser.getAs(token, path).status()));
        }
    }
}
