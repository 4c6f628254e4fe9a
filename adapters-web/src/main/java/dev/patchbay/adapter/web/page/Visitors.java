package dev.patchbay.adapter.web.page;

import dev.patchbay.adapter.web.session.Callers;
import dev.patchbay.adapter.web.session.Callers.Caller;
import dev.patchbay.adapter.web.session.SessionCookie;
import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.account.Language;
import dev.patchbay.domain.account.Operators;
import dev.patchbay.port.StoreUnavailable;
import dev.patchbay.port.account.Accounts;
import dev.patchbay.port.session.SessionTokens;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Locale.LanguageRange;
import java.util.Optional;

/** Finds out who opens a page, and in which language they read. Safe for many threads. */
@Singleton
final class Visitors {
    private final Callers callers;
    private final SessionCookie cookie;
    private final SessionTokens tokens;
    private final Operators operators;
    private final Accounts accounts;

    Visitors(Callers callers, SessionCookie cookie, SessionTokens tokens, Operators operators, Accounts accounts) {
        this.callers = callers;
        this.cookie = cookie;
        this.tokens = tokens;
        this.operators = operators;
        this.accounts = accounts;
    }

    /** The page comes also when the store does not answer: then nobody knows who it is. */
    Visitor of(HttpRequest<?> request) {
        try {
            Optional<Caller> caller = callers.caller(request);
            boolean ended = caller.isEmpty()
                    && cookie.read(request).flatMap(tokens::verify).isPresent();
            boolean operator = caller.filter(
                            member -> operators.include(member.who().account()))
                    .isPresent();
            return new Visitor(caller, true, ended, operator, words(request, caller));
        } catch (StoreUnavailable notKnownNow) {
            return new Visitor(Optional.empty(), false, false, false, words(request, Optional.empty()));
        }
    }

    /** What was chosen in this browser, else by this person, else what the browser says. */
    private Words words(HttpRequest<?> request, Optional<Caller> caller) {
        return Words.in(LanguageCookie.chosen(request)
                .or(() -> caller.flatMap(member -> accounts.find(member.who().account()))
                        .flatMap(Account::language))
                .orElseGet(() -> accepted(request)));
    }

    /** The one the browser wants most among those spoken here (RFC 9110 §12.5.4). */
    private static Language accepted(HttpRequest<?> request) {
        String header = request.getHeaders().get(HttpHeaders.ACCEPT_LANGUAGE);
        try {
            return (header == null ? List.<LanguageRange>of() : LanguageRange.parse(header))
                    .stream()
                            .filter(range -> range.getWeight() > 0)
                            .map(range -> range.getRange().split("-", 2)[0])
                            .flatMap(primary -> Arrays.stream(Language.values())
                                    .filter(language -> language.code().equals(primary)))
                            .findFirst()
                            .orElse(Language.EN);
        } catch (IllegalArgumentException notAList) {
            return Language.EN;
        }
    }
}
