package dev.patchbay.adapter.web.platform;

import dev.patchbay.adapter.web.problem.Problems;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.usecase.provider.Providers;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Function;

/** Platform names in paths: one that nothing can have is answered like one that nothing has. Safe for many threads. */
@Singleton
public final class PlatformIds {
    private final Providers providers;
    private final Problems problems;

    PlatformIds(Providers providers, Problems problems) {
        this.providers = providers;
        this.problems = problems;
    }

    /** Acts on the platform of that name, whether it is here or not any more. */
    public HttpResponse<?> parsed(HttpRequest<?> request, String text, Function<ProviderId, HttpResponse<?>> act) {
        return act(request, ProviderId.parse(text), act);
    }

    /** Acts on the platform of that name, if it is here. */
    public HttpResponse<?> here(HttpRequest<?> request, String text, Function<ProviderId, HttpResponse<?>> act) {
        return act(
                request,
                ProviderId.parse(text).filter(id -> providers.platform(id).isPresent()),
                act);
    }

    private HttpResponse<?> act(
            HttpRequest<?> request, Optional<ProviderId> id, Function<ProviderId, HttpResponse<?>> act) {
        return id.isPresent() ? act.apply(id.get()) : problems.unknownPlatform(request);
    }
}
