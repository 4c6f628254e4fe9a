package dev.patchbay.architecture.providers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.architecture.source.Checkout;
import dev.patchbay.oauth.ProviderModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every module with providers keeps its contracts, and can be taken away by deleting it and the two lines that name it. */
class ProviderModulesTest {
    private static final Path ROOT = Checkout.root();
    private static final Pattern PROVIDER =
            Pattern.compile("class (\\w+)\\s+extends (OAuthPlatform|OpenIdProvider)\\b|class (\\w+)[^{]*\\bimplements"
                    + " [^{]*\\b(MusicPlatform|IdentityProvider)\\b");

    /** Whose offenders are classes of the same package names, and show what the laws catch. */
    private static final String OFFENDERS = "architecture-tests";

    private static List<String> modules() {
        return Checkout.modules().stream()
                .filter(module -> Files.isRegularFile(ROOT.resolve(module).resolve(Proofs.SERVICE)))
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> sources(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void there_are_some() {
        assertThat(modules()).contains("adapters-google", "adapters-spotify");
    }

    @Test
    void every_provider_inherits_its_contract() {
        List<String> without = new ArrayList<>();
        for (String module : modules()) {
            String tests = sources(ROOT.resolve(module).resolve("src/test/java")).stream()
                    .map(ProviderModulesTest::read)
                    .reduce("", String::concat);
            if (!tests.contains("extends ProviderModuleContract")) {
                without.add(module + ": no test extends ProviderModuleContract");
            }
            for (Path source : sources(ROOT.resolve(module).resolve("src/main/java"))) {
                Matcher provider = PROVIDER.matcher(read(source));
                while (provider.find()) {
                    String type = provider.group(1) == null ? provider.group(3) : provider.group(1);
                    boolean identity = provider.group().contains("OpenIdProvider")
                            || provider.group().contains("IdentityProvider");
                    String contract = identity ? "IdentityProviderContract" : "MusicPlatformContract";
                    if (!source.getFileName().toString().startsWith("package-info")
                            && !read(source).contains("abstract class " + type)
                            && !Pattern.compile("class \\w+\\s+extends " + contract + "\\b")
                                    .matcher(tests)
                                    .find()) {
                        without.add(module + ": " + type + " has no test that extends " + contract);
                    }
                }
            }
        }
        assertThat(without)
                .as("a provider is proven by the contract that all of them keep, and by nothing less")
                .isEmpty();
    }

    @Test
    void each_is_named_in_two_pom_lines_and_nowhere_else() {
        List<String> elsewhere = new ArrayList<>();
        for (String module : modules()) {
            List<String> lines = new ArrayList<>();
            for (String other :
                    Stream.concat(Stream.of("."), Checkout.modules().stream()).toList()) {
                if (!other.equals(module)) {
                    read(ROOT.resolve(other).resolve("pom.xml"))
                            .lines()
                            .filter(line -> line.contains(">" + module + "<"))
                            .forEach(line -> lines.add(other + ": " + line.strip()));
                }
            }
            if (lines.size() != 2
                    || lines.stream().noneMatch(line -> line.startsWith(".: <module>"))
                    || lines.stream()
                            .noneMatch(
                                    line -> line.startsWith("app: <dependency>") && line.endsWith("</dependency>"))) {
                elsewhere.add(module + " is named by " + lines);
            }
        }
        assertThat(elsewhere)
                .as("a provider is removed by deleting its folder, its line in pom.xml and its line in app/pom.xml")
                .isEmpty();
    }

    @Test
    void nobody_knows_a_class_of_theirs() {
        List<String> known = new ArrayList<>();
        for (String module : modules()) {
            List<String> packages = sources(ROOT.resolve(module).resolve("src/main/java")).stream()
                    .filter(file -> file.endsWith("package-info.java"))
                    .map(file -> read(file).replaceAll("(?s).*\\npackage ([\\w.]+);.*", "$1"))
                    .toList();
            for (String other : Checkout.modules()) {
                if (other.equals(module) || other.equals(OFFENDERS)) {
                    continue;
                }
                for (Path source : sources(ROOT.resolve(other).resolve("src"))) {
                    String text = read(source);
                    packages.stream()
                            .filter(name -> text.contains("import " + name + "."))
                            .forEach(name -> known.add(ROOT.relativize(source) + " knows " + name));
                }
            }
        }
        assertThat(known)
                .as("a provider is removed by deleting its module; meet it in a port, or put the test into the module")
                .isEmpty();
    }

    @Test
    void their_jars_say_which_port_they_were_built_for() {
        assertThat(read(ROOT.resolve("pom.xml")))
                .contains("<" + ProviderModule.MANIFEST_ENTRY + ">" + ProviderModule.PORT_VERSION + "</"
                        + ProviderModule.MANIFEST_ENTRY + ">");
    }
}
