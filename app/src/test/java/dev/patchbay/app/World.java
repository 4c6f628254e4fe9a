package dev.patchbay.app;

import dev.patchbay.port.FreePorts;
import dev.patchbay.sandbox.Sandbox;
import dev.patchbay.sandbox.SandboxOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A sandbox, and services that run against it. Everything listens on loopback and ends with it. */
final class World implements AutoCloseable {
    static final String MASTER_KEY = "q8Zt4Yw1nV7cRk2Lx9Jb3Hs6Fd0Gm5Pe";

    private final Sandbox sandbox;
    private final Path spool;

    private World(Sandbox sandbox) {
        this.sandbox = sandbox;
        try {
            this.spool = Files.createTempDirectory("spool");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static World withAccessTokensLiving(Duration life) {
        return new World(Sandbox.start(SandboxOptions.defaults().withAccessTokenLife(life)));
    }

    static World usual() {
        return withAccessTokensLiving(Duration.ofHours(1));
    }

    Sandbox sandbox() {
        return sandbox;
    }

    /** Settings of a service on an embedded database in that folder, on a free port. */
    Map<String, String> settings(Path folder) {
        return settings("jdbc:h2:file:" + folder.resolve("patchbay"));
    }

    Map<String, String> settings(String databaseUrl) {
        int port = freePort();
        Map<String, String> settings = new HashMap<>(SandboxSettings.of(sandbox));
        settings.put("PORT", String.valueOf(port));
        settings.put("MANAGEMENT_PORT", "0");
        settings.put("PATCHBAY_BASE_URL", "http://127.0.0.1:" + port);
        settings.put("DATABASE_URL", databaseUrl);
        settings.put("ENCRYPTION_KEY", MASTER_KEY);
        settings.put("SPOOL_FOLDER", spool.toString());
        settings.put("DRAIN_SECONDS", "0");
        return settings;
    }

    Patchbay start(Path folder) {
        return Patchbay.start(settings(folder));
    }

    /** Signs somebody in at the sandbox's Google, as a browser does. */
    Browser signIn(URI service, String person) {
        Browser browser = new Browser(service);
        URI back = sandbox.google().approve(browser.begin("/auth/google/login"), person);
        browser.follow(back);
        return browser;
    }

    /** Signs somebody in and connects the sandbox's Spotify. */
    Browser connected(URI service, String person) {
        Browser browser = signIn(service, person);
        connect(browser, person);
        return browser;
    }

    URI connect(Browser browser, String person) {
        URI back = sandbox.spotify().approve(browser.begin("/platforms/spotify/connect"), person);
        return browser.follow(back);
    }

    static int freePort() {
        return FreePorts.next();
    }

    @Override
    public void close() {
        sandbox.close();
        // Left empty by every test that ends well.
        boolean _ = spool.toFile().delete();
    }
}
