package dev.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.sandbox.party.RotationMode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job, end to end: sign in, connect, and always get a token that is good now. */
class MainJobTest {
    @TempDir
    Path folder;

    @Test
    void a_person_signs_in_connects_and_gets_a_token_that_the_platform_accepts() throws Exception {
        try (World world = World.usual();
                Patchbay service = world.start(folder)) {
            Browser ann = world.signIn(service.baseUrl(), "ann");
            assertThat(ann.get("/user/profile").data().get("id").toString()).startsWith("mmp_");
            assertThat(ann.get("/platforms/spotify/token").code()).isEqualTo("not_connected");

            assertThat(world.connect(ann, "ann")).hasParameter("connected", "spotify");

            assertThat(accepted(world, ann.accessToken())).isEqualTo(200);
            Map<String, Object> status = ann.get("/platforms/spotify/status").data();
            assertThat(status).containsEntry("connected", true);
            assertThat(status.get("reauthorizeBy")).isNotNull();
            assertThat(status.get("expiresAt")).isNotNull();
        }
    }

    @Test
    void an_expiring_token_is_renewed_and_nobody_notices() throws Exception {
        try (World world = World.withAccessTokensLiving(Duration.ofSeconds(4));
                Patchbay service = world.start(folder)) {
            Browser ann = world.connected(service.baseUrl(), "ann");
            String first = ann.accessToken();

            Thread.sleep(Duration.ofSeconds(5));

            String second = ann.accessToken();
            assertThat(second).isNotEqualTo(first);
            assertThat(world.sandbox().ledger().isLiveAccessToken(first)).isFalse();
            assertThat(accepted(world, second)).isEqualTo(200);
            assertThat(ann.get("/platforms/spotify/status").data()).containsEntry("connected", true);
        }
    }

    /** A server that rotates and, when an old refresh token is shown again, revokes everything: one mistake ends it all. */
    @Test
    void a_crowd_asking_at_once_costs_one_refresh_at_a_server_that_revokes_on_reuse() throws Exception {
        try (World world = World.withAccessTokensLiving(Duration.ofSeconds(3));
                Patchbay service = world.start(folder);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            world.sandbox().spotify().rotation(new RotationMode.StrictRevoke());
            Browser ann = world.connected(service.baseUrl(), "ann");
            for (int round = 1; round <= 3; round++) {
                Thread.sleep(Duration.ofSeconds(4));
                // The sweep may have been there first.
                int before = world.sandbox().ledger().refreshCalls();
                Callable<String> ask = ann::accessToken;
                Set<String> tokens = threads
                        .invokeAll(IntStream.range(0, 40).mapToObj(i -> ask).toList())
                        .stream()
                        .map(done -> {
                            try {
                                return done.get();
                            } catch (Exception e) {
                                throw new IllegalStateException(e);
                            }
                        })
                        .collect(Collectors.toSet());
                assertThat(tokens).hasSize(1);
                assertThat(world.sandbox().ledger().refreshCalls()).isBetween(round, before + 1);
                assertThat(world.sandbox()
                                .ledger()
                                .isLiveAccessToken(tokens.iterator().next()))
                        .isTrue();
            }
            assertThat(world.sandbox().ledger().liveRefreshTokens("spotify", "ann"))
                    .hasSize(1);
        }
    }

    @Test
    void a_restarted_service_finds_everybody_signed_in_and_connected() throws Exception {
        try (World world = World.usual()) {
            var settings = world.settings(folder);
            Browser ann;
            String token;
            try (Patchbay service = Patchbay.start(settings)) {
                ann = world.connected(service.baseUrl(), "ann");
                token = ann.accessToken();
            }
            try (Patchbay again = Patchbay.start(settings)) {
                assertThat(ann.at(again.baseUrl()).accessToken()).isEqualTo(token);
            }
        }
    }

    @Test
    void a_program_signs_somebody_in_by_handoff_and_uses_a_bearer_token() throws Exception {
        try (World world = World.usual();
                Patchbay service = world.start(folder)) {
            Browser program = new Browser(service.baseUrl());
            Map<String, Object> begun = program.post("/auth/google/login", "{\"return\":\"handoff\"}")
                    .data();
            URI back = world.sandbox()
                    .google()
                    .approve(URI.create(begun.get("authUrl").toString()), "bob");
            URI end = new Browser(service.baseUrl()).follow(back);
            String handoff = end.getQuery().substring("handoff=".length());

            Map<String, Object> session = program.post(
                            "/auth/session",
                            "{\"handoff\":\"" + handoff + "\",\"state\":\"" + begun.get("state") + "\"}")
                    .data();

            String token = session.get("token").toString();
            assertThat(program.getAs(token, "/user/profile").status()).isEqualTo(200);
            assertThat(program.post(
                                    "/auth/session",
                                    "{\"handoff\":\"" + handoff + "\",\"state\":\"" + begun.get("state") + "\"}")
                            .code())
                    .isEqualTo("handoff_invalid");
        }
    }

    static int accepted(World world, String accessToken) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(world.sandbox().spotifyApiUrl() + "/me"))
                .header("Authorization", "Bearer " + accessToken)
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }
}
