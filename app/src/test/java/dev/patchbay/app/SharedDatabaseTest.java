package dev.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.adapter.persistence.MariaDbServer;
import dev.patchbay.sandbox.party.RotationMode;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two services on one real MariaDB behave as one, and a MariaDB that is gone is only ever a 503. */
class SharedDatabaseTest {
    @Test
    void a_sign_out_at_one_service_holds_at_once_at_the_other() {
        try (World world = World.usual();
                MariaDbServer server = MariaDbServer.start()) {
            Map<String, String> settings = settings(world, server);
            try (Patchbay one = Patchbay.start(settings);
                    Patchbay two = Patchbay.start(elsewhere(settings))) {
                Browser atOne = world.connected(one.baseUrl(), "ann");
                Browser atTwo = atOne.at(two.address());
                assertThat(atTwo.accessToken()).isEqualTo(atOne.accessToken());

                assertThat(atOne.post("/auth/logout", "{}").status()).isEqualTo(204);

                assertThat(atTwo.get("/platforms/spotify/token").status()).isEqualTo(401);
            }
        }
    }

    @Test
    void two_services_asked_at_once_refresh_once_at_a_server_that_revokes_on_reuse() throws Exception {
        try (World world = World.withAccessTokensLiving(Duration.ofSeconds(4));
                MariaDbServer server = MariaDbServer.start();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            world.sandbox().spotify().rotation(new RotationMode.StrictRevoke());
            Map<String, String> settings = settings(world, server);
            try (Patchbay one = Patchbay.start(settings);
                    Patchbay two = Patchbay.start(elsewhere(settings))) {
                Browser atOne = world.connected(one.baseUrl(), "ann");
                Browser atTwo = atOne.at(two.address());
                for (int round = 1; round <= 3; round++) {
                    Thread.sleep(Duration.ofSeconds(5));
                    // The sweep may have been there first.
                    int before = world.sandbox().ledger().refreshCalls();
                    List<Callable<String>> asks = IntStream.range(0, 40)
                            .<Callable<String>>mapToObj(i -> (i % 2 == 0 ? atOne : atTwo)::accessToken)
                            .toList();
                    Set<String> tokens = new HashSet<>();
                    for (var done : threads.invokeAll(asks)) {
                        tokens.add(done.get());
                    }
                    assertThat(tokens).hasSize(1);
                    assertThat(world.sandbox().ledger().refreshCalls()).isBetween(round, before + 1);
                }
                assertThat(world.sandbox().ledger().liveRefreshTokens("spotify", "ann"))
                        .hasSize(1);
            }
        }
    }

    @Test
    void a_database_that_went_away_is_a_503_and_never_a_401() {
        try (World world = World.usual();
                MariaDbServer server = MariaDbServer.start()) {
            try (Patchbay service = Patchbay.start(settings(world, server))) {
                Browser ann = world.connected(service.baseUrl(), "ann");
                server.close();
                for (String path : List.of(
                        "/platforms/spotify/token",
                        "/platforms/spotify/status",
                        "/platforms/spotify/health",
                        "/user/profile",
                        "/user/sessions",
                        "/user/activity")) {
                    Browser.Answer answer = ann.get(path);
                    assertThat(answer.status()).as(path).isEqualTo(503);
                    assertThat(answer.code()).as(path).isEqualTo("temporarily_unavailable");
                }
                assertThat(ann.post("/auth/google/login", "{}").status()).isEqualTo(503);
                assertThat(ann.post("/auth/logout", "{}").status()).isEqualTo(503);
            }
        }
    }

    private static Map<String, String> settings(World world, MariaDbServer server) {
        Map<String, String> settings = world.settings(server.freshSchema());
        settings.put("DATABASE_USER", server.user());
        return settings;
    }

    /** Another process of the same service: same public address, another port. */
    private static Map<String, String> elsewhere(Map<String, String> settings) {
        Map<String, String> other = new HashMap<>(settings);
        other.put("PORT", String.valueOf(World.freePort()));
        return other;
    }
}
