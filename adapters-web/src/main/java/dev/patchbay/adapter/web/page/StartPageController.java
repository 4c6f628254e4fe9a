package dev.patchbay.adapter.web.page;

import dev.patchbay.adapter.web.session.SessionCookie;
import dev.patchbay.port.StoreUnavailable;
import dev.patchbay.port.session.SessionTokens;
import dev.patchbay.usecase.attempt.Frontend;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Optional;

/** {@code /}: where people begin. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class StartPageController {
    private final StartPage page;
    private final Choices choices;
    private final CertificatePanel certificate;
    private final SessionCookie cookie;
    private final SessionTokens sessionTokens;
    private final Frontend frontend;

    StartPageController(
            StartPage page,
            Choices choices,
            CertificatePanel certificate,
            SessionCookie cookie,
            SessionTokens sessionTokens,
            Frontend frontend) {
        this.page = page;
        this.choices = choices;
        this.certificate = certificate;
        this.cookie = cookie;
        this.sessionTokens = sessionTokens;
        this.frontend = frontend;
    }

    /** The page comes also when the store does not answer: whether the session still lives is the script's question. */
    @Get
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<String> start(
            HttpRequest<?> request,
            @QueryValue Optional<String> error,
            @QueryValue Optional<String> connected,
            @QueryValue Optional<String> linked,
            @QueryValue Optional<String> kept,
            @QueryValue Optional<String> reconnect) {
        Visit visit = new Visit(bringsSession(request), error, connected, linked, kept, reconnect);
        List<Choice> open = visit.signedIn() ? choices.of(request) : List.of();
        return HttpResponse.ok(page.render(visit, open, visit.signedIn() ? certificate.of(request) : Html.NONE)
                        .markup())
                .contentType("text/html; charset=utf-8")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(ContentPolicy.HEADER, ContentPolicy.startPage(frontend.baseUrl()));
    }

    private boolean bringsSession(HttpRequest<?> request) {
        try {
            return cookie.read(request).flatMap(sessionTokens::verify).isPresent();
        } catch (StoreUnavailable notKnownYet) {
            return true;
        }
    }
}
