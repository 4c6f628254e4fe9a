package dev.patchbay.adapter.web.page;

import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.usecase.app.ShowApp;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** {@code /apps/{platform}}: a person's own app at a platform. */
@Controller("/apps/{platform}")
@ExecuteOn(TaskExecutors.BLOCKING)
final class OwnAppPageController {
    private final Screens screens;
    private final ShowApp showApp;
    private final OwnAppPage page;

    OwnAppPageController(Screens screens, ShowApp showApp, OwnAppPage page) {
        this.screens = screens;
        this.showApp = showApp;
        this.page = page;
    }

    @Get
    @Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON})
    HttpResponse<?> show(HttpRequest<?> request, @PathVariable String platform) {
        return screens.visitOfMember(request, (visitor, caller) -> ProviderId.parse(platform)
                .flatMap(id -> showApp.show(caller.who(), id))
                .<HttpResponse<?>>map(
                        view -> screens.send(request, visitor, page.write(caller.who(), view, visitor.words())))
                .orElseGet(() -> screens.sendNotFound(request, visitor)));
    }
}
