package dev.patchbay.app.provider;

import dev.patchbay.oauth.ProviderModule;
import java.io.Closeable;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** One jar of the plug-in folder, with a class loader of its own. What it was built against is read before any of its code runs. */
final class PluginJar implements Closeable {
    /** What came of opening it. */
    sealed interface Opened {
        record Good(PluginJar jar) implements Opened {}

        record Refused(String why) implements Opened {}
    }

    private final Path file;
    private final URLClassLoader loader;
    private final ProviderModule module;

    private PluginJar(Path file, URLClassLoader loader, ProviderModule module) {
        this.file = file;
        this.loader = loader;
        this.module = module;
    }

    Path file() {
        return file;
    }

    ProviderModule module() {
        return module;
    }

    /** The jars in the folder, by name; none when there is no folder. */
    static List<Path> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException("the folder " + folder + " with plug-ins cannot be read", e);
        }
    }

    static Opened open(Path file) {
        try {
            return version(file).<Opened>map(Opened.Refused::new).orElseGet(() -> load(file));
        } catch (IOException e) {
            return new Opened.Refused("it cannot be read as a jar");
        }
    }

    /** What is wrong with the version it was built against. */
    private static Optional<String> version(Path file) throws IOException {
        String entry = ProviderModule.MANIFEST_ENTRY;
        try (JarFile jar = new JarFile(file.toFile())) {
            Manifest manifest = jar.getManifest();
            String found =
                    manifest == null ? null : manifest.getMainAttributes().getValue(entry);
            if (found == null) {
                return Optional.of("its manifest has no " + entry
                        + ", so it is no plug-in of Patchbay's, or one whose build does not say which port it is for");
            }
            return found.strip().equals(String.valueOf(ProviderModule.PORT_VERSION))
                    ? Optional.empty()
                    : Optional.of("it was built for version " + Plain.line(found) + " of the port; this is version "
                            + ProviderModule.PORT_VERSION + ": get one for it, or build it again");
        }
    }

    private static Opened load(Path file) {
        URLClassLoader loader = new URLClassLoader(
                "plugin " + file.getFileName(),
                new URL[] {urlOf(file)},
                new PortLoader(PluginJar.class.getClassLoader()));
        try {
            List<ProviderModule> found = ServiceLoader.load(ProviderModule.class, loader).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();
            if (found.size() == 1) {
                return new Opened.Good(new PluginJar(file, loader, found.getFirst()));
            }
            loader.close();
            return new Opened.Refused("it names " + (found.isEmpty() ? "no" : "more than one")
                    + " module in META-INF/services/" + ProviderModule.class.getName());
        } catch (ServiceConfigurationError | LinkageError | RuntimeException e) {
            return new Opened.Refused("its module cannot be made: " + Plain.of(e));
        } catch (IOException e) {
            return new Opened.Refused("it cannot be closed again");
        }
    }

    private static URL urlOf(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("a file without a URL", e);
        }
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
