package dev.patchbay.oauth;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The one HTTP client that all providers share. */
@Factory
class OAuthBeans {
    @Singleton
    @Bean(preDestroy = "close")
    GuardedHttp guardedHttp(Clock clock) {
        return new GuardedHttp(clock);
    }
}
