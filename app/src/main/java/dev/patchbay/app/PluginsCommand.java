package dev.patchbay.app;

import dev.patchbay.app.provider.LoadedModule;
import dev.patchbay.app.provider.ModuleText;
import dev.patchbay.app.provider.Modules;
import dev.patchbay.app.settings.EnvironmentSettings;
import dev.patchbay.app.settings.PluginSettings;
import dev.patchbay.oauth.GuardedHttp;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** {@code ./patchbay plugins}: which modules with providers there are, what each declares, and which jars are not used, and why. */
public final class PluginsCommand {
    private static final String USAGE = "usage: ./patchbay plugins [--json]";

    public static void main(String[] args) {
        Listing listing = Main.orExit(() -> run(Operator.values(), List.of(args)));
        System.out.print(listing.text());
        System.exit(listing.allUsed() ? 0 : 1);
    }

    /** @param allUsed whether no jar is refused */
    record Listing(String text, boolean allUsed) {}

    /** Opens the modules as a start would, and calls nobody. @throws StartRefused when two of the service's own exclude one another */
    static Listing run(Map<String, String> values, List<String> args) {
        boolean json = args.equals(List.of("--json"));
        if (!json && !args.isEmpty()) {
            throw new StartRefused(List.of(USAGE));
        }
        var settings = new EnvironmentSettings(values);
        try (GuardedHttp http = new GuardedHttp(Clock.systemUTC());
                Modules modules = Modules.load(
                        settings,
                        http,
                        Clock.systemUTC(),
                        PluginSettings.read(settings).folder())) {
            return new Listing(
                    json ? ModuleText.json(modules) : text(modules),
                    modules.refused().isEmpty());
        } catch (IOException e) {
            throw new StartRefused(List.of("the list cannot be written"));
        }
    }

    private static String text(Modules modules) {
        StringBuilder text = new StringBuilder();
        for (LoadedModule module : modules.loaded()) {
            text.append(ModuleText.of(module)).append('\n');
        }
        modules.refused().forEach(one -> text.append("NOT USED ")
                .append(one.jar())
                .append(": ")
                .append(one.why())
                .append('\n'));
        return text.toString();
    }
}
