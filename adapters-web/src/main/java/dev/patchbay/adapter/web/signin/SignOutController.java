package dev.patchbay.adapter.web.signin;

import dev.patchbay.adapter.web.message.Form;
import dev.patchbay.adapter.web.session.Callers;
import dev.patchbay.adapter.web.session.SessionCookie;
import dev.patchbay.usecase.attempt.Frontend;
import dev.patchbay.usecase.session.ManageSessions;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Signing out. Somebody who is not signed in (any more) is told the same: afterwards they are not, and hold no cookie. */
@Controller("/auth")
@ExecuteOn(TaskExecutors.BLOCKING)
final class SignOutController {
    private final Callers callers;
    private final ManageSessions sessions;
    private final SessionCookie cookie;
    private final Frontend frontend;

    SignOutController(Callers callers, ManageSessions sessions, SessionCookie cookie, Frontend frontend) {
        this.callers = callers;
        this.sessions = sessions;
        this.cookie = cookie;
        this.frontend = frontend;
    }

    /** A form of a page without scripts is sent home. */
    @Post("/logout")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    HttpResponse<?> logout(HttpRequest<?> request) {
        callers.present(request).ifPresent(sessions::signOut);
        MutableHttpResponse<?> response =
                Form.isIn(request) ? HttpResponse.seeOther(frontend.homeward().address()) : HttpResponse.noContent();
        cookie.clear(response);
        return response;
    }
}
