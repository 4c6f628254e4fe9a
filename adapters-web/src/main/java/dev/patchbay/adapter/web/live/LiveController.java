package dev.patchbay.adapter.web.live;

import dev.patchbay.adapter.web.problem.Code;
import dev.patchbay.adapter.web.problem.Problems;
import dev.patchbay.adapter.web.session.Callers;
import dev.patchbay.domain.session.SessionClaim;
import dev.patchbay.domain.session.SignedIn;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Objects;

/** {@code GET /user/platforms/events}: a person's connections, as they become. */
@Controller("/user/platforms/events")
@ExecuteOn(TaskExecutors.BLOCKING)
final class LiveController {
    private final Callers callers;
    private final LiveConnections live;
    private final Problems problems;

    LiveController(Callers callers, LiveConnections live, Problems problems) {
        this.callers = callers;
        this.live = live;
        this.problems = problems;
    }

    @Get
    @Produces({MediaType.TEXT_EVENT_STREAM, MediaType.ALL})
    HttpResponse<?> events(HttpRequest<?> request) {
        return callers.signedIn(request, (who, claim) -> switch (live.roomFor(who.account())) {
            case FREE -> stream(request, who, claim);
            case ACCOUNT_FULL ->
                problems.of(
                        request,
                        Code.TOO_MANY_REQUESTS,
                        "Your account listens for events in as many places as it can. Close one of them.");
            case ALL_FULL ->
                problems.of(
                        request,
                        Code.TEMPORARILY_UNAVAILABLE,
                        "As many listen for events here as can. GET /user/platforms says how things are.");
        });
    }

    private HttpResponse<?> stream(HttpRequest<?> request, SignedIn who, SessionClaim claim) {
        String seen = Objects.requireNonNullElse(request.getHeaders().get("Last-Event-ID"), "");
        return HttpResponse.ok(live.of(who, claim, seen))
                .contentType(MediaType.TEXT_EVENT_STREAM + ";charset=utf-8")
                // Compressed, an event would wait for those after it.
                .header(HttpHeaders.CONTENT_ENCODING, "identity")
                // nginx would hold events back until it has some kilobytes.
                .header("X-Accel-Buffering", "no");
    }
}
