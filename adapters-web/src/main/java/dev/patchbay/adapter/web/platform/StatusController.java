package dev.patchbay.adapter.web.platform;

import dev.patchbay.adapter.web.message.Data;
import dev.patchbay.adapter.web.problem.Code;
import dev.patchbay.adapter.web.problem.Problems;
import dev.patchbay.adapter.web.session.Callers;
import dev.patchbay.usecase.connection.ConnectionHealth;
import dev.patchbay.usecase.connection.ConnectionHealth.Report;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a connection is: in short, or in full and by asking the platform itself. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class StatusController {
    private final Callers callers;
    private final PlatformIds platformIds;
    private final ConnectionHealth health;
    private final ConnectionAnswers answers;
    private final Problems problems;

    StatusController(
            Callers callers,
            PlatformIds platformIds,
            ConnectionHealth health,
            ConnectionAnswers answers,
            Problems problems) {
        this.callers = callers;
        this.platformIds = platformIds;
        this.health = health;
        this.answers = answers;
        this.problems = problems;
    }

    @Get(uris = {"/platforms/{platform}/status", "/api/v1/{platform}/connection"})
    HttpResponse<?> status(HttpRequest<?> request, @PathVariable String platform) {
        return callers.signedIn(
                request,
                (who, claim) -> platformIds.parsed(request, platform, id -> {
                    Optional<Report> report = health.status(who, claim, id);
                    return report.isPresent()
                            ? Data.ok(answers.status(who, report.get()))
                            : problems.unknownPlatform(request);
                }));
    }

    /** @param probe {@code true} to ask the platform whose token this is */
    @Get(uris = {"/platforms/{platform}/health", "/api/v1/{platform}/health"})
    HttpResponse<?> health(HttpRequest<?> request, @PathVariable String platform, @QueryValue @Nullable String probe) {
        return callers.signedIn(request, (who, claim) -> {
            if (probe != null && !probe.equals("true") && !probe.equals("false")) {
                return problems.of(request, Code.INVALID_REQUEST, "probe must be true or false.");
            }
            return platformIds.parsed(request, platform, id -> {
                Optional<Report> report =
                        "true".equals(probe) ? health.probe(who, claim, id) : health.status(who, claim, id);
                return report.isPresent()
                        ? Data.ok(answers.health(who, report.get()))
                        : problems.unknownPlatform(request);
            });
        });
    }
}
