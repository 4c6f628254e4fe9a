package dev.patchbay.adapter.web.page;

import dev.patchbay.adapter.web.page.Frame.Screen;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.usecase.provider.Providers;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Optional;

/** {@code /}: where people begin, and where they find their connections when they come back. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class StartPageController {
    private final Screens screens;
    private final WelcomePage welcome;
    private final ConnectionsPage connections;
    private final Providers providers;

    StartPageController(Screens screens, WelcomePage welcome, ConnectionsPage connections, Providers providers) {
        this.screens = screens;
        this.welcome = welcome;
        this.connections = connections;
        this.providers = providers;
    }

    /** The page comes also when the store does not answer: then it says so, and nothing else. */
    @Get
    @Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON})
    HttpResponse<?> start(
            HttpRequest<?> request,
            @QueryValue Optional<String> error,
            @QueryValue Optional<String> connected,
            @QueryValue Optional<String> linked,
            @QueryValue Optional<String> kept,
            @QueryValue Optional<String> reconnect,
            @QueryValue Optional<String> check) {
        Visit visit = new Visit(error, connected, linked, kept, reconnect);
        return screens.visit(
                request, visitor -> screens.send(request, visitor, screen(visitor, visit, check.flatMap(this::here))));
    }

    private Screen screen(Visitor visitor, Visit visit, Optional<ProviderId> check) {
        Words words = visitor.words();
        if (!visitor.known()) {
            return Screens.outage(words);
        }
        Html notice =
                Notices.of(visit, visitor, providers.names()).map(Notice::html).orElse(Html.NONE);
        return visitor.caller()
                .map(caller -> connections.write(caller, words, notice, check))
                .orElseGet(() -> welcome.write(words, notice, visit.reconnect().flatMap(this::here)));
    }

    /** Only platforms that are here go back into a page. */
    private Optional<ProviderId> here(String platform) {
        return ProviderId.parse(platform).filter(id -> providers.platform(id).isPresent());
    }
}
