package dev.patchbay.adapter.web.merge;

import dev.patchbay.adapter.web.attempt.Begin;
import dev.patchbay.adapter.web.limit.Family;
import dev.patchbay.adapter.web.limit.Limited;
import dev.patchbay.adapter.web.message.Bodies;
import dev.patchbay.adapter.web.message.Data;
import dev.patchbay.adapter.web.problem.Code;
import dev.patchbay.adapter.web.problem.Problems;
import dev.patchbay.adapter.web.session.Callers;
import dev.patchbay.adapter.web.session.SessionCookie;
import dev.patchbay.domain.merge.MergeChoice;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.session.SignedIn;
import dev.patchbay.domain.vault.Fingerprint;
import dev.patchbay.usecase.attempt.Beginning;
import dev.patchbay.usecase.merge.MergeAccounts;
import dev.patchbay.usecase.merge.Merging;
import dev.patchbay.usecase.signin.BeginSignIn;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Optional;

/** Making one account of two: prove the other one, look at what would happen, say yes. */
@Controller("/user/merge")
@ExecuteOn(TaskExecutors.BLOCKING)
final class MergeController {
    private final Callers callers;
    private final BeginSignIn beginSignIn;
    private final MergeAccounts mergeAccounts;
    private final Begin begin;
    private final SessionCookie cookie;
    private final Bodies bodies;
    private final Problems problems;

    MergeController(
            Callers callers,
            BeginSignIn beginSignIn,
            MergeAccounts mergeAccounts,
            Begin begin,
            SessionCookie cookie,
            Bodies bodies,
            Problems problems) {
        this.callers = callers;
        this.beginSignIn = beginSignIn;
        this.mergeAccounts = mergeAccounts;
        this.begin = begin;
        this.cookie = cookie;
        this.bodies = bodies;
        this.problems = problems;
    }

    @Post
    @Limited(Family.CONNECT)
    HttpResponse<?> prove(HttpRequest<byte[]> request) {
        return callers.signedIn(request, who -> {
            Optional<MergeRequest> body = bodies.read(request, MergeRequest.class);
            return body.isPresent()
                    ? begin.begin(
                            request, body.get().wishes(), Code.UNKNOWN_PROVIDER, (wishes, wish) -> Optional.ofNullable(
                                            body.get().provider())
                                    .flatMap(ProviderId::parse)
                                    .map(id -> beginSignIn.proveOther(who, id, wish))
                                    .orElse(new Beginning.UnknownProvider()))
                    : problems.unreadableBody(request);
        });
    }

    @Get
    HttpResponse<?> preview(
            HttpRequest<?> request,
            @QueryValue Optional<String> keep,
            @QueryValue Optional<String> connections,
            @QueryValue Optional<String> methods) {
        return callers.signedIn(request, who -> {
            Optional<MergeChoice> choice =
                    Choosing.of(keep, connections, methods).choice();
            return choice.isEmpty()
                    ? badChoice(request)
                    : mergeAccounts
                            .preview(who, choice.get())
                            .<HttpResponse<?>>map(preview -> Data.ok(PreviewResponse.of(preview)))
                            .orElseGet(() -> nothingProven(request));
        });
    }

    @Post("/confirm")
    @Limited(Family.CONNECT)
    HttpResponse<?> confirm(HttpRequest<byte[]> request) {
        return callers.signedIn(request, who -> {
            Optional<ConfirmRequest> body = bodies.read(request, ConfirmRequest.class);
            if (body.isEmpty()) {
                return problems.unreadableBody(request);
            }
            Optional<MergeChoice> choice = body.get().choosing().choice();
            Optional<Fingerprint> seen = body.get().seen();
            return choice.isPresent() && seen.isPresent()
                    ? confirmed(request, who, choice.get(), seen.get())
                    : badChoice(request);
        });
    }

    private HttpResponse<?> confirmed(HttpRequest<?> request, SignedIn who, MergeChoice choice, Fingerprint seen) {
        return switch (mergeAccounts.confirm(who, choice, seen)) {
            case Merging.Done done -> {
                MutableHttpResponse<?> response = Data.ok(MergedResponse.of(done));
                if (done.signedOut()) {
                    cookie.clear(response);
                }
                yield response;
            }
            case Merging.NothingProven() -> nothingProven(request);
            case Merging.PreviewChanged() ->
                problems.of(
                        request,
                        Code.MERGE_CHANGED,
                        "This is not what the preview showed any more. Nothing was changed; look at it again.");
            case Merging.Busy(var retryAt) -> problems.mergeBusy(request, retryAt);
            case Merging.Unreadable(var platform) ->
                problems.of(
                        request,
                        Code.MERGE_UNREADABLE,
                        "What is stored for %s cannot be read, so it cannot move. Disconnect it or remove its app first; nothing was changed."
                                .formatted(platform));
        };
    }

    @Delete
    HttpResponse<?> withdraw(HttpRequest<?> request) {
        return callers.signedIn(
                request, who -> mergeAccounts.withdraw(who) ? HttpResponse.noContent() : nothingProven(request));
    }

    private HttpResponse<?> nothingProven(HttpRequest<?> request) {
        return problems.of(
                request,
                Code.NOTHING_TO_MERGE,
                "No other account is proven to be yours from here: it was not begun, was used, or took longer than ten"
                        + " minutes.");
    }

    private HttpResponse<?> badChoice(HttpRequest<?> request) {
        return problems.of(
                request,
                Code.INVALID_REQUEST,
                "keep is this or other, connections and methods list ids, and a confirmation repeats the preview's"
                        + " name.");
    }
}
