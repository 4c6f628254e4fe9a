package dev.patchbay.app.settings;

import dev.patchbay.port.settings.ModuleSettings;
import dev.patchbay.port.settings.Settings;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Where the service listens.
 *
 * @param bindAddress empty to decide by the base URL: loopback only for a loopback one, every address otherwise
 * @param port of the API and page; 0 takes a free one
 * @param managementAddress where health and metrics listen; on this machine alone, unless the operator says otherwise
 * @param managementPort of health and metrics; 0 takes a free one
 * @param drain how long a stopping process goes on answering, so that balancers notice; 0 to 60 s
 * @param spool folder for renewed tokens that the database does not take
 */
public record ServiceSettings(
        Optional<String> bindAddress,
        int port,
        String managementAddress,
        int managementPort,
        Duration drain,
        Path spool)
        implements ModuleSettings {
    private static final String LOOPBACK = "127.0.0.1";

    public static ServiceSettings read(Settings settings) {
        var read = new ServiceSettings(
                address(settings, "BIND_ADDRESS"),
                settings.number("PORT", 8080, 0, 65_535),
                address(settings, "MANAGEMENT_ADDRESS").orElse(LOOPBACK),
                settings.number("MANAGEMENT_PORT", 8081, 0, 65_535),
                Duration.ofSeconds(settings.number("DRAIN_SECONDS", 5, 0, 60)),
                Path.of(settings.text("SPOOL_FOLDER").orElse("data/spool")));
        if (read.port == read.managementPort && read.port != 0) {
            settings.problem("MANAGEMENT_PORT", "must differ from PORT");
        }
        return read;
    }

    /** One to listen on. No name: what that leads to may change, and not only to an address of ours. */
    private static Optional<String> address(Settings settings, String name) {
        Optional<String> text = settings.text(name).map(word -> word.equalsIgnoreCase("localhost") ? LOOPBACK : word);
        try {
            text.ifPresent(InetAddress::ofLiteral);
        } catch (IllegalArgumentException notOne) {
            settings.problem(name, "must be an address of this machine, such as 127.0.0.1, or 0.0.0.0 for all of them");
            return Optional.empty();
        }
        return text;
    }
}
