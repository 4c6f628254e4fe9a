package dev.patchbay.adapter.web.problem;

import dev.patchbay.adapter.web.message.SecurityHeaders;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;

/** What the HTTP server refuses by itself (no such path, too large, not JSON) ends as a problem too. */
@Singleton
@Replaces(ErrorResponseProcessor.class)
final class ProblemBodies implements ErrorResponseProcessor<Object> {

    private final Problems problems;
    private final SecurityHeaders securityHeaders;

    ProblemBodies(Problems problems, SecurityHeaders securityHeaders) {
        this.problems = problems;
        this.securityHeaders = securityHeaders;
    }

    /**
     * The context's own words are left out: they may repeat what was sent. No filter sees the answer to a request that could
     * not even be parsed, so its headers are written here.
     */
    @Override
    @SuppressWarnings("unchecked")
    public MutableHttpResponse<Object> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        HttpRequest<?> request = context.getRequest();
        securityHeaders.write(request, response);
        return (MutableHttpResponse<Object>) problems.ofStatus(request, response);
    }
}
