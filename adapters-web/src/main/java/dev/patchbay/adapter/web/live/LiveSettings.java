package dev.patchbay.adapter.web.live;

import dev.patchbay.port.settings.ModuleSettings;
import dev.patchbay.port.settings.Settings;

/**
 * {@code MAX_EVENT_STREAMS}.
 *
 * @param most streams of events at a time, of all people together; 0 lets nobody listen
 */
record LiveSettings(int most) implements ModuleSettings {

    static LiveSettings read(Settings settings) {
        return new LiveSettings(settings.number("MAX_EVENT_STREAMS", 500, 0, 100_000));
    }
}
