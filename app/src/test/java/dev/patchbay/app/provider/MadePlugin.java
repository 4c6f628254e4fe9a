package dev.patchbay.app.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.oauth.ProviderModule;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** A jar with one module, compiled from a few lines. */
final class MadePlugin {
    /** A platform called {@code deezer} whose parts the lines may replace. */
    static final String PLATFORM = """
        package plug;

        import dev.patchbay.domain.attempt.*;
        import dev.patchbay.domain.clientapp.*;
        import dev.patchbay.domain.connection.*;
        import dev.patchbay.domain.provider.*;
        import dev.patchbay.domain.vault.*;
        import dev.patchbay.oauth.*;
        import dev.patchbay.port.provider.*;
        import java.net.URI;
        import java.time.Duration;
        import java.util.*;

        public final class Plug implements ProviderModule {
            public String name() { return "Plug"; }
            public Set<String> settingsPrefixes() { return Set.of("DEEZER"); }
            public Offer open(Kit kit) {
                /*OPEN*/
                URI api = kit.settings().url("DEEZER_API_URL", URI.create("https://api.deezer.example"));
                ProviderDescriptor known = new ProviderDescriptor(new ProviderId("deezer"), "Deezer",
                    URI.create("https://deezer.example/apps"), URI.create("https://deezer.example/me"), List.of(),
                    Set.of(Capability.REFRESH), new GrantClass.Strict(), Optional.empty(), Optional.empty(),
                    Duration.ofHours(1), List.of()).withHosts(Set.of("api.deezer.example"));
                return Offer.of(new OAuthPlatform(kit.http(), known,
                        OAuthEndpoints.of(URI.create("https://api.deezer.example/a"), URI.create(api + "/token")),
                        URI.create(api + "/me")) {
                    protected Optional<ExternalAccount> readAccount(io.micronaut.json.tree.JsonNode json) {
                        return Json.id(json, "id").map(id -> new ExternalAccount(id, Optional.empty(), Optional.empty()));
                    }
                    /*MORE*/
                });
            }
        }
        """;

    private final Path folder;

    MadePlugin(Path folder) {
        this.folder = folder;
    }

    Path named(String name, String source) throws IOException {
        return named(name, source, Optional.of(String.valueOf(ProviderModule.PORT_VERSION)));
    }

    /** @param version what the manifest says; empty for nothing */
    Path named(String name, String source, Optional<String> version) throws IOException {
        Path classes = compiled(source);
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        version.ifPresent(
                said -> manifest.getMainAttributes().put(new Attributes.Name(ProviderModule.MANIFEST_ENTRY), said));
        Path jar = folder.resolve(name + ".jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                out.write(Files.readAllBytes(file));
            }
            out.putNextEntry(new JarEntry("META-INF/services/" + ProviderModule.class.getName()));
            out.write("plug.Plug\n".getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }

    private static Path compiled(String source) throws IOException {
        Path work = Files.createTempDirectory("plugin");
        Path file = work.resolve("src").resolve("plug").resolve("Plug.java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, source);
        Path classes = Files.createDirectories(work.resolve("classes"));
        var compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            boolean good = compiler.getTask(
                            said,
                            files,
                            null,
                            List.of(
                                    "-d",
                                    classes.toString(),
                                    "-proc:none",
                                    "-classpath",
                                    System.getProperty("java.class.path")),
                            null,
                            files.getJavaFileObjects(file))
                    .call();
            assertThat(good).as(said.toString()).isTrue();
        }
        return classes;
    }
}
