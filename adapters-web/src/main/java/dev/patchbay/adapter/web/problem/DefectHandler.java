package dev.patchbay.adapter.web.problem;

import dev.patchbay.adapter.web.message.RequestIds;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A bug of ours: 500 with the request's id. The log gets types and places; messages are left out, they may hold secrets. */
@Singleton
final class DefectHandler implements ExceptionHandler<Throwable, HttpResponse<?>> {
    private static final Logger LOG = LoggerFactory.getLogger(DefectHandler.class);
    private static final int FRAMES = 12;

    private final Problems problems;
    private final RequestIds requestIds;

    DefectHandler(Problems problems, RequestIds requestIds) {
        this.problems = problems;
        this.requestIds = requestIds;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public HttpResponse<?> handle(HttpRequest request, Throwable defect) {
        HttpRequest<?> asked = request;
        LOG.error("request {} failed by a defect:{}", requestIds.of(asked), described(defect));
        return problems.of(asked, Code.INTERNAL_ERROR, "Something went wrong here. Please report the requestId.");
    }

    private static String described(Throwable defect) {
        var text = new StringBuilder();
        int causes = 0;
        for (Throwable at = defect; at != null && causes < 5; at = at.getCause(), causes++) {
            text.append("\n  ").append(at.getClass().getName());
            StackTraceElement[] frames = at.getStackTrace();
            for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
                text.append("\n    at ").append(frames[i]);
            }
        }
        return text.toString();
    }
}
