package dev.patchbay.adapter.web.user;

import dev.patchbay.adapter.web.message.Data;
import dev.patchbay.adapter.web.problem.Code;
import dev.patchbay.adapter.web.problem.Problems;
import dev.patchbay.adapter.web.session.Callers;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.usecase.provider.Providers;
import dev.patchbay.usecase.signin.ManageSignInMethods;
import dev.patchbay.usecase.signin.Unlinking;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** The ways into an account. */
@Controller("/user/auth-providers")
@ExecuteOn(TaskExecutors.BLOCKING)
final class MethodsController {
    private final Callers callers;
    private final ManageSignInMethods methods;
    private final Providers providers;
    private final Problems problems;

    MethodsController(Callers callers, ManageSignInMethods methods, Providers providers, Problems problems) {
        this.callers = callers;
        this.methods = methods;
        this.providers = providers;
        this.problems = problems;
    }

    @Get
    HttpResponse<?> list(HttpRequest<?> request) {
        return callers.signedIn(
                request,
                who -> Data.ok(methods.list(who).stream()
                        .map(method -> MethodResponse.of(
                                method, nameOf(method.identity().provider())))
                        .toList()));
    }

    @Delete("/{provider}")
    HttpResponse<?> unlink(HttpRequest<?> request, @PathVariable String provider) {
        return callers.signedIn(request, who -> switch (ProviderId.parse(provider)
                .map(id -> methods.unlink(who, id))
                .orElse(Unlinking.NOT_LINKED)) {
            case UNLINKED -> HttpResponse.noContent();
            case NOT_LINKED -> problems.of(request, Code.NOT_FOUND, "This account has no sign-in with that provider.");
            case FRESH_SIGN_IN_NEEDED -> problems.freshSignInNeeded(request);
            case LAST_ONE ->
                problems.of(
                        request,
                        Code.LAST_SIGN_IN_METHOD,
                        "This is the only way into your account. Add another one first.");
        });
    }

    private String nameOf(ProviderId id) {
        return providers.names().getOrDefault(id, id.value());
    }
}
