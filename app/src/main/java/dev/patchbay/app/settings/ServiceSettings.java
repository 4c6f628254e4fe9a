package dev.patchbay.app.settings;

import dev.patchbay.port.settings.ModuleSettings;
import dev.patchbay.port.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Where the service listens.
 *
 * @param bindAddress empty to decide by the base URL: loopback only for a loopback one, every address otherwise
 * @param port of the API and page; 0 takes a free one
 * @param managementPort of health and metrics; 0 takes a free one
 * @param drain how long a stopping process goes on answering, so that balancers notice; 0 to 60 s
 * @param spool folder for renewed tokens that the database does not take
 */
public record ServiceSettings(Optional<String> bindAddress, int port, int managementPort, Duration drain, Path spool)
        implements ModuleSettings {
    public static ServiceSettings read(Settings settings) {
        var read = new ServiceSettings(
                settings.text("BIND_ADDRESS"),
                settings.number("PORT", 8080, 0, 65_535),
                settings.number("MANAGEMENT_PORT", 8081, 0, 65_535),
                Duration.ofSeconds(settings.number("DRAIN_SECONDS", 5, 0, 60)),
                Path.of(settings.text("SPOOL_FOLDER").orElse("data/spool")));
        if (read.port == read.managementPort && read.port != 0) {
            settings.problem("MANAGEMENT_PORT", "must differ from PORT");
        }
        return read;
    }
}
