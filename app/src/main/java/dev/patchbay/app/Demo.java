package dev.patchbay.app;

import dev.patchbay.adapter.vault.MasterKeyFile;
import dev.patchbay.app.settings.EnvironmentSettings;
import dev.patchbay.sandbox.Sandbox;
import dev.patchbay.sandbox.SandboxOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code ./patchbay demo}: the service on an embedded database, with a sandbox in place of the outside world. Data, the
 * master key and the sandbox's ledger are in {@code data/demo}, so that a killed demo goes on where it was.
 */
public final class Demo {
    private static final Duration ACCESS_TOKEN_LIFE = Duration.ofSeconds(60);

    public static void main(String[] args) throws IOException {
        Path folder = Path.of("data", "demo");
        Files.createDirectories(folder);
        Path masterKey = folder.resolve("master.key");
        boolean made = MasterKeyFile.createIfAbsent(masterKey);
        var asked = new EnvironmentSettings(System.getenv());
        int port = asked.number("PORT", 8080, 1, 65_534);
        int managementPort = asked.number("MANAGEMENT_PORT", port + 1, 1, 65_535);
        int sandboxPort = asked.number("SANDBOX_PORT", 8090, 1, 65_535);
        Sandbox sandbox = Main.orExit(() -> {
            StartRefused.unlessNone(asked.problems());
            return sandbox(folder, sandboxPort);
        });
        Map<String, String> values = settings(port, managementPort, folder, masterKey, sandbox);
        // Of everything else the demo decides by itself; whose page shows how the service does, somebody has to say.
        asked.text("OPERATOR_ACCOUNTS").ifPresent(accounts -> values.put("OPERATOR_ACCOUNTS", accounts));
        Patchbay service = Main.orExit(() -> Patchbay.start(values));
        Main.closeOnExit(service, sandbox);
        System.out.print(Welcome.text(service.baseUrl(), sandbox, made ? masterKey.toString() : ""));
    }

    private static Sandbox sandbox(Path folder, int port) {
        try {
            return Sandbox.start(SandboxOptions.defaults()
                    .withPort(port)
                    .withJournal(folder.resolve("sandbox.journal"))
                    .withAccessTokenLife(ACCESS_TOKEN_LIFE));
        } catch (IllegalStateException | UncheckedIOException e) {
            throw new StartRefused(List.of("SANDBOX_PORT " + port + " and the journal in " + folder
                    + " are for one sandbox at a time: " + e.getMessage()
                    + "; stop the other demo, or set SANDBOX_PORT or start in another folder"));
        }
    }

    private static Map<String, String> settings(
            int port, int managementPort, Path folder, Path masterKey, Sandbox sandbox) {
        Map<String, String> values = new HashMap<>(SandboxSettings.of(sandbox));
        values.putAll(SandboxSettings.ofSignIn(sandbox));
        values.putAll(SandboxSettings.ofTelegram(sandbox));
        values.putAll(SandboxSettings.ofPlayed(sandbox));
        values.put("PORT", String.valueOf(port));
        values.put("MANAGEMENT_PORT", String.valueOf(managementPort));
        values.put("PATCHBAY_BASE_URL", "http://127.0.0.1:" + port);
        values.put("DATABASE_URL", "jdbc:h2:file:./" + folder.resolve("patchbay"));
        values.put("MASTER_KEY_FILE", masterKey.toString());
        values.put("SPOOL_FOLDER", folder.resolve("spool").toString());
        values.put("DRAIN_SECONDS", "0");
        return values;
    }

    private Demo() {}
}
