package dev.patchbay.app;

import dev.patchbay.adapter.vault.MasterKeyFile;
import dev.patchbay.sandbox.Sandbox;
import dev.patchbay.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

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
        Map<String, String> environment = System.getenv();
        int port = Integer.parseInt(environment.getOrDefault("PORT", "8080"));
        int sandboxPort = Integer.parseInt(environment.getOrDefault("SANDBOX_PORT", "8090"));
        Sandbox sandbox = Sandbox.start(SandboxOptions.defaults()
                .withPort(sandboxPort)
                .withJournal(folder.resolve("sandbox.journal"))
                .withAccessTokenLife(ACCESS_TOKEN_LIFE));
        Patchbay service =
                Main.startOrExit(Patchbay::start, settings(environment, port, folder, masterKey, sandbox), Set.of());
        Main.closeOnExit(service, sandbox);
        System.out.print(Welcome.text(service.baseUrl(), sandbox, made ? masterKey.toString() : ""));
    }

    private static Map<String, String> settings(
            Map<String, String> environment, int port, Path folder, Path masterKey, Sandbox sandbox) {
        Map<String, String> values = new HashMap<>();
        values.put("PORT", String.valueOf(port));
        values.put("MANAGEMENT_PORT", environment.getOrDefault("MANAGEMENT_PORT", String.valueOf(port + 1)));
        values.put("PATCHBAY_BASE_URL", "http://127.0.0.1:" + port);
        values.put("DATABASE_URL", "jdbc:h2:file:./" + folder.resolve("patchbay"));
        values.put("MASTER_KEY_FILE", masterKey.toString());
        values.putAll(SandboxSettings.of(sandbox));
        return values;
    }

    private Demo() {}
}
