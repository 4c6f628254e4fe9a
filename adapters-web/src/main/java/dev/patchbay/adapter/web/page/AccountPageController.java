package dev.patchbay.adapter.web.page;

import dev.patchbay.adapter.web.page.Frame.Screen;
import dev.patchbay.adapter.web.problem.Problems;
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

/** {@code /account}: who somebody is here, where they are signed in, and what is kept of them. */
@Controller("/account")
@ExecuteOn(TaskExecutors.BLOCKING)
final class AccountPageController {
    private final Screens screens;
    private final AccountPage page;
    private final Providers providers;
    private final Problems problems;

    AccountPageController(Screens screens, AccountPage page, Providers providers, Problems problems) {
        this.screens = screens;
        this.page = page;
        this.providers = providers;
        this.problems = problems;
    }

    @Get
    @Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON})
    HttpResponse<?> show(
            HttpRequest<?> request,
            @QueryValue Optional<String> error,
            @QueryValue Optional<String> linked,
            @QueryValue Optional<String> activity) {
        return screens.visitOfMember(request, (visitor, caller) -> {
            Visit visit = new Visit(error, Optional.empty(), linked, Optional.empty(), Optional.empty());
            Html notice = Notices.of(visit, visitor, providers.names())
                    .map(Notice::html)
                    .orElse(Html.NONE);
            boolean all = activity.filter("all"::equals).isPresent();
            Optional<Screen> screen = page.write(caller.who(), visitor.words(), notice, all);
            return screen.isPresent()
                    ? screens.send(request, visitor, screen.get())
                    : problems.unauthenticated(request);
        });
    }
}
