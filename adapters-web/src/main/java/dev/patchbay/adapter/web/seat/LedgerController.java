package dev.patchbay.adapter.web.seat;

import dev.patchbay.adapter.web.limit.Family;
import dev.patchbay.adapter.web.limit.Limited;
import dev.patchbay.adapter.web.message.Bodies;
import dev.patchbay.adapter.web.message.Data;
import dev.patchbay.adapter.web.platform.PlatformIds;
import dev.patchbay.adapter.web.problem.Code;
import dev.patchbay.adapter.web.problem.Problems;
import dev.patchbay.adapter.web.session.Callers;
import dev.patchbay.domain.clientapp.SeatId;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.session.SignedIn;
import dev.patchbay.usecase.attempt.Frontend;
import dev.patchbay.usecase.attempt.Refusal;
import dev.patchbay.usecase.seat.EndSeat;
import dev.patchbay.usecase.seat.OfferSeat;
import dev.patchbay.usecase.seat.Offering;
import dev.patchbay.usecase.seat.ShowSeats;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The seats of one's own app: who sits where, and an invitation for somebody else. */
@Controller("/platforms/{platform}/app/seats")
@ExecuteOn(TaskExecutors.BLOCKING)
final class LedgerController {
    private final Callers callers;
    private final Bodies bodies;
    private final PlatformIds platformIds;
    private final ShowSeats showSeats;
    private final OfferSeat offerSeat;
    private final EndSeat endSeat;
    private final Problems problems;
    private final SeatProblems seatProblems;
    private final Frontend frontend;

    LedgerController(
            Callers callers,
            Bodies bodies,
            PlatformIds platformIds,
            ShowSeats showSeats,
            OfferSeat offerSeat,
            EndSeat endSeat,
            Problems problems,
            SeatProblems seatProblems,
            Frontend frontend) {
        this.callers = callers;
        this.bodies = bodies;
        this.platformIds = platformIds;
        this.showSeats = showSeats;
        this.offerSeat = offerSeat;
        this.endSeat = endSeat;
        this.problems = problems;
        this.seatProblems = seatProblems;
        this.frontend = frontend;
    }

    @Get
    HttpResponse<?> ledger(HttpRequest<?> request, @PathVariable String platform) {
        return at(request, platform, (who, id) -> showSeats
                .ledger(who, id)
                .<HttpResponse<?>>map(ledger -> Data.ok(LedgerResponse.of(ledger)))
                .orElseGet(() -> problems.noApp(request)));
    }

    @Post
    @Limited(Family.INVITATION)
    HttpResponse<?> offer(HttpRequest<byte[]> request, @PathVariable String platform) {
        return at(request, platform, (who, id) -> {
            Optional<OfferRequest> body = bodies.read(request, OfferRequest.class);
            if (body.isEmpty()) {
                return problems.unreadableBody(request);
            }
            String label = body.get().label();
            return label == null ? labelRefused(request) : offered(request, offerSeat.offer(who, id, label));
        });
    }

    private HttpResponse<?> offered(HttpRequest<?> request, Offering offering) {
        return switch (offering) {
            case Offering.Offered(var seat, var invitation) -> Data.ok(OfferedResponse.of(seat, invitation, frontend));
            case Offering.LabelRefused() -> labelRefused(request);
            case Offering.Full(int limit) ->
                problems.of(
                        request,
                        Code.NO_SEAT_FREE,
                        "The app serves %d people at most, its owner included, and every seat is offered or taken. End one first."
                                .formatted(limit));
            case Offering.NoApp() -> problems.noApp(request);
            case Offering.Busy() -> problems.of(request, Refusal.TEMPORARILY_UNAVAILABLE);
            case Offering.UnknownPlatform() -> problems.unknownPlatform(request);
        };
    }

    private HttpResponse<?> labelRefused(HttpRequest<?> request) {
        return problems.of(
                request, Code.INVALID_REQUEST, "label must have 1 to 80 characters and no control characters.");
    }

    /** @param confirm {@code true} when a connection may end */
    @Delete("/{seat}")
    HttpResponse<?> end(
            HttpRequest<?> request,
            @PathVariable String platform,
            @PathVariable String seat,
            @QueryValue @Nullable String confirm) {
        return at(request, platform, (who, id) -> SeatId.parse(seat)
                .<HttpResponse<?>>map(
                        known -> seatProblems.ended(request, endSeat.end(who, id, known, "true".equals(confirm))))
                .orElseGet(() -> seatProblems.noSeat(request)));
    }

    private HttpResponse<?> at(
            HttpRequest<?> request, String platform, BiFunction<SignedIn, ProviderId, HttpResponse<?>> act) {
        return callers.signedIn(request, who -> platformIds.here(request, platform, id -> act.apply(who, id)));
    }
}
