package dev.patchbay.adapter.web.app;

import dev.patchbay.adapter.web.limit.Family;
import dev.patchbay.adapter.web.limit.Limited;
import dev.patchbay.adapter.web.message.Bodies;
import dev.patchbay.adapter.web.message.Data;
import dev.patchbay.adapter.web.platform.PlatformIds;
import dev.patchbay.adapter.web.problem.Code;
import dev.patchbay.adapter.web.problem.Problems;
import dev.patchbay.adapter.web.session.Callers;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.session.SignedIn;
import dev.patchbay.usecase.app.AffectedConnection;
import dev.patchbay.usecase.app.BringApp;
import dev.patchbay.usecase.app.Bringing;
import dev.patchbay.usecase.app.CheckApp;
import dev.patchbay.usecase.app.Checking;
import dev.patchbay.usecase.app.Removal;
import dev.patchbay.usecase.app.RemoveApp;
import dev.patchbay.usecase.app.ShowApp;
import dev.patchbay.usecase.attempt.Refusal;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** A person's own app at a platform. The secret goes in and never comes out. */
@Controller("/platforms/{platform}/app")
@ExecuteOn(TaskExecutors.BLOCKING)
final class OwnAppController {
    private final Callers callers;
    private final PlatformIds platformIds;
    private final Bodies bodies;
    private final ShowApp showApp;
    private final BringApp bringApp;
    private final RemoveApp removeApp;
    private final CheckApp checkApp;
    private final Problems problems;
    private final Clock clock;

    OwnAppController(
            Callers callers,
            PlatformIds platformIds,
            Bodies bodies,
            ShowApp showApp,
            BringApp bringApp,
            RemoveApp removeApp,
            CheckApp checkApp,
            Problems problems,
            Clock clock) {
        this.callers = callers;
        this.platformIds = platformIds;
        this.bodies = bodies;
        this.showApp = showApp;
        this.bringApp = bringApp;
        this.removeApp = removeApp;
        this.checkApp = checkApp;
        this.problems = problems;
        this.clock = clock;
    }

    @Get
    HttpResponse<?> show(HttpRequest<?> request, @PathVariable String platform) {
        return at(request, platform, (who, id) -> shown(request, who, id, List.of()));
    }

    /** @param confirm {@code true} when connections may end */
    @Put
    @Limited(Family.APP)
    HttpResponse<?> bring(
            HttpRequest<byte[]> request, @PathVariable String platform, @QueryValue @Nullable String confirm) {
        return at(request, platform, (who, id) -> {
            Optional<BringRequest> body = bodies.read(request, BringRequest.class);
            if (body.isEmpty()) {
                return problems.unreadableBody(request);
            }
            String clientId = body.get().clientId();
            if (clientId == null) {
                return problems.of(request, Code.INVALID_REQUEST, "clientId is missing.");
            }
            Bringing bringing = bringApp.bring(
                    who, id, clientId, Optional.ofNullable(body.get().clientSecret()), "true".equals(confirm));
            return switch (bringing) {
                case Bringing.Kept(var app, var ended) -> shown(request, who, id, ended);
                case Bringing.Refused(var words) -> problems.of(request, Code.INVALID_REQUEST, words);
                case Bringing.NeedsYes(var wouldEnd) -> wouldEnd(request, wouldEnd);
                case Bringing.Busy() -> problems.of(request, Refusal.TEMPORARILY_UNAVAILABLE);
                case Bringing.UnknownPlatform() -> problems.unknownPlatform(request);
            };
        });
    }

    /** An app at a platform that is not on the class path any more can be removed too. */
    @Delete
    HttpResponse<?> remove(
            HttpRequest<?> request, @PathVariable String platform, @QueryValue @Nullable String confirm) {
        return at(request, platform, (who, id) -> switch (removeApp.remove(who, id, "true".equals(confirm))) {
            case Removal.Removed(var ended) -> Data.ok(RemovedResponse.of(ended));
            case Removal.NeedsYes(var wouldEnd) -> wouldEnd(request, wouldEnd);
            case Removal.NoApp() -> problems.noApp(request);
            case Removal.Busy() -> problems.of(request, Refusal.TEMPORARILY_UNAVAILABLE);
        });
    }

    @Post("/check")
    @Limited(Family.APP)
    HttpResponse<?> check(HttpRequest<?> request, @PathVariable String platform) {
        return at(request, platform, (who, id) -> switch (checkApp.check(who, id)) {
            case Checking.Checked(var findings) -> Data.ok(CheckedResponse.of(findings));
            case Checking.Later(var then) -> problems.withheld(request, Cause.PACED, Optional.of(then));
            case Checking.NoApp() -> problems.noApp(request);
            case Checking.UnknownPlatform() -> problems.unknownPlatform(request);
        });
    }

    private HttpResponse<?> at(
            HttpRequest<?> request, String platform, BiFunction<SignedIn, ProviderId, HttpResponse<?>> act) {
        return callers.signedIn(request, who -> platformIds.parsed(request, platform, id -> act.apply(who, id)));
    }

    private HttpResponse<?> shown(HttpRequest<?> request, SignedIn who, ProviderId id, List<AffectedConnection> ended) {
        return showApp.show(who, id)
                .<HttpResponse<?>>map(view -> Data.ok(OwnAppResponse.of(view, ended, clock.instant())))
                .orElseGet(() -> problems.unknownPlatform(request));
    }

    private HttpResponse<?> wouldEnd(HttpRequest<?> request, List<AffectedConnection> wouldEnd) {
        return problems.of(request, Code.CONNECTIONS_WOULD_END, EndedResponse.words(wouldEnd));
    }
}
