package dev.patchbay.adapter.web.page;

import dev.patchbay.adapter.web.limit.Family;
import dev.patchbay.adapter.web.limit.Limits;
import dev.patchbay.adapter.web.page.Frame.Screen;
import dev.patchbay.adapter.web.problem.Code;
import dev.patchbay.adapter.web.problem.Problems;
import dev.patchbay.adapter.web.session.Callers.Caller;
import dev.patchbay.adapter.web.settings.PageSettings;
import dev.patchbay.port.StoreUnavailable;
import dev.patchbay.usecase.attempt.Frontend;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Sends pages, with the headers that all of them have. Safe for many threads. */
@Singleton
final class Screens {
    private static final Template OUTAGE = Template.at("pages/outage.html");
    private static final Template NOT_FOUND = Template.at("pages/not-found.html");

    private final Frame frame;
    private final Visitors visitors;
    private final Limits limits;
    private final Problems problems;
    private final PageSettings settings;
    private final Frontend frontend;

    Screens(
            Frame frame,
            Visitors visitors,
            Limits limits,
            Problems problems,
            PageSettings settings,
            Frontend frontend) {
        this.frame = frame;
        this.visitors = visitors;
        this.limits = limits;
        this.problems = problems;
        this.settings = settings;
        this.frontend = frontend;
    }

    /** The page for whoever asks; nothing where the page is switched off, 429 when an account asks too often, as for every other address. */
    HttpResponse<?> visit(HttpRequest<?> request, Function<Visitor, HttpResponse<?>> page) {
        if (!settings.shown()) {
            return problems.of(request, Code.NOT_FOUND, "This service shows no page of its own.");
        }
        Visitor visitor = visitors.of(request);
        long wait = visitor.who()
                .map(who -> limits.takeFor(who.account(), Family.MEMBER))
                .orElse(0L);
        if (wait > 0) {
            return problems.tooManyRequests(request, Duration.ofNanos(wait));
        }
        try {
            return page.apply(visitor);
        } catch (StoreUnavailable sinceTheyWereKnown) {
            return send(request, visitor, outage(visitor.words()));
        }
    }

    /** For pages of members: strangers go home to sign in, and while the store is away all see that it is. */
    HttpResponse<?> visitOfMember(HttpRequest<?> request, BiFunction<Visitor, Caller, HttpResponse<?>> page) {
        return visit(request, visitor -> {
            if (!visitor.known()) {
                return send(request, visitor, outage(visitor.words()));
            }
            return visitor.caller()
                    .<HttpResponse<?>>map(caller -> page.apply(visitor, caller))
                    .orElseGet(() -> HttpResponse.seeOther(frontend.baseUrl().resolve("/")));
        });
    }

    /** Nothing can be said, and nothing wrong is. */
    static Screen outage(Words words) {
        return new Screen("plain", "/", words.say("outage.title"), Html.NONE, OUTAGE.fill(words, Map.of()));
    }

    MutableHttpResponse<String> send(HttpRequest<?> request, Visitor visitor, Screen screen) {
        return send(request, HttpStatus.OK, frame.render(visitor, screen));
    }

    /** For what is not there, or not for this visitor. */
    MutableHttpResponse<String> sendNotFound(HttpRequest<?> request, Visitor visitor) {
        Words words = visitor.words();
        Html content = NOT_FOUND.fill(words, Map.of());
        Screen screen = new Screen("plain", "/", words.say("not-found.title"), Html.NONE, content);
        return send(request, HttpStatus.NOT_FOUND, frame.render(visitor, screen));
    }

    private MutableHttpResponse<String> send(HttpRequest<?> request, HttpStatus status, Html html) {
        MutableHttpResponse<String> response = HttpResponse.status(status);
        response.body(html.markup())
                .contentType("text/html; charset=utf-8")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(ContentPolicy.HEADER, ContentPolicy.startPage(frontend.baseUrl()));
        LanguageCookie.keep(request, response);
        return response;
    }
}
