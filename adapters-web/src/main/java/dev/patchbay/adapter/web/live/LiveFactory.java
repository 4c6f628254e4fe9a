package dev.patchbay.adapter.web.live;

import dev.patchbay.port.settings.Settings;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

@Factory
final class LiveFactory {

    @Singleton
    LiveSettings liveSettings(Settings settings) {
        return LiveSettings.read(settings);
    }
}
