package dev.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.sandbox.party.RotationMode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real process, killed for real: what it acknowledged is there when it starts again. */
class KillTest {
    @TempDir
    Path folder;

    @Test
    void after_kill_9_everybody_is_signed_in_and_connected_with_the_same_answers() throws Exception {
        try (World world = World.usual()) {
            Map<String, String> settings = world.settings(folder);
            URI address = URI.create(settings.get("PATCHBAY_BASE_URL"));
            Browser ann;
            String token;
            Process first = start(settings, address);
            try {
                ann = world.connected(address, "ann");
                token = ann.accessToken();
            } finally {
                kill(first);
            }
            Process second = start(settings, address);
            try {
                assertThat(ann.accessToken()).isEqualTo(token);
                assertThat(ann.get("/platforms/spotify/status").data()).containsEntry("connected", true);
            } finally {
                kill(second);
            }
        }
    }

    @Test
    void a_renewed_token_that_was_answered_survives_kill_9_at_a_server_that_rotates() throws Exception {
        try (World world = World.usual()) {
            world.sandbox().spotify().rotation(new RotationMode.StrictRevoke());
            Map<String, String> settings = world.settings(folder);
            URI address = URI.create(settings.get("PATCHBAY_BASE_URL"));
            Process process = start(settings, address);
            try {
                Browser ann = world.connected(address, "ann");
                for (int round = 0; round < 3; round++) {
                    Browser.Answer renewed = ann.post("/platforms/spotify/refresh", "{}");
                    kill(process);
                    assertThat(renewed.status()).isEqualTo(200);
                    process = start(settings, address);

                    String token = ann.accessToken();

                    assertThat(token).isEqualTo(renewed.data().get("accessToken"));
                    assertThat(world.sandbox().ledger().liveRefreshTokens("spotify", "ann"))
                            .hasSize(1);
                    Thread.sleep(Duration.ofSeconds(10));
                }
            } finally {
                kill(process);
            }
        }
    }

    @Test
    void what_a_killed_process_had_noted_and_not_chained_is_chained_by_the_next() throws Exception {
        try (World world = World.usual()) {
            Map<String, String> settings = world.settings(folder);
            URI address = URI.create(settings.get("PATCHBAY_BASE_URL"));
            Process first = start(settings, address);
            try {
                world.connected(address, "ann");
            } finally {
                kill(first);
            }
            AuditCommand.Outcome left = AuditCommand.run(settings, List.of("verify", "--json"));
            Process second = start(settings, address);
            try {
                AuditCommand.Outcome now = left;
                for (int look = 0; look < 100 && !now.text().contains("\"waiting\":0"); look++) {
                    Thread.sleep(100);
                    now = AuditCommand.run(settings, List.of("verify", "--json"));
                }
                assertThat(left.sound()).isTrue();
                assertThat(now.sound()).isTrue();
                // An account, a session, a connection.
                assertThat(now.text()).contains("\"waiting\":0").contains("\"links\":3");
            } finally {
                kill(second);
            }
        }
    }

    private Process start(Map<String, String> settings, URI address) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        Path log = folder.resolve("service.log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(settings);
        Process process = builder.start();
        waitFor(process, address, log);
        return process;
    }

    private static void waitFor(Process process, URI address, Path log) throws Exception {
        Browser browser = new Browser(address);
        for (int i = 0; i < 600 && process.isAlive(); i++) {
            try {
                if (browser.get("/auth/providers").status() == 200) {
                    return;
                }
            } catch (IllegalStateException notYet) {
                Thread.sleep(100);
            }
        }
        throw new IOException("the service did not start:\n" + Files.readString(log));
    }

    /** {@code destroyForcibly} is SIGKILL on every Unix. */
    private static void kill(Process process) throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }
}
