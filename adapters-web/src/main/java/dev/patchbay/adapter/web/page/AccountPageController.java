package dev.patchbay.adapter.web.page;

import dev.patchbay.adapter.web.page.Frame.Screen;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Map;

/** {@code /account}: who somebody is here. */
@Controller("/account")
@ExecuteOn(TaskExecutors.BLOCKING)
final class AccountPageController {
    private final Screens screens;
    private final Template page = Template.at("pages/account.html");

    AccountPageController(Screens screens) {
        this.screens = screens;
    }

    @Get
    @Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON})
    HttpResponse<?> show(HttpRequest<?> request) {
        return screens.visitOfMember(request, (visitor, caller) -> {
            Words words = visitor.words();
            Html content = page.fill(words, Map.of());
            return screens.send(
                    request,
                    visitor,
                    new Screen("account", "/account", words.say("account.title"), Html.NONE, content));
        });
    }
}
