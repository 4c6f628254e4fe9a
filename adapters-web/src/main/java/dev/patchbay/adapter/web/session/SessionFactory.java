package dev.patchbay.adapter.web.session;

import dev.patchbay.adapter.web.settings.WebSettings;
import dev.patchbay.port.session.SessionTokens;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The tokens that clients carry. */
@Factory
final class SessionFactory {
    /** About 6 MB when full. */
    private static final int REMEMBERED = 20_000;

    @Singleton
    @Bean(typed = {SessionTokens.class, KnownTokens.class})
    VerifiedOnce sessionTokens(SigningKey key, WebSettings settings, Clock clock) {
        return new VerifiedOnce(new JwtSessionTokens(key, settings.baseUrl(), clock), REMEMBERED, clock);
    }
}
