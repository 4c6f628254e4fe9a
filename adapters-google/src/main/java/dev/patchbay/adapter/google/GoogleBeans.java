package dev.patchbay.adapter.google;

import dev.patchbay.oauth.GuardedHttp;
import dev.patchbay.port.settings.Settings;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Offers Google to whoever collects identity providers. */
@Factory
class GoogleBeans {
    @Singleton
    GoogleSettings settings(Settings settings) {
        return GoogleSettings.read(settings);
    }

    @Singleton
    GoogleIdentity google(GuardedHttp http, Clock clock, GoogleSettings settings) {
        return new GoogleIdentity(http, clock, settings);
    }
}
