package dev.patchbay.faults.platform;

import dev.patchbay.domain.provider.GrantClass;
import dev.patchbay.oauth.GuardedHttp;
import dev.patchbay.port.settings.Settings;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;

/** One platform for each grant class that Spotify does not have. */
@Factory
final class DeclaredPlatforms {
    private static final Duration GRACE = Duration.ofSeconds(30);

    @Singleton
    @Named("overlapping")
    DeclaredPlatform overlapping(GuardedHttp http, Settings settings) {
        return DeclaredPlatform.of("overlapping", new GrantClass.Overlap(), http, settings);
    }

    @Singleton
    @Named("graceful")
    DeclaredPlatform graceful(GuardedHttp http, Settings settings) {
        return DeclaredPlatform.of("graceful", new GrantClass.Grace(GRACE), http, settings);
    }

    @Singleton
    @Named("revoking")
    DeclaredPlatform revoking(GuardedHttp http, Settings settings) {
        return DeclaredPlatform.of("revoking", new GrantClass.StrictRevoke(), http, settings);
    }
}
