package dev.patchbay.app.provider;

import dev.patchbay.oauth.GuardedHttp;
import dev.patchbay.oauth.ProviderModule;
import dev.patchbay.port.provider.IdentityProvider;
import dev.patchbay.port.provider.MusicPlatform;
import dev.patchbay.port.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/**
 * The modules that are here: those of the service, and the jars in the plug-in folder. A jar that cannot be used is refused by name,
 * and the rest goes on. Immutable but for closing.
 */
public final class Modules implements AutoCloseable {
    private final List<LoadedModule> loaded;
    private final List<RefusedPlugin> refused;
    private final List<PluginJar> jars;

    private Modules(List<LoadedModule> loaded, List<RefusedPlugin> refused, List<PluginJar> jars) {
        this.loaded = List.copyOf(loaded);
        this.refused = List.copyOf(refused);
        this.jars = List.copyOf(jars);
    }

    /**
     * Opens all of them.
     *
     * @param folder with plug-ins; need not be there
     */
    public static Modules load(Settings settings, GuardedHttp http, Clock clock, Path folder) {
        var opening = new ModuleOpening(settings, http, clock);
        List<LoadedModule> loaded = new ArrayList<>();
        ServiceLoader.load(ProviderModule.class, Modules.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(ProviderModule::name))
                .forEach(module -> loaded.add(opening.ofOurs(module)));
        List<RefusedPlugin> refused = new ArrayList<>();
        List<PluginJar> jars = new ArrayList<>();
        for (Path file : PluginJar.in(folder)) {
            switch (PluginJar.open(file)) {
                case PluginJar.Opened.Refused(String why) -> refused.add(new RefusedPlugin(file, why));
                case PluginJar.Opened.Good(PluginJar jar) -> {
                    switch (opening.of(jar)) {
                        case ModuleOpening.Result.Loaded(LoadedModule module) -> {
                            loaded.add(module);
                            jars.add(jar);
                        }
                        case ModuleOpening.Result.Refused(String why) -> {
                            refused.add(new RefusedPlugin(file, why));
                            close(jar);
                        }
                    }
                }
            }
        }
        return new Modules(loaded, refused, jars);
    }

    /** Those of the service by name, then plug-ins by file name. */
    public List<LoadedModule> loaded() {
        return loaded;
    }

    /** By file name. */
    public List<RefusedPlugin> refused() {
        return refused;
    }

    public List<IdentityProvider> identityProviders() {
        return loaded.stream()
                .flatMap(module -> module.offer().identityProviders().stream())
                .toList();
    }

    public List<MusicPlatform> platforms() {
        return loaded.stream()
                .flatMap(module -> module.offer().platforms().stream())
                .toList();
    }

    @Override
    public void close() {
        jars.forEach(Modules::close);
    }

    private static void close(PluginJar jar) {
        try {
            jar.close();
        } catch (IOException e) {
            // Only a file handle is lost.
        }
    }
}
