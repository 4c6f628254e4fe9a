package dev.patchbay.adapter.web.platform;

import dev.patchbay.adapter.web.message.Data;
import dev.patchbay.adapter.web.problem.Problems;
import dev.patchbay.adapter.web.session.Callers;
import dev.patchbay.usecase.connection.Disconnect;
import dev.patchbay.usecase.provider.Providers;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Optional;

/** Gives up a connection. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class DisconnectController {
    private final Callers callers;
    private final PlatformIds platformIds;
    private final Disconnect disconnect;
    private final Providers providers;
    private final Problems problems;

    DisconnectController(
            Callers callers, PlatformIds platformIds, Disconnect disconnect, Providers providers, Problems problems) {
        this.callers = callers;
        this.platformIds = platformIds;
        this.disconnect = disconnect;
        this.providers = providers;
        this.problems = problems;
    }

    /** A connection to a platform that is not on the class path any more can be given up too. */
    @Delete(uris = {"/user/platforms/{platform}", "/api/v1/{platform}/connection"})
    HttpResponse<?> disconnect(HttpRequest<?> request, @PathVariable String platform) {
        return callers.signedIn(
                request,
                who -> platformIds.parsed(request, platform, id -> {
                    Optional<Disconnect.Report> report = disconnect.disconnect(who, id);
                    if (report.isPresent()) {
                        String name = providers.names().getOrDefault(id, id.value());
                        return Data.ok(DisconnectedResponse.of(report.get(), name));
                    }
                    return providers.platform(id).isPresent()
                            ? problems.notConnected(request)
                            : problems.unknownPlatform(request);
                }));
    }
}
