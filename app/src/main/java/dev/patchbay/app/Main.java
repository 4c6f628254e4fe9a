package dev.patchbay.app;

import dev.patchbay.app.settings.DotEnv;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code ./patchbay run}: settings from the environment over {@code .env} in the current folder. */
public final class Main {
    private static final Logger LOG = LoggerFactory.getLogger(Main.class);

    /** Exit code for a service that is set up wrongly, apart from one that crashed. */
    static final int REFUSED = 78;

    public static void main(String[] args) {
        Map<String, String> file = DotEnv.read(Path.of(".env"));
        Map<String, String> values = new HashMap<>(file);
        values.putAll(System.getenv());
        Patchbay service = orExit(() -> Patchbay.start(values, file.keySet()));
        LOG.info("Patchbay serves {} on {}", service.baseUrl(), service.address());
        closeOnExit(service);
    }

    /** Starts a part, or says plainly why it does not and ends the process. */
    static <T> T orExit(Supplier<T> part) {
        try {
            return part.get();
        } catch (StartRefused e) {
            System.err.println("Patchbay does not start:");
            e.lines().forEach(line -> System.err.println("  - " + line));
            System.err.println("README.md explains the settings.");
            System.exit(REFUSED);
            throw e;
        }
    }

    static void closeOnExit(AutoCloseable... parts) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            for (AutoCloseable part : parts) {
                                try {
                                    part.close();
                                } catch (Exception e) {
                                    LOG.warn("stopping was not clean: {}", e.toString());
                                }
                            }
                        },
                        "shutdown"));
    }

    private Main() {}
}
