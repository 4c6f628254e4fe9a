package dev.patchbay.adapter.web.user;

import dev.patchbay.adapter.web.message.Data;
import dev.patchbay.adapter.web.session.Callers;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.usecase.connection.ConnectionHealth;
import dev.patchbay.usecase.provider.Providers;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Map;

/** A person's connections, as stored: looking at the list asks no platform. */
@Controller("/user/platforms")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ConnectionsController {
    private final Callers callers;
    private final ConnectionHealth health;
    private final Providers providers;

    ConnectionsController(Callers callers, ConnectionHealth health, Providers providers) {
        this.callers = callers;
        this.health = health;
        this.providers = providers;
    }

    @Get
    HttpResponse<?> list(HttpRequest<?> request) {
        return callers.signedIn(request, who -> {
            Map<ProviderId, String> names = providers.names();
            return Data.ok(health.all(who).stream()
                    .flatMap(report -> report
                            .connection()
                            .map(connection -> ConnectionResponse.of(
                                    connection,
                                    names.getOrDefault(
                                            connection.platform(),
                                            connection.platform().value()),
                                    report.verdict()))
                            .stream())
                    .toList());
        });
    }
}
