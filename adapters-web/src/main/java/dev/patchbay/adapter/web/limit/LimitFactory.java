package dev.patchbay.adapter.web.limit;

import dev.patchbay.port.settings.Settings;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

@Factory
final class LimitFactory {

    @Singleton
    LimitSettings limitSettings(Settings settings) {
        return LimitSettings.read(settings);
    }
}
