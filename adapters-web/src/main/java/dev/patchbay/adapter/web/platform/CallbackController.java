package dev.patchbay.adapter.web.platform;

import dev.patchbay.adapter.web.attempt.Endings;
import dev.patchbay.adapter.web.attempt.Landings;
import dev.patchbay.adapter.web.limit.Family;
import dev.patchbay.adapter.web.limit.Limited;
import dev.patchbay.adapter.web.message.Data;
import dev.patchbay.adapter.web.problem.Problems;
import dev.patchbay.adapter.web.session.Callers;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.session.SessionClaim;
import dev.patchbay.domain.session.SignedIn;
import dev.patchbay.usecase.connection.ConnectionHealth;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Where consent comes back: by the browser, or brought by the client that began it. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class CallbackController {
    private final PlatformIds platformIds;
    private final Landings landings;
    private final Endings endings;
    private final Callers callers;
    private final ConnectionHealth health;
    private final Problems problems;
    private final ConnectionAnswers answers;

    CallbackController(
            PlatformIds platformIds,
            Landings landings,
            Endings endings,
            Callers callers,
            ConnectionHealth health,
            Problems problems,
            ConnectionAnswers answers) {
        this.platformIds = platformIds;
        this.landings = landings;
        this.endings = endings;
        this.callers = callers;
        this.health = health;
        this.problems = problems;
        this.answers = answers;
    }

    /** Nothing looks here before it is followed, so no HEAD. */
    @Get(uri = "/platforms/{platform}/callback", headRoute = false)
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    @Limited(Family.CODE)
    HttpResponse<?> callback(HttpRequest<?> request, @PathVariable String platform) {
        return platformIds.here(request, platform, id -> landings.land(request, id, false));
    }

    @Post(uris = {"/platforms/{platform}/callback", "/api/v1/{platform}/callback"})
    @Limited(Family.CONNECT)
    HttpResponse<?> end(HttpRequest<byte[]> request, @PathVariable String platform) {
        return callers.signedIn(
                request, (who, claim) -> platformIds.here(request, platform, id -> end(request, id, who, claim)));
    }

    private HttpResponse<?> end(HttpRequest<byte[]> request, ProviderId id, SignedIn who, SessionClaim claim) {
        return endings.end(request, id, false, who, outcome -> health.status(who, claim, id)
                .<HttpResponse<?>>map(report -> Data.ok(answers.status(who, report)))
                .orElseGet(() -> problems.unknownPlatform(request)));
    }
}
