package dev.patchbay.app.settings;

import dev.patchbay.port.settings.ModuleSettings;
import dev.patchbay.port.settings.Settings;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Where plug-ins are.
 *
 * @param folder {@code PLUGINS_FOLDER}, {@code plugins} in the current folder otherwise; need not be there
 */
public record PluginSettings(Path folder) implements ModuleSettings {
    private static final String NAME = "PLUGINS_FOLDER";
    private static final Path USUAL = Path.of("plugins");

    public static PluginSettings read(Settings settings) {
        return new PluginSettings(settings.text(NAME)
                .map(text -> {
                    try {
                        return Path.of(text);
                    } catch (InvalidPathException e) {
                        settings.problem(NAME, "is not a path");
                        return USUAL;
                    }
                })
                .orElse(USUAL));
    }
}
