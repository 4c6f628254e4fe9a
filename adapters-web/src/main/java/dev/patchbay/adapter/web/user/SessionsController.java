package dev.patchbay.adapter.web.user;

import dev.patchbay.adapter.web.message.Data;
import dev.patchbay.adapter.web.problem.Code;
import dev.patchbay.adapter.web.problem.Problems;
import dev.patchbay.adapter.web.session.Callers;
import dev.patchbay.adapter.web.session.SessionCookie;
import dev.patchbay.domain.session.SessionId;
import dev.patchbay.usecase.session.ManageSessions;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Optional;

/** Where a person is signed in. */
@Controller("/user/sessions")
@ExecuteOn(TaskExecutors.BLOCKING)
final class SessionsController {
    private final Callers callers;
    private final ManageSessions sessions;
    private final SessionCookie cookie;
    private final Problems problems;

    SessionsController(Callers callers, ManageSessions sessions, SessionCookie cookie, Problems problems) {
        this.callers = callers;
        this.sessions = sessions;
        this.cookie = cookie;
        this.problems = problems;
    }

    @Get
    HttpResponse<?> list(HttpRequest<?> request) {
        return callers.signedIn(
                request,
                who -> Data.ok(sessions.list(who).stream()
                        .map(session -> SessionResponse.of(session, who))
                        .toList()));
    }

    @Delete
    HttpResponse<?> endAll(HttpRequest<?> request) {
        return callers.signedIn(request, who -> {
            MutableHttpResponse<?> response = Data.ok(new EndedResponse(sessions.endAll(who)));
            cookie.clear(response);
            return response;
        });
    }

    @Delete("/{id}")
    HttpResponse<?> end(HttpRequest<?> request, @PathVariable String id) {
        return callers.signedIn(request, who -> {
            Optional<SessionId> session = SessionId.parse(id);
            if (session.isEmpty() || !sessions.end(who, session.get())) {
                return problems.of(request, Code.NOT_FOUND, "You have no such session.");
            }
            MutableHttpResponse<?> response = HttpResponse.noContent();
            if (session.equals(who.session())) {
                cookie.clear(response);
            }
            return response;
        });
    }
}
