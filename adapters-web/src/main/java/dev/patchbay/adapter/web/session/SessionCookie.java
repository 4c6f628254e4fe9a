package dev.patchbay.adapter.web.session;

import dev.patchbay.adapter.web.message.BrowserCookies;
import dev.patchbay.domain.session.Session;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.session.SessionTokens;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** How our own page carries its session. */
@Singleton
public final class SessionCookie {
    private final BrowserCookies cookies;
    private final SessionTokens tokens;
    private final Clock clock;
    private final String name;

    SessionCookie(BrowserCookies cookies, SessionTokens tokens, Clock clock) {
        this.cookies = cookies;
        this.tokens = tokens;
        this.clock = clock;
        this.name = cookies.name("session", "patchbay_session");
    }

    /** The session token that the browser brought, good or not. */
    public Optional<Secret> read(HttpRequest<?> request) {
        return cookies.read(request, name);
    }

    /** Gives the browser that session, for as long as it lasts. */
    public void set(MutableHttpResponse<?> response, Session session) {
        cookies.set(response, name, tokens.issue(session), Duration.between(clock.instant(), session.expiresAt()));
    }

    public void clear(MutableHttpResponse<?> response) {
        cookies.clear(response, name);
    }
}
