package dev.patchbay.pages.stage;

import dev.patchbay.port.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * A demo as {@code ./patchbay demo} starts it: from {@code app/target/patchbay}, in a process and a folder of its own, on free ports. It
 * ends with this JVM at the latest.
 */
final class Demo implements AutoCloseable {
    private static final Path HOME =
            Path.of("..", "app", "target", "patchbay").toAbsolutePath().normalize();
    private static final Duration START = Duration.ofSeconds(90);

    private final Path folder = Path.of(
                    "target", "demo-" + UUID.randomUUID().toString().substring(0, 8))
            .toAbsolutePath();
    private final int port = FreePorts.next();
    private final int managementPort = FreePorts.next();
    private final int sandboxPort = FreePorts.next();
    private final Map<String, String> more = new HashMap<>();
    private Process process;
    private final Thread atTheEnd = new Thread(() -> end(process));

    private Demo() {
        this.process = launched();
        Runtime.getRuntime().addShutdownHook(atTheEnd);
    }

    static Demo start() {
        if (Files.notExists(HOME.resolve("patchbay.jar"))) {
            throw new IllegalStateException("the service is not built; run mvn package, not mvn test: " + HOME);
        }
        Demo demo = new Demo();
        demo.awaitReady();
        return demo;
    }

    /** Ends it as {@code kill -9} does, and starts it again in the same place with this setting. */
    void restartWith(String setting, String value) {
        more.put(setting, value);
        end(process);
        process = launched();
        awaitReady();
    }

    private Process launched() {
        // The loopback addresses are for the sandbox's own pages: nothing of this machine's environment goes along.
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Duser.timezone=UTC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                HOME.resolve("patchbay.jar") + ":" + HOME.resolve("lib") + "/*:" + HOME.resolve("sandbox") + "/*",
                "dev.patchbay.app.Demo"));
        builder.environment().clear();
        builder.environment().put("PORT", String.valueOf(port));
        builder.environment().put("MANAGEMENT_PORT", String.valueOf(managementPort));
        builder.environment().put("SANDBOX_PORT", String.valueOf(sandboxPort));
        builder.environment().putAll(more);
        try {
            Files.createDirectories(folder);
            return builder.directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady() {
        long end = System.nanoTime() + START.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            if (isReady()) {
                return;
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        throw new IllegalStateException("the demo did not get ready; its log is " + log());
    }

    private boolean isReady() {
        try {
            HttpURLConnection ask =
                    (HttpURLConnection) URI.create("http://127.0.0.1:" + managementPort + "/health/ready")
                            .toURL()
                            .openConnection();
            ask.setConnectTimeout(1000);
            ask.setReadTimeout(3000);
            int status = ask.getResponseCode();
            ask.disconnect();
            return status == 200;
        } catch (IOException nobodyThere) {
            return false;
        }
    }

    /** Where the page is. */
    URI page() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Where the outside world is. */
    URI sandbox() {
        return URI.create("http://127.0.0.1:" + sandboxPort);
    }

    Path log() {
        return folder.resolve("demo.log");
    }

    @Override
    public void close() {
        end(process);
        Runtime.getRuntime().removeShutdownHook(atTheEnd);
    }

    private static void end(Process process) {
        process.destroyForcibly();
        try {
            boolean _ = process.waitFor(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
