package dev.patchbay.adapter.web.problem;

import dev.patchbay.adapter.web.message.Form;
import dev.patchbay.adapter.web.message.RequestIds;
import dev.patchbay.port.StoreUnavailable;
import dev.patchbay.usecase.attempt.Refusal;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
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
        var answer = problems.storeUnavailable(asked);
        boolean browser = (asked.getMethod() == HttpMethod.GET || Form.isIn(asked))
                && asked.accept().stream().anyMatch(MediaType.TEXT_HTML_TYPE::equals);
        return browser
                ? answer.body(Refusal.TEMPORARILY_UNAVAILABLE.words() + "\n")
                        .contentType(MediaType.TEXT_PLAIN + ";charset=utf-8")
                : answer;
    }
}
