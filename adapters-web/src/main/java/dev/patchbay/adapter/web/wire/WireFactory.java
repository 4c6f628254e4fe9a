package dev.patchbay.adapter.web.wire;

import dev.patchbay.port.settings.Settings;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

@Factory
final class WireFactory {

    @Singleton
    WireSettings wireSettings(Settings settings) {
        return WireSettings.read(settings);
    }
}
