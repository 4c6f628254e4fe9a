package dev.patchbay.adapter.web.wire;

import dev.patchbay.port.settings.ModuleSettings;
import dev.patchbay.port.settings.Settings;
import java.time.Duration;

/**
 * {@code MAX_CONNECTIONS}, {@code MAX_CONNECTIONS_PER_ADDRESS}, {@code REQUEST_HEAD_SECONDS}, {@code REQUEST_BODY_SECONDS},
 * {@code IDLE_SECONDS}.
 *
 * @param most connections at a time, of all together
 * @param mostPerAddress connections at a time of one address; proxies of ours and this machine are not counted
 * @param head how long a request's line and headers may take, from their first byte on
 * @param body how long its body may take after that
 * @param idle how long a connection may wait for a request
 */
record WireSettings(int most, int mostPerAddress, Duration head, Duration body, Duration idle)
        implements ModuleSettings {

    static WireSettings read(Settings settings) {
        return new WireSettings(
                settings.number("MAX_CONNECTIONS", 10_000, 10, 1_000_000),
                settings.number("MAX_CONNECTIONS_PER_ADDRESS", 500, 1, 1_000_000),
                Duration.ofSeconds(settings.number("REQUEST_HEAD_SECONDS", 10, 1, 120)),
                Duration.ofSeconds(settings.number("REQUEST_BODY_SECONDS", 30, 1, 600)),
                Duration.ofSeconds(settings.number("IDLE_SECONDS", 75, 1, 600)));
    }
}
