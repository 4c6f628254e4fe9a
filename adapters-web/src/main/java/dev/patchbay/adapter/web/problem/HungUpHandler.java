package dev.patchbay.adapter.web.problem;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.io.EOFException;

/** Whoever asks hung up, or was hung up on, in the middle of a body: no defect of ours, and nobody is there to read the answer. */
@Singleton
final class HungUpHandler implements ExceptionHandler<EOFException, HttpResponse<?>> {
    private final Problems problems;

    HungUpHandler(Problems problems) {
        this.problems = problems;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public HttpResponse<?> handle(HttpRequest request, EOFException end) {
        HttpRequest<?> asked = request;
        return problems.of(asked, Code.INVALID_REQUEST, "The request ended in the middle of its body.");
    }
}
