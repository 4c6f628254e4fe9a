package dev.patchbay.adapter.web.signin;

import dev.patchbay.adapter.web.attempt.Begin;
import dev.patchbay.adapter.web.attempt.Landings;
import dev.patchbay.adapter.web.limit.Family;
import dev.patchbay.adapter.web.limit.Limited;
import dev.patchbay.adapter.web.message.Data;
import dev.patchbay.adapter.web.problem.Code;
import dev.patchbay.adapter.web.problem.Problems;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.usecase.attempt.Beginning;
import dev.patchbay.usecase.provider.ListProviders;
import dev.patchbay.usecase.provider.Providers;
import dev.patchbay.usecase.signin.BeginSignIn;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Optional;

/** Signing in by a browser. */
@Controller("/auth")
@ExecuteOn(TaskExecutors.BLOCKING)
final class SignInController {
    private final ListProviders listProviders;
    private final Providers providers;
    private final BeginSignIn beginSignIn;
    private final Begin begin;
    private final Landings landings;
    private final Problems problems;

    SignInController(
            ListProviders listProviders,
            Providers providers,
            BeginSignIn beginSignIn,
            Begin begin,
            Landings landings,
            Problems problems) {
        this.listProviders = listProviders;
        this.providers = providers;
        this.beginSignIn = beginSignIn;
        this.begin = begin;
        this.landings = landings;
        this.problems = problems;
    }

    @Get("/providers")
    HttpResponse<Data<List<ProviderResponse>>> providers() {
        return Data.ok(
                listProviders.forSignIn().stream().map(ProviderResponse::of).toList());
    }

    @Post("/{provider}/login")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    @Limited(Family.SIGN_IN)
    HttpResponse<?> login(HttpRequest<byte[]> request, @PathVariable String provider) {
        return begin.begin(request, Code.UNKNOWN_PROVIDER, (wishes, wish) -> ProviderId.parse(provider)
                .map(id -> beginSignIn.signIn(id, wish))
                .orElse(new Beginning.UnknownProvider()));
    }

    /** Links end here too: a provider knows one address of ours. Nothing looks here before it is followed, so no HEAD. */
    @Get(uri = "/{provider}/callback", headRoute = false)
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    @Limited(Family.CODE)
    HttpResponse<?> callback(HttpRequest<?> request, @PathVariable String provider) {
        Optional<ProviderId> id = ProviderId.parse(provider)
                .filter(known -> providers.identityProvider(known).isPresent());
        return id.isPresent() ? landings.land(request, id.get(), true) : problems.unknownProvider(request);
    }
}
