package dev.patchbay.adapter.web.page;

import dev.patchbay.domain.account.Language;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** The language somebody chose in this browser, signed in or not: {@code ?language=de} says it, a cookie keeps it. */
final class LanguageCookie {
    static final String NAME = "language";
    private static final Duration KEPT = Duration.ofDays(365);

    private LanguageCookie() {}

    /** What is chosen with this very request, or was before. */
    static Optional<Language> chosen(HttpRequest<?> request) {
        return asked(request)
                .or(() -> request.getCookies().findCookie(NAME).flatMap(cookie -> named(cookie.getValue())));
    }

    static void keep(HttpRequest<?> request, MutableHttpResponse<?> response) {
        asked(request)
                .ifPresent(language -> response.cookie(Cookie.of(NAME, language.code())
                        .path("/")
                        .maxAge(KEPT)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite(SameSite.Lax)));
    }

    private static Optional<Language> asked(HttpRequest<?> request) {
        return request.getParameters().getFirst(NAME).flatMap(LanguageCookie::named);
    }

    private static Optional<Language> named(String code) {
        return Arrays.stream(Language.values())
                .filter(language -> language.code().equals(code))
                .findFirst();
    }
}
