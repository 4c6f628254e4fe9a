package dev.patchbay.app.settings;

import dev.patchbay.port.settings.ModuleSettings;
import dev.patchbay.port.settings.Settings;
import java.util.Optional;

/**
 * Where the service listens.
 *
 * @param bindAddress empty to decide by the base URL: loopback only for a loopback one, every address otherwise
 * @param port of the API and page; 0 takes a free one
 * @param managementPort of health; 0 takes a free one
 */
public record ServiceSettings(Optional<String> bindAddress, int port, int managementPort) implements ModuleSettings {
    public static ServiceSettings read(Settings settings) {
        var read = new ServiceSettings(
                settings.text("BIND_ADDRESS"),
                settings.number("PORT", 8080, 0, 65_535),
                settings.number("MANAGEMENT_PORT", 8081, 0, 65_535));
        if (read.port == read.managementPort && read.port != 0) {
            settings.problem("MANAGEMENT_PORT", "must differ from PORT");
        }
        return read;
    }
}
