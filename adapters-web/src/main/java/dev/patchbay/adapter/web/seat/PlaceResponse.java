package dev.patchbay.adapter.web.seat;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.patchbay.adapter.web.message.ListStep;
import dev.patchbay.adapter.web.message.Times;
import dev.patchbay.domain.clientapp.Seat;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.usecase.seat.ShowSeats;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody sits.
 *
 * @param owner what the app's owner is called here
 * @param connection how the one made with the seat is
 * @param listed {@code yes}, {@code no} or {@code unknown}
 * @param step what the owner has to do at the platform when it is {@code no}
 */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
record PlaceResponse(
        String platform,
        String owner,
        @Nullable String since,
        List<String> promises,
        String connection,
        @Nullable String cause,
        String listed,
        @Nullable String notListedSince,
        @Nullable String step) {

    static PlaceResponse of(ShowSeats.Place place) {
        var guest = place.guest();
        String missingSince = SeatView.missingSince(guest).orElse(null);
        return new PlaceResponse(
                place.platform().id().value(),
                place.ownerName(),
                place.seat().state() instanceof Seat.State.Taken(var by, var since) ? Times.text(since) : null,
                InvitedResponse.promises(place.ownerName(), place.platform().name()),
                guest.connection().state().code(),
                guest.connection().cause().map(Cause::code).orElse(null),
                SeatView.listed(guest),
                missingSince,
                missingSince == null ? null : ListStep.words(place.platform()));
    }
}
