package dev.patchbay.adapter.web.client;

import dev.patchbay.port.settings.Settings;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

@Factory
final class ClientFactory {

    @Singleton
    ProxySettings proxySettings(Settings settings) {
        return ProxySettings.read(settings);
    }
}
