package dev.patchbay.faults.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The service as an operator runs it: {@code app/target/patchbay}, with a {@code plugins} folder that holds the platforms
 * of these tests. Start-up is halved by an archive of loaded classes, made by one run before the first test.
 */
final class BuiltService {
    private static final Path HOME =
            Path.of("..", "app", "target", "patchbay").toAbsolutePath().normalize();
    private static final Path OURS = Path.of("target", "faults").toAbsolutePath();
    private static final Path CLASSES = Path.of("target", "test-classes").toAbsolutePath();
    private static final String PLATFORMS = "dev/patchbay/faults/platform";

    private static final class Once {
        static final BuiltService BUILT = make();
    }

    private final Path plugins;
    private final Path archive = OURS.resolve("patchbay.jsa");

    private BuiltService(Path plugins) {
        this.plugins = plugins;
    }

    static BuiltService get() {
        return Once.BUILT;
    }

    private static BuiltService make() {
        if (Files.notExists(HOME.resolve("patchbay.jar"))) {
            throw new IllegalStateException("the service is not built; run mvn package, not mvn test: " + HOME);
        }
        try {
            Path plugins = Files.createDirectories(OURS.resolve("plugins"));
            BuiltService built = new BuiltService(plugins);
            packPlatforms(plugins.resolve("platforms.jar"));
            built.archiveClasses();
            return built;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void packPlatforms(Path jar) throws IOException {
        List<Path> files;
        try (Stream<Path> classes = Files.walk(CLASSES.resolve(PLATFORMS));
                Stream<Path> beans = Files.walk(CLASSES.resolve("META-INF"))) {
            files = Stream.concat(classes, beans).filter(Files::isRegularFile).toList();
        }
        PluginJar.write(jar, CLASSES, files);
    }

    /** One orderly life of the service; the JVM writes down the classes it loaded when it ends. */
    private void archiveClasses() throws IOException {
        Files.deleteIfExists(archive);
        Path folder = Files.createDirectories(OURS.resolve("warm-up"));
        Map<String, String> settings =
                Map.of("ENCRYPTION_KEY", "q8Zt4Yw1nV7cRk2Lx9Jb3Hs6Fd0Gm5Pe", "DATABASE_URL", "jdbc:h2:mem:warm-up");
        try (Service service = new Service("warm-up", folder, settings, this)) {
            service.start("-XX:ArchiveClassesAtExit=" + archive);
            service.terminate();
            service.awaitExit(Duration.ofMinutes(3));
        }
    }

    /** The command that starts the service, as the launcher does it, on a small heap. */
    List<String> command(List<String> more) {
        return command(more, "dev.patchbay.app.Main");
    }

    /** What an operator's command starts. */
    List<String> operator(List<String> more, List<String> words) {
        List<String> command = command(more, "dev.patchbay.app.Operator");
        command.addAll(words);
        return command;
    }

    private List<String> command(List<String> more, String main) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Duser.timezone=UTC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        if (Files.exists(archive)) {
            command.add("-XX:SharedArchiveFile=" + archive);
            // The JVM tells at each start that an agent or native access keeps it from using all of the archive.
            command.add("-Xlog:disable");
        }
        command.addAll(more);
        command.addAll(List.of(
                "-cp", HOME.resolve("patchbay.jar") + ":" + HOME.resolve("lib") + "/*:" + plugins + "/*", main));
        return command;
    }
}
