package dev.patchbay.adapter.web.settings;

import dev.patchbay.port.settings.Settings;
import dev.patchbay.usecase.attempt.Frontend;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** What the settings mean for other parts. */
@Factory
final class WebFactory {

    @Singleton
    TlsSettings tlsSettings(Settings settings) {
        return TlsSettings.read(settings);
    }

    @Singleton
    WebSettings webSettings(Settings settings, TlsSettings tls) {
        return WebSettings.read(settings, tls);
    }

    @Singleton
    PageSettings pageSettings(Settings settings) {
        return PageSettings.read(settings);
    }

    @Singleton
    Frontend frontend(WebSettings settings) {
        return new Frontend(settings.baseUrl(), settings.home(), settings.frontendOrigins());
    }

    @Singleton
    SessionLife sessionLife(WebSettings settings) {
        return settings.sessionLife();
    }
}
