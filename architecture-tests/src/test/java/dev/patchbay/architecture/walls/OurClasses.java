package dev.patchbay.architecture.walls;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import dev.patchbay.architecture.source.Checkout;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The compiled main classes of all modules, and apart from them the offenders. Generated classes are left out. */
final class OurClasses {
    private static final Set<String> NOT_SHIPPED = Set.of("architecture-tests", "benchmarks");
    private static final List<Path> FOLDERS = Checkout.modules().stream()
            .filter(module -> !NOT_SHIPPED.contains(module))
            .map(module -> Checkout.root().resolve(module).resolve("target/classes"))
            .filter(Files::isDirectory)
            .toList();
    private static final Path TESTS = ownFolder();

    static final JavaClasses ALL = importer().importPaths(FOLDERS);

    /** Classes of this module that stand in the packages of others, to break their rules. */
    static final JavaClasses OFFENDERS = importer()
            .withImportOption(location -> !location.contains("/dev/patchbay/architecture/"))
            .importPath(TESTS);

    private static final URLClassLoader LOADER = loader();

    /** The class itself, from the folders above and not from an installed jar. */
    static Class<?> load(String name) {
        try {
            return Class.forName(name, false, LOADER);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether there is such a class, or a class in or below such a package. */
    static boolean haveAny(String name) {
        return ALL.stream().map(JavaClass::getName).anyMatch(one -> one.equals(name) || one.startsWith(name + "."));
    }

    private static ClassFileImporter importer() {
        return new ClassFileImporter().withImportOption(OurClasses::isWritten);
    }

    /** Micronaut's generated classes begin with a dollar. */
    private static boolean isWritten(Location location) {
        return !location.contains("/$");
    }

    private static URLClassLoader loader() {
        URL[] urls = Stream.concat(FOLDERS.stream(), Stream.of(TESTS))
                .map(OurClasses::url)
                .toArray(URL[]::new);
        return new URLClassLoader(urls, new Libraries());
    }

    /** Everything on the class path but our own modules. */
    private static final class Libraries extends ClassLoader {
        Libraries() {
            super(ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.startsWith("dev.patchbay.")) {
                throw new ClassNotFoundException(name);
            }
            return OurClasses.class.getClassLoader().loadClass(name);
        }
    }

    private static URL url(Path folder) {
        try {
            return folder.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path ownFolder() {
        try {
            return Path.of(OurClasses.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private OurClasses() {}
}
