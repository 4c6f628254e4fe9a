package dev.patchbay.adapter.web.message;

import dev.patchbay.domain.vault.Secret;
import dev.patchbay.usecase.attempt.Frontend;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.cookie.Cookie;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/**
 * Cookies that scripts cannot read and other hosts cannot set: {@code __Host-} and {@code Secure} on https, plain names on
 * http (loopback). Their values are base64url or JWTs, so they need no quoting.
 */
@Singleton
public final class BrowserCookies {
    private final boolean https;

    BrowserCookies(Frontend frontend) {
        https = "https".equals(frontend.baseUrl().getScheme());
    }

    /** The name for the scheme we are served on. */
    public String name(String onHttps, String onHttp) {
        return https ? "__Host-" + onHttps : onHttp;
    }

    public Optional<Secret> read(HttpRequest<?> request, String name) {
        return request.getCookies()
                .findCookie(name)
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty())
                .map(Secret::of);
    }

    public void set(MutableHttpResponse<?> response, String name, Secret value, Duration life) {
        write(response, name, value.reveal(), life.toSeconds());
    }

    public void clear(MutableHttpResponse<?> response, String name) {
        write(response, name, "", 0);
    }

    private void write(MutableHttpResponse<?> response, String name, String value, long maxAge) {
        response.header(
                HttpHeaders.SET_COOKIE,
                name + "=" + value + "; Path=/; Max-Age=" + maxAge + "; HttpOnly; SameSite=Lax"
                        + (https ? "; Secure" : ""));
    }
}
