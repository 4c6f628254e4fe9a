package dev.patchbay.app;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.FileAppender;
import dev.patchbay.adapter.persistence.StoreFacts;
import dev.patchbay.app.logging.CredentialMask;
import dev.patchbay.app.settings.EnvironmentSettings;
import dev.patchbay.port.StoreUnavailable;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/** Gathers texts for a bug report. Whatever goes in goes through {@link #add}, which takes secrets out by value and by shape. */
final class Diagnostics {
    private static final int LOG_BYTES = 200_000;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ApplicationContext context;
    private final EnvironmentSettings settings;
    private final Map<String, String> texts = new LinkedHashMap<>();

    /** With what can be said of every process and its settings. */
    Diagnostics(ApplicationContext context, EnvironmentSettings settings) {
        this.context = context;
        this.settings = settings;
        Runtime runtime = Runtime.getRuntime();
        add("about.txt", """
            Patchbay %s
            Java %s, %s
            %s %s, %s, %d processors
            heap at most %d MiB, in use %d MiB
            """.formatted(
                        ThisVersion.ifKnown().orElse("of a version that its jar does not tell"),
                        Runtime.version(),
                        System.getProperty("java.vendor", ""),
                        System.getProperty("os.name", ""),
                        System.getProperty("os.version", ""),
                        System.getProperty("os.arch", ""),
                        runtime.availableProcessors(),
                        runtime.maxMemory() >> 20,
                        (runtime.totalMemory() - runtime.freeMemory()) >> 20));
        add("settings.txt", lines(settings.shown()));
        settings.text("MANAGEMENT_PORT").or(() -> Optional.of("8081")).ifPresent(port -> {
            add("health.json", asked(port, "/health"));
            add("metrics.txt", asked(port, "/metrics"));
        });
    }

    void add(String name, String text) {
        texts.put(name, CredentialMask.apply(settings.withoutSecrets(text)));
    }

    Map<String, String> texts() {
        return texts;
    }

    void addStore() {
        try {
            add("store.txt", lines(context.getBean(StoreFacts.class).all()));
        } catch (StoreUnavailable e) {
            add("store.txt", String.valueOf(e.getMessage()));
        }
    }

    /** For the process that serves. */
    void addProcess() {
        add(
                "threads.txt",
                Arrays.stream(ManagementFactory.getThreadMXBean().dumpAllThreads(true, true))
                        .map(Diagnostics::thread)
                        .collect(Collectors.joining("\n")));
        log().ifPresent(tail -> add("log.txt", tail));
    }

    /** With all of its frames, of which its own text leaves out most. */
    private static String thread(ThreadInfo one) {
        return one.getThreadName() + " " + one.getThreadState() + "\n"
                + Arrays.stream(one.getStackTrace())
                        .map(frame -> "    " + frame + "\n")
                        .collect(Collectors.joining());
    }

    private static String lines(Map<String, String> facts) {
        return facts.entrySet().stream()
                .map(fact -> fact.getKey() + ": " + fact.getValue() + "\n")
                .collect(Collectors.joining());
    }

    private static String asked(String port, String path) {
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .timeout(PATIENCE)
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException | IllegalArgumentException e) {
            return "no answer: " + e.getClass().getSimpleName();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    /** The end of the first log file that is written to; empty when the log goes elsewhere. */
    private static Optional<String> log() {
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext loggers)) {
            return Optional.empty();
        }
        Iterator<Appender<ILoggingEvent>> appenders =
                loggers.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).iteratorForAppenders();
        while (appenders.hasNext()) {
            if (appenders.next() instanceof FileAppender<ILoggingEvent> file) {
                return Optional.of(tail(file.getFile()));
            }
        }
        return Optional.empty();
    }

    private static String tail(String name) {
        try (RandomAccessFile file = new RandomAccessFile(name, "r")) {
            long from = Math.max(0, file.length() - LOG_BYTES);
            file.seek(from);
            byte[] end = new byte[(int) (file.length() - from)];
            file.readFully(end);
            return new String(end, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "cannot be read: " + e.getClass().getSimpleName();
        }
    }
}
