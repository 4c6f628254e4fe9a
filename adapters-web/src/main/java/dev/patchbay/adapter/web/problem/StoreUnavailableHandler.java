package dev.patchbay.adapter.web.problem;

import dev.patchbay.adapter.web.message.RequestIds;
import dev.patchbay.port.StoreUnavailable;
import dev.patchbay.usecase.attempt.Refusal;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Our store is away: 503 and "try again", never a word about what it holds. People at a browser get plain text. */
@Singleton
final class StoreUnavailableHandler implements ExceptionHandler<StoreUnavailable, HttpResponse<?>> {
    private static final Logger LOG = LoggerFactory.getLogger(StoreUnavailableHandler.class);

    private final Problems problems;
    private final RequestIds requestIds;

    StoreUnavailableHandler(Problems problems, RequestIds requestIds) {
        this.problems = problems;
        this.requestIds = requestIds;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public HttpResponse<?> handle(HttpRequest request, StoreUnavailable outage) {
        HttpRequest<?> asked = request;
        LOG.warn("request {}: the store does not answer", requestIds.of(asked));
        return Problems.plainForPeople(
                asked, problems.storeUnavailable(asked), Refusal.TEMPORARILY_UNAVAILABLE.words());
    }
}
