package dev.patchbay.adapter.web.user;

import dev.patchbay.adapter.web.message.Bodies;
import dev.patchbay.adapter.web.message.Data;
import dev.patchbay.adapter.web.problem.Code;
import dev.patchbay.adapter.web.problem.Problems;
import dev.patchbay.adapter.web.session.Callers;
import dev.patchbay.adapter.web.session.SessionCookie;
import dev.patchbay.usecase.account.EraseAccount;
import dev.patchbay.usecase.account.ManageAccount;
import dev.patchbay.usecase.account.ManageAccount.Profile;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Optional;

/** A person's profile, history and farewell. */
@Controller("/user")
@ExecuteOn(TaskExecutors.BLOCKING)
final class AccountController {
    private final Callers callers;
    private final ManageAccount manageAccount;
    private final EraseAccount eraseAccount;
    private final SessionCookie cookie;
    private final Bodies bodies;
    private final Problems problems;

    AccountController(
            Callers callers,
            ManageAccount manageAccount,
            EraseAccount eraseAccount,
            SessionCookie cookie,
            Bodies bodies,
            Problems problems) {
        this.callers = callers;
        this.manageAccount = manageAccount;
        this.eraseAccount = eraseAccount;
        this.cookie = cookie;
        this.bodies = bodies;
        this.problems = problems;
    }

    @Get("/profile")
    HttpResponse<?> profile(HttpRequest<?> request) {
        return callers.signedIn(request, who -> shown(request, manageAccount.profile(who)));
    }

    @Patch("/profile")
    HttpResponse<?> change(HttpRequest<byte[]> request) {
        return callers.signedIn(request, who -> {
            Optional<ProfileChange> change =
                    bodies.read(request, ProfileChange.class).filter(ProfileChange::isGood);
            if (change.isEmpty()) {
                return problems.of(
                        request,
                        Code.INVALID_REQUEST,
                        "displayName must have 1 to 80 characters and no control characters; language must be en or"
                                + " de.");
            }
            change.get().name().ifPresent(name -> manageAccount.rename(who, name));
            change.get().spoken().ifPresent(language -> manageAccount.speak(who, language));
            return shown(request, manageAccount.profile(who));
        });
    }

    @Delete
    HttpResponse<?> erase(HttpRequest<?> request) {
        return callers.signedIn(request, who -> {
            MutableHttpResponse<?> response = Data.ok(ErasedResponse.of(eraseAccount.erase(who)));
            cookie.clear(response);
            return response;
        });
    }

    @Get("/activity")
    HttpResponse<?> activity(HttpRequest<?> request) {
        return callers.signedIn(
                request,
                who -> Data.ok(manageAccount.activity(who).stream()
                        .map(ActivityResponse::of)
                        .toList()));
    }

    /** An account erased a moment ago has no session any more. */
    private HttpResponse<?> shown(HttpRequest<?> request, Optional<Profile> profile) {
        return profile.isPresent() ? Data.ok(ProfileResponse.of(profile.get())) : problems.unauthenticated(request);
    }
}
