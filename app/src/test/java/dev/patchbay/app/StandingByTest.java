package dev.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.patchbay.sandbox.ledger.Endpoint;
import dev.patchbay.sandbox.party.Fault;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What operators see and do: metrics, a process on its way out, deaths undone. */
class StandingByTest {
    @TempDir
    Path folder;

    @Test
    void metrics_tell_renewals_by_outcome_and_connections_by_state_on_the_management_port_only() throws Exception {
        try (World world = World.usual()) {
            Map<String, String> settings = world.settings(folder);
            Browser probe = managedBy(settings);
            try (Patchbay service = Patchbay.start(settings)) {
                Browser ann = world.connected(service.baseUrl(), "ann");
                assertThat(ann.post("/platforms/spotify/refresh", "{}").status())
                        .isEqualTo(200);
                Browser bob = world.connected(service.baseUrl(), "bob");
                world.sandbox().spotify().always(Fault.Kind.BAD_GATEWAY.at(Endpoint.REFRESH));
                assertThat(bob.post("/platforms/spotify/refresh", "{}").status())
                        .isEqualTo(503);

                String metrics = eventually(probe, "provider=\"spotify\",state=\"waiting\"} 1");

                assertThat(metrics)
                        .containsPattern(
                                "patchbay_renewals_seconds_count\\{app=\"[^\"]+\",outcome=\"ok\",provider=\"spotify\"}"
                                        + " 1")
                        .containsPattern("patchbay_renewals_seconds_count\\{.*outcome=\"unavailable\".*} [1-9]")
                        .containsPattern("patchbay_connections\\{.*state=\"active\".*} 1")
                        .containsPattern("patchbay_connections\\{.*state=\"waiting\".*} 1")
                        .contains("patchbay_access_expiry_soonest_seconds{")
                        .contains("patchbay_consent_end_soonest_seconds{")
                        .contains("patchbay_renewal_last_success_seconds{")
                        .contains("patchbay_sweep_lag_seconds{")
                        .contains("jvm_memory_used_bytes");
                assertThat(world.sandbox().ledger().issuedSecrets()).noneMatch(metrics::contains);
                assertThat(ann.get("/metrics").status()).isEqualTo(404);
            }
        }
    }

    @Test
    void a_process_that_is_stopping_is_live_not_ready_and_still_answers() throws Exception {
        try (World world = World.usual()) {
            Map<String, String> settings = world.settings(folder);
            Browser probe = managedBy(settings);
            settings.put("DRAIN_SECONDS", "3");
            Patchbay service = Patchbay.start(settings);
            Browser ann = world.connected(service.baseUrl(), "ann");
            assertThat(probe.get("/health/ready").status()).isEqualTo(200);

            Thread stopping = Thread.ofVirtual().start(service::close);
            for (int i = 0; i < 100 && probe.get("/health/ready").status() == 200; i++) {
                Thread.sleep(10);
            }

            assertThat(probe.get("/health/ready").status()).isEqualTo(503);
            assertThat(probe.get("/health/live").status()).isEqualTo(200);
            assertThat(ann.get("/platforms/spotify/token").status()).isEqualTo(200);
            stopping.join();
        }
    }

    @Test
    void a_connection_that_ended_falsely_is_revived_by_the_operator_and_works_again() throws Exception {
        try (World world = World.usual()) {
            Map<String, String> settings = world.settings(folder);
            Browser ann;
            try (Patchbay service = Patchbay.start(settings)) {
                ann = world.connected(service.baseUrl(), "ann");
                world.sandbox().spotify().script(Fault.Kind.INVALID_GRANT.at(Endpoint.REFRESH));
                assertThat(ann.post("/platforms/spotify/refresh", "{}").code()).isEqualTo("reauth_required");
                assertThat(ann.get("/platforms/spotify/token").code()).isEqualTo("reauth_required");
            }

            assertThat(Operator.run(settings, List.of("revive", "spotify", "1")))
                    .startsWith("1 connections");

            try (Patchbay service = Patchbay.start(settings)) {
                assertThat(ann.post("/platforms/spotify/refresh", "{}").status())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void an_operator_sees_how_things_are_and_no_secret() {
        try (World world = World.usual()) {
            Map<String, String> settings = world.settings(folder);
            assertThat(InspectCommand.run(settings, List.of())).isEqualTo("No connections yet.\n");
            String account;
            try (Patchbay service = Patchbay.start(settings)) {
                Browser ann = world.connected(service.baseUrl(), "ann");
                account = ann.get("/user/profile").data().get("id").toString();
            }

            String all = InspectCommand.run(settings, List.of());
            String hers = InspectCommand.run(settings, List.of(account));

            assertThat(all).contains("spotify, app", ": fine", "1 active, 0 waiting", "first consent ends: 20");
            assertThat(hers)
                    .contains(
                            account,
                            "signs in with google",
                            "session by google",
                            "spotify as Ann Lindqvist",
                            "connected");
            assertThat(world.sandbox().ledger().issuedSecrets())
                    .noneMatch(all::contains)
                    .noneMatch(hers::contains);
        }
    }

    @Test
    void refresh_tokens_from_elsewhere_are_taken_over_line_by_line_and_only_once() throws Exception {
        try (World world = World.usual()) {
            Map<String, String> settings = world.settings(folder);
            String account;
            try (Patchbay service = Patchbay.start(settings)) {
                Browser ann = world.signIn(service.baseUrl(), "ann");
                account = ann.get("/user/profile").data().get("id").toString();
            }
            String token = world.sandbox().spotify().grant("ann").refreshToken().secret();
            Path file = Files.writeString(folder.resolve("tokens.jsonl"), """
                {"account":"%s","platform":"spotify","refreshToken":"%s","consentedAt":"%s"}
                {"account":"%s","platform":"spotify","refreshTokn":"x","consentedAt":"2026-08-01T09:30:00Z"}
                not json
                """.formatted(
                            account, token, Instant.now().minusSeconds(3600), account));
            List<String> said = new ArrayList<>();

            assertThat(ImportCommand.run(settings, List.of(file.toString(), "--dry-run"), said::add))
                    .isEqualTo("3 lines, 2 refused; a dry run, nothing was done");
            assertThat(ImportCommand.run(settings, List.of(file.toString()), said::add))
                    .isEqualTo("3 lines, 2 refused");
            ImportCommand.run(settings, List.of(file.toString()), said::add);

            assertThat(said.get(0)).startsWith("line 1: can be taken over");
            assertThat(said.get(3)).startsWith("line 1: taken over for " + account);
            assertThat(said.get(4)).startsWith("line 2: refused: it has a name besides");
            assertThat(said.get(5)).isEqualTo("line 3: refused: it is no JSON object");
            assertThat(said.get(6)).startsWith("line 1: left alone");
            assertThat(said).noneMatch(line -> line.contains(token));
            try (Patchbay service = Patchbay.start(settings)) {
                Browser ann = world.signIn(service.baseUrl(), "ann");
                assertThat(ann.get("/platforms/spotify/token").status()).isEqualTo(200);
            }
        }
    }

    @Test
    void an_operator_who_mistypes_is_told_how() {
        try (World world = World.usual()) {
            for (List<String> words : List.of(
                    List.of("revive"),
                    List.of("revive", "spotify", "73"),
                    List.of("revive", "spotify", "1", "2"),
                    List.of("bury", "spotify"),
                    List.of("revive", "deezer"))) {
                StartRefused refused =
                        catchThrowableOfType(StartRefused.class, () -> Operator.run(world.settings(folder), words));
                assertThat(refused.lines()).as("%s", words).anyMatch(line -> line.contains("usage:"));
            }
            for (List<String> words :
                    List.of(List.<String>of(), List.of("--dry-run"), List.of("a", "b"), List.of("-x"))) {
                StartRefused refused = catchThrowableOfType(
                        StartRefused.class, () -> ImportCommand.run(world.settings(folder), words, line -> {}));
                assertThat(refused.lines()).as("%s", words).anyMatch(line -> line.contains("usage:"));
            }
            for (List<String> words : List.of(List.of("ann"), List.of("mmp_1", "mmp_2"))) {
                StartRefused refused = catchThrowableOfType(
                        StartRefused.class, () -> InspectCommand.run(world.settings(folder), words));
                assertThat(refused.lines()).as("%s", words).anyMatch(line -> line.contains("usage:"));
            }
        }
    }

    @Test
    void a_spool_that_cannot_be_written_is_refused_at_start_by_name() throws Exception {
        Path file = Files.createFile(folder.resolve("a-file"));
        try (World world = World.usual()) {
            Map<String, String> settings = world.settings(folder);
            settings.put("SPOOL_FOLDER", file.toString());

            StartRefused refused = catchThrowableOfType(StartRefused.class, () -> Patchbay.start(settings));

            assertThat(refused.lines()).anyMatch(line -> line.contains("SPOOL_FOLDER"));
        }
    }

    private static Browser managedBy(Map<String, String> settings) {
        int port = World.freePort();
        settings.put("MANAGEMENT_PORT", String.valueOf(port));
        return new Browser(URI.create("http://127.0.0.1:" + port));
    }

    /** The gauges are drawn from the store every quarter of a minute. */
    private static String eventually(Browser probe, String words) throws InterruptedException {
        for (int i = 0; i < 80; i++) {
            String body = probe.get("/metrics").body();
            if (body.contains(words)) {
                return body;
            }
            Thread.sleep(Duration.ofMillis(250));
        }
        throw new AssertionError("no " + words);
    }
}
