package dev.patchbay.architecture.providers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.architecture.source.Checkout;
import dev.patchbay.oauth.ProviderModule;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./patchbay new-provider}: what it writes compiles against the port of today. */
class NewProviderTest {
    @TempDir
    Path home;

    private record Ran(int exit, String output) {}

    private Ran newProvider(String... names) throws IOException, InterruptedException {
        Stream<String> words =
                Stream.concat(Stream.of("bash", home.resolve("patchbay").toString(), "new-provider"), Stream.of(names));
        Process process =
                new ProcessBuilder(words.toList()).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Ran(process.exitValue(), output);
    }

    private void copyLauncher() throws IOException {
        Files.copy(Checkout.root().resolve("patchbay"), home.resolve("patchbay"));
        Path templates = Files.createDirectories(home.resolve("new-provider"));
        try (Stream<Path> files = Files.list(Checkout.root().resolve("new-provider"))) {
            for (Path file : files.toList()) {
                Files.copy(file, templates.resolve(file.getFileName().toString()));
            }
        }
    }

    private static List<Path> javaIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    @Test
    void what_it_writes_compiles_and_is_named_as_a_module() throws IOException, InterruptedException {
        copyLauncher();

        Ran ran = newProvider("qobuz2");

        assertThat(ran.exit()).as(ran.output()).isZero();
        assertThat(ran.output())
                .contains("<module>adapters-qobuz2</module>")
                .contains("<artifactId>adapters-qobuz2</artifactId><version>${project.version}</version>");
        Path module = home.resolve("adapters-qobuz2");
        assertThat(module.resolve("src/main/resources/META-INF/services/" + ProviderModule.class.getName()))
                .hasContent("dev.patchbay.adapter.qobuz2.Qobuz2Module");
        try (Stream<Path> files = Files.walk(module)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContain("@name@", "@Name@", "@NAME@");
            }
        }
        compile(javaIn(module.resolve("src/main/java")));
    }

    private static void compile(List<Path> sources) throws IOException {
        assertThat(sources).hasSize(5);
        var compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            boolean good = compiler.getTask(
                            said,
                            files,
                            null,
                            List.of(
                                    "-d",
                                    Files.createTempDirectory("new-provider").toString(),
                                    "-proc:none",
                                    "-classpath",
                                    System.getProperty("java.class.path")),
                            null,
                            files.getJavaFileObjectsFromPaths(sources))
                    .call();
            assertThat(good).as(said.toString()).isTrue();
        }
    }

    @Test
    void a_name_that_no_provider_can_have_is_refused_and_nothing_is_written() throws IOException, InterruptedException {
        copyLauncher();

        for (String name : List.of("Spotify", "9lives", "a", "two-words", "../x", "")) {
            assertThat(newProvider(name).exit()).as(name).isNotZero();
        }
        assertThat(newProvider().exit()).isNotZero();
        try (Stream<Path> files = Files.list(home)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .noneMatch(file -> file.startsWith("adapters-"));
        }
    }

    @Test
    void a_module_that_is_there_is_left_as_it_is() throws IOException, InterruptedException {
        copyLauncher();
        Path module = Files.createDirectories(home.resolve("adapters-mine"));
        Files.writeString(module.resolve("pom.xml"), "mine");

        Ran ran = newProvider("mine");

        assertThat(ran.exit()).isNotZero();
        assertThat(module.resolve("pom.xml")).hasContent("mine");
    }
}
