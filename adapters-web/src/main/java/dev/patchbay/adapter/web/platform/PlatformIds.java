package dev.patchbay.adapter.web.platform;

import dev.patchbay.adapter.web.problem.Problems;
import dev.patchbay.domain.provider.ProviderId;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Function;

/** Platform names in paths: one that nothing can have is answered like one that nothing has. */
@Singleton
final class PlatformIds {
    private final Problems problems;

    PlatformIds(Problems problems) {
        this.problems = problems;
    }

    HttpResponse<?> parsed(HttpRequest<?> request, String text, Function<ProviderId, HttpResponse<?>> act) {
        Optional<ProviderId> id = ProviderId.parse(text);
        return id.isPresent() ? act.apply(id.get()) : problems.unknownPlatform(request);
    }
}
