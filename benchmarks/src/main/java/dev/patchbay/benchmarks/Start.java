package dev.patchbay.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * Starts of the built service by the launcher, with the quick-start cache and without, in alternating rounds, each on a new database:
 * the time until the page answers for the first time, and the processor time until then.
 */
public final class Start {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration STEP = Duration.ofMillis(10);
    private static final String WITHOUT = "without";
    private static final String WITH = "with cache";

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Rounds firstAnswer = new Rounds();
    private final Rounds processor = new Rounds();

    /** @param args how many rounds; 5 */
    public static void main(String[] args) throws IOException, InterruptedException {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 5;
        Start starts = new Start();
        // The first round reads all files from disk, whichever side it is.
        for (int round = -1; round < rounds; round++) {
            starts.once(WITHOUT, "off", round >= 0);
            starts.once(WITH, "on", round >= 0);
        }
        starts.print();
    }

    private void once(String name, String cache, boolean counts) throws IOException, InterruptedException {
        try (var folder = BenchmarkFolder.open()) {
            Map<String, String> settings = Settings.in(folder.path());
            Path log = folder.path().resolve("log");
            String launcher = Objects.requireNonNull(
                    System.getenv("PATCHBAY_PROGRAM"), "PATCHBAY_PROGRAM names the launcher; it sets it itself");
            ProcessBuilder builder = new ProcessBuilder(launcher, "run")
                    .directory(folder.path().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().putAll(settings);
            builder.environment().put("PATCHBAY_CACHE", cache);
            long began = System.nanoTime();
            Process process = builder.start();
            try {
                awaitPage(process, URI.create(settings.get("PATCHBAY_BASE_URL") + "/"), log);
                double millis = (System.nanoTime() - began) / 1e6;
                double seconds =
                        process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
                if (counts) {
                    firstAnswer.add(name, millis);
                    processor.add(name, seconds);
                }
            } finally {
                process.destroy();
                process.waitFor();
            }
        }
    }

    private void awaitPage(Process process, URI page, Path log) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            if (answers(page)) {
                return;
            }
            Thread.sleep(STEP);
        }
        throw new IllegalStateException("the service does not start:\n" + Files.readString(log));
    }

    private boolean answers(URI page) throws InterruptedException {
        try {
            return http.send(HttpRequest.newBuilder(page).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private void print() {
        System.out.printf("%-12s %14s %14s%n", "", "first 200, ms", "processor, s");
        for (String name : new String[] {WITHOUT, WITH}) {
            System.out.printf("%-12s %14.0f %14.2f%n", name, firstAnswer.median(name), processor.median(name));
        }
        System.out.printf("first 200, with / without: %.2f%n", firstAnswer.ratio(WITH, WITHOUT));
        System.out.printf("processor, with / without: %.2f%n", processor.ratio(WITH, WITHOUT));
    }

    private Start() {}
}
