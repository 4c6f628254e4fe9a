package dev.patchbay.adapter.web.platform;

import dev.patchbay.adapter.web.message.Data;
import dev.patchbay.adapter.web.message.Form;
import dev.patchbay.adapter.web.problem.Code;
import dev.patchbay.adapter.web.problem.Problems;
import dev.patchbay.adapter.web.session.Callers;
import dev.patchbay.domain.attempt.ReturnTo;
import dev.patchbay.domain.connection.ParkedGrant;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.session.SessionClaim;
import dev.patchbay.domain.session.SignedIn;
import dev.patchbay.usecase.attempt.Frontend;
import dev.patchbay.usecase.attempt.Refusal;
import dev.patchbay.usecase.connection.ConnectionHealth;
import dev.patchbay.usecase.connection.ReplaceAccount;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.util.Optional;

/** Another outside account was chosen than the one connected: who it is, and whether it takes the connection's place. */
@Controller("/platforms/{platform}/replacement")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ReplacementController {
    private final Callers callers;
    private final PlatformIds platformIds;
    private final ReplaceAccount replaceAccount;
    private final ConnectionHealth health;
    private final ConnectionAnswers answers;
    private final Problems problems;
    private final Frontend frontend;

    ReplacementController(
            Callers callers,
            PlatformIds platformIds,
            ReplaceAccount replaceAccount,
            ConnectionHealth health,
            ConnectionAnswers answers,
            Problems problems,
            Frontend frontend) {
        this.callers = callers;
        this.platformIds = platformIds;
        this.replaceAccount = replaceAccount;
        this.health = health;
        this.answers = answers;
        this.problems = problems;
        this.frontend = frontend;
    }

    @Get
    HttpResponse<?> waiting(HttpRequest<?> request, @PathVariable String platform) {
        return callers.signedIn(
                request,
                who -> platformIds.here(request, platform, id -> {
                    Optional<ParkedGrant> waiting = replaceAccount.waiting(who, id);
                    return waiting.isPresent()
                            ? Data.ok(ReplacementResponse.of(waiting.get()))
                            : problems.nothingToReplace(request);
                }));
    }

    /** Yes; a form, which cannot send a DELETE, says which. */
    @Post
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    HttpResponse<?> yes(HttpRequest<byte[]> request, @PathVariable String platform) {
        return Form.isIn(request)
                ? byForm(request, platform, wordIn(request))
                : callers.signedIn(
                        request,
                        (who, claim) -> platformIds.here(request, platform, id -> accepted(request, who, claim, id)));
    }

    /** No. */
    @Delete
    HttpResponse<?> no(HttpRequest<?> request, @PathVariable String platform) {
        return callers.signedIn(request, who -> platformIds.here(request, platform, id -> declined(request, who, id)));
    }

    private HttpResponse<?> byForm(HttpRequest<?> request, String platform, String word) {
        HttpResponse<?> answer = callers.signedIn(
                request,
                (who, claim) -> platformIds.here(request, platform, id -> switch (word) {
                    case "yes" -> accepted(request, who, claim, id);
                    case "no" -> declined(request, who, id);
                    default -> problems.of(request, Code.INVALID_REQUEST, "answer must be yes or no.");
                }));
        return backToThePage(answer, word.equals("yes") ? "connected" : "kept", platform);
    }

    private static String wordIn(HttpRequest<byte[]> request) {
        try {
            return Form.in(request).value("answer").orElse("");
        } catch (IllegalArgumentException illEncoded) {
            return "";
        }
    }

    private HttpResponse<?> accepted(HttpRequest<?> request, SignedIn who, SessionClaim claim, ProviderId id) {
        return switch (replaceAccount.accept(who, id)) {
            case ReplaceAccount.Accepted.Replaced replaced ->
                health.status(who, claim, id)
                        .<HttpResponse<?>>map(report -> Data.ok(answers.status(who, report)))
                        .orElseGet(() -> problems.unknownPlatform(request));
            case ReplaceAccount.Accepted.AppGone() -> problems.of(request, Refusal.APP_GONE);
            // Still waiting means that renewals were in the way, each time.
            case ReplaceAccount.Accepted.NothingWaits() ->
                replaceAccount.waiting(who, id).isPresent()
                        ? problems.of(request, Refusal.TEMPORARILY_UNAVAILABLE)
                        : problems.nothingToReplace(request);
        };
    }

    private HttpResponse<?> declined(HttpRequest<?> request, SignedIn who, ProviderId id) {
        return replaceAccount.decline(who, id) ? HttpResponse.noContent() : problems.nothingToReplace(request);
    }

    /** The form is on our own page, so that is where it ends. */
    private HttpResponse<?> backToThePage(HttpResponse<?> answer, String done, String platform) {
        ReturnTo page = new ReturnTo(URI.create(frontend.baseUrl() + "/"));
        return HttpResponse.seeOther(
                answer.code() < 300 ? page.with(done, platform) : page.with("error", Problems.codeIn(answer)));
    }
}
