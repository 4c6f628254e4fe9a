package dev.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.patchbay.app.settings.EnvironmentSettings;
import dev.patchbay.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is collected for a bug report helps, and gives nothing away. */
class DiagnosticsTest {
    @TempDir
    Path folder;

    @Test
    void a_running_service_tells_how_it_is_and_none_of_its_secrets() throws Exception {
        try (World world = World.usual()) {
            Map<String, String> settings = world.settings(folder);
            settings.put("MANAGEMENT_PORT", String.valueOf(World.freePort()));
            settings.put("DATABASE_PASSWORD", "hunter2-of-the-database");
            settings.put("AWS_SECRET_ACCESS_KEY", "somebody else's in the same environment");
            Map<String, String> secrets = new LinkedHashMap<>();
            Path file = folder.resolve("report.zip");
            try (Patchbay service = Patchbay.start(settings)) {
                Browser ann = world.connected(service.address(), "ann");
                secrets.put("session", ann.cookie("session").orElseThrow());
                secrets.put("access token", ann.accessToken());
                secrets.put(
                        "account",
                        String.valueOf(ann.get("/user/profile").data().get("id")));

                String said = DiagnosticsCommand.run(settings, List.of(file.toString()));

                assertThat(said).contains("about.txt, settings.txt, health.json, metrics.txt, store.txt, threads.txt");
                assertThat(catchThrowableOfType(
                                        StartRefused.class,
                                        () -> DiagnosticsCommand.run(settings, List.of(file.toString())))
                                .lines())
                        .singleElement()
                        .asString()
                        .contains("is there already");
            }
            world.sandbox().ledger().issuedSecrets().forEach(secret -> secrets.put("issued " + secret, secret));
            secrets.put("the master key", World.MASTER_KEY);
            secrets.put("Google's client secret", SandboxOptions.GOOGLE_CLIENT.secret());
            secrets.put("Spotify's client secret", SandboxOptions.SPOTIFY_CLIENT.secret());
            secrets.put("the database's password", "hunter2-of-the-database");
            secrets.put("what is not ours", "somebody else's");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            Map<String, String> texts = read(file);
            assertThat(texts.get("settings.txt"))
                    .contains("ENCRYPTION_KEY: set, not shown", "GOOGLE_CLIENT_SECRET: set, not shown", "PORT: ")
                    .doesNotContain("AWS");
            assertThat(texts.get("health.json")).contains("UP");
            assertThat(texts.get("metrics.txt")).contains("patchbay_");
            assertThat(texts.get("store.txt")).contains("rows of account: 1", "tables of version: ");
            assertThat(texts.get("threads.txt")).contains("DiagnosticsTest.a_running_service_tells");
            secrets.forEach((what, secret) -> texts.forEach((name, text) ->
                    assertThat(text.contains(secret)).as(what + " in " + name).isFalse()));
        }
    }

    @Test
    void a_service_that_does_not_start_has_its_reasons_in_it() throws Exception {
        try (World world = World.usual()) {
            Map<String, String> settings = world.settings(folder);
            settings.put("DRAIN_SECONDS", "soon");
            Path file = folder.resolve("report.zip");

            DiagnosticsCommand.run(settings, List.of(file.toString()));

            Map<String, String> texts = read(file);
            assertThat(texts.get("start.txt")).contains("DRAIN_SECONDS");
            assertThat(texts)
                    .containsKeys("about.txt", "settings.txt", "doctor.json")
                    .doesNotContainKey("threads.txt");
        }
    }

    @Test
    void what_a_secret_is_set_to_is_taken_out_of_every_text_also_when_it_comes_from_a_file() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "from-a-file-1234\n");
        var settings =
                new EnvironmentSettings(Map.of("ONE_SECRET", "plainly-set-1234", "TWO_SECRET_FILE", secret.toString()));
        settings.secret("ONE_SECRET");
        settings.secret("TWO_SECRET");

        assertThat(settings.withoutSecrets("a plainly-set-1234 b from-a-file-1234 c"))
                .isEqualTo("a redacted b redacted c");
        assertThat(settings.shown()).containsEntry("ONE_SECRET", "set, not shown");
    }

    private static Map<String, String> read(Path file) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                texts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return texts;
    }
}
