package dev.patchbay.adapter.web.seat;

import dev.patchbay.adapter.web.message.Data;
import dev.patchbay.adapter.web.problem.Code;
import dev.patchbay.adapter.web.problem.Problems;
import dev.patchbay.usecase.seat.SeatEnding;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;

/** What both sides of a seat are told. Safe for many threads. */
@Singleton
final class SeatProblems {
    private final Problems problems;

    SeatProblems(Problems problems) {
        this.problems = problems;
    }

    HttpResponse<?> noSeat(HttpRequest<?> request) {
        return problems.of(request, Code.NO_SEAT, "There is no such seat, or not any more.");
    }

    HttpResponse<?> ended(HttpRequest<?> request, SeatEnding ending) {
        return switch (ending) {
            case SeatEnding.Ended(var ended) -> Data.ok(new SeatEndedResponse(!ended.isEmpty()));
            case SeatEnding.NeedsYes needsYes ->
                problems.of(
                        request,
                        Code.CONNECTIONS_WOULD_END,
                        "This would end the connection that was made with the seat; nothing was changed. Ask again"
                                + " with ?confirm=true.");
            case SeatEnding.NoSeat() -> noSeat(request);
        };
    }
}
