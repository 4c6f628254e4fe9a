package dev.patchbay.adapter.web.user;

import dev.patchbay.adapter.web.message.Data;
import dev.patchbay.adapter.web.session.Callers;
import dev.patchbay.usecase.connection.ConnectionHealth;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** A person's connections, as stored: looking at the list asks no platform. */
@Controller("/user/platforms")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ConnectionsController {
    private final Callers callers;
    private final ConnectionHealth health;
    private final ConnectionList list;

    ConnectionsController(Callers callers, ConnectionHealth health, ConnectionList list) {
        this.callers = callers;
        this.health = health;
        this.list = list;
    }

    @Get
    HttpResponse<?> list(HttpRequest<?> request) {
        return callers.signedIn(request, who -> Data.ok(list.rows(health.all(who))));
    }
}
