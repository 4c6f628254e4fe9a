package dev.patchbay.adapter.web.seat;

import dev.patchbay.adapter.web.limit.Family;
import dev.patchbay.adapter.web.limit.Limited;
import dev.patchbay.adapter.web.message.Bodies;
import dev.patchbay.adapter.web.message.Data;
import dev.patchbay.adapter.web.platform.PlatformIds;
import dev.patchbay.adapter.web.problem.Code;
import dev.patchbay.adapter.web.problem.Problems;
import dev.patchbay.adapter.web.session.Callers;
import dev.patchbay.domain.clientapp.Invitation;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.session.SignedIn;
import dev.patchbay.usecase.seat.EndSeat;
import dev.patchbay.usecase.seat.Invited;
import dev.patchbay.usecase.seat.ShowSeats;
import dev.patchbay.usecase.seat.TakeSeat;
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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The seat that somebody was invited to in another person's app. The invitation comes in the body, never in an address. */
@Controller("/platforms/{platform}/seat")
@ExecuteOn(TaskExecutors.BLOCKING)
final class SeatController {
    private final Callers callers;
    private final Bodies bodies;
    private final PlatformIds platformIds;
    private final TakeSeat takeSeat;
    private final EndSeat endSeat;
    private final ShowSeats showSeats;
    private final Problems problems;
    private final SeatProblems seatProblems;

    SeatController(
            Callers callers,
            Bodies bodies,
            PlatformIds platformIds,
            TakeSeat takeSeat,
            EndSeat endSeat,
            ShowSeats showSeats,
            Problems problems,
            SeatProblems seatProblems) {
        this.callers = callers;
        this.bodies = bodies;
        this.platformIds = platformIds;
        this.takeSeat = takeSeat;
        this.endSeat = endSeat;
        this.showSeats = showSeats;
        this.problems = problems;
        this.seatProblems = seatProblems;
    }

    @Get
    HttpResponse<?> place(HttpRequest<?> request, @PathVariable String platform) {
        return at(request, platform, (who, id) -> showSeats
                .place(who, id)
                .<HttpResponse<?>>map(place -> Data.ok(PlaceResponse.of(place)))
                .orElseGet(() -> seatProblems.noSeat(request)));
    }

    @Post("/look")
    @Limited(Family.INVITATION)
    HttpResponse<?> look(HttpRequest<byte[]> request, @PathVariable String platform) {
        return at(
                request,
                platform,
                (who, id) -> invited(request, false, invitation -> takeSeat.look(who, id, invitation)));
    }

    @Post
    @Limited(Family.INVITATION)
    HttpResponse<?> take(HttpRequest<byte[]> request, @PathVariable String platform) {
        return at(
                request,
                platform,
                (who, id) -> invited(request, true, invitation -> takeSeat.take(who, id, invitation)));
    }

    /** @param confirm {@code true} when the person's connection may end */
    @Delete
    HttpResponse<?> leave(HttpRequest<?> request, @PathVariable String platform, @QueryValue @Nullable String confirm) {
        return at(
                request,
                platform,
                (who, id) -> seatProblems.ended(request, endSeat.leave(who, id, "true".equals(confirm))));
    }

    private HttpResponse<?> invited(HttpRequest<byte[]> request, boolean use, Function<Invitation, Invited> act) {
        Optional<InvitationRequest> body = bodies.read(request, InvitationRequest.class);
        if (body.isEmpty()) {
            return problems.unreadableBody(request);
        }
        Optional<Invitation> invitation = body.get().parsed();
        return switch (invitation.map(act).orElseGet(Invited.NotGood::new)) {
            case Invited.Welcome welcome -> Data.ok(InvitedResponse.of(welcome, use));
            case Invited.NotGood() ->
                problems.of(
                        request,
                        Code.INVITATION_INVALID,
                        "This invitation was used already, has expired, or was taken back. Ask for another one.");
            case Invited.YourOwnApp() ->
                problems.of(request, Code.YOUR_OWN_APP, "This is a seat in your own app. Pass the invitation on.");
            case Invited.HasSeat(var owner) ->
                problems.of(
                        request,
                        Code.SEATED_ALREADY,
                        "You have a seat at this platform already, in the app of %s. Leave that one first."
                                .formatted(owner));
            case Invited.UnknownPlatform() -> problems.unknownPlatform(request);
        };
    }

    private HttpResponse<?> at(
            HttpRequest<?> request, String platform, BiFunction<SignedIn, ProviderId, HttpResponse<?>> act) {
        return callers.signedIn(request, who -> platformIds.here(request, platform, id -> act.apply(who, id)));
    }
}
