package dev.patchbay.app.provider;

import java.util.List;

/**
 * What a plug-in sees of us: the port it is built against, and the JDK. Not the store, the vault or the acts. A plug-in's own classes
 * come after these, so it can put none in their place.
 */
final class PortLoader extends ClassLoader {
    private static final List<String> SEEN = List.of(
            "dev.patchbay.domain.",
            "dev.patchbay.port.",
            "dev.patchbay.oauth.",
            "io.micronaut.json.tree.",
            "io.micronaut.core.",
            "org.jspecify.",
            "org.slf4j.");

    private final ClassLoader ours;

    PortLoader(ClassLoader ours) {
        super(ClassLoader.getPlatformClassLoader());
        this.ours = ours;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (SEEN.stream().anyMatch(name::startsWith)) {
            return ours.loadClass(name);
        }
        throw new ClassNotFoundException(name);
    }
}
