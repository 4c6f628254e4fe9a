package dev.patchbay.adapter.web.signin;

import dev.patchbay.adapter.web.attempt.Begin;
import dev.patchbay.adapter.web.attempt.Endings;
import dev.patchbay.adapter.web.limit.Family;
import dev.patchbay.adapter.web.limit.Limited;
import dev.patchbay.adapter.web.message.Data;
import dev.patchbay.adapter.web.problem.Code;
import dev.patchbay.adapter.web.problem.Problems;
import dev.patchbay.adapter.web.session.Callers;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.usecase.attempt.Beginning;
import dev.patchbay.usecase.attempt.Outcome;
import dev.patchbay.usecase.provider.Providers;
import dev.patchbay.usecase.signin.BeginSignIn;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Optional;

/** Adding a sign-in method to the account one is signed in to. */
@Controller("/auth")
@ExecuteOn(TaskExecutors.BLOCKING)
final class LinkController {
    private final Callers callers;
    private final Providers providers;
    private final BeginSignIn beginSignIn;
    private final Begin begin;
    private final Endings endings;
    private final Problems problems;

    LinkController(
            Callers callers,
            Providers providers,
            BeginSignIn beginSignIn,
            Begin begin,
            Endings endings,
            Problems problems) {
        this.callers = callers;
        this.providers = providers;
        this.beginSignIn = beginSignIn;
        this.begin = begin;
        this.endings = endings;
        this.problems = problems;
    }

    @Post("/{provider}/link")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    @Limited(Family.CONNECT)
    HttpResponse<?> link(HttpRequest<byte[]> request, @PathVariable String provider) {
        return callers.signedIn(
                request,
                who -> begin.begin(request, Code.UNKNOWN_PROVIDER, (wishes, wish) -> ProviderId.parse(provider)
                        .map(id -> beginSignIn.link(who, id, wish))
                        .orElse(new Beginning.UnknownProvider())));
    }

    /** For clients that asked for a handoff: they end the link, or the proof, themselves. */
    @Post("/{provider}/callback")
    @Limited(Family.CONNECT)
    HttpResponse<?> end(HttpRequest<byte[]> request, @PathVariable String provider) {
        return callers.signedIn(request, who -> {
            Optional<ProviderId> id = ProviderId.parse(provider)
                    .filter(known -> providers.identityProvider(known).isPresent());
            return id.isPresent()
                    ? endings.end(
                            request,
                            id.get(),
                            true,
                            who,
                            outcome -> outcome instanceof Outcome.MergeProven
                                    ? Data.ok(new ProvenResponse(id.get().value()))
                                    : Data.ok(new LinkedResponse(id.get().value())))
                    : problems.unknownProvider(request);
        });
    }
}
