package dev.patchbay.adapter.web.seat;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.patchbay.adapter.web.message.ListStep;
import dev.patchbay.adapter.web.message.Times;
import dev.patchbay.domain.clientapp.Seat;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.provider.ProviderDescriptor;
import dev.patchbay.usecase.refresh.Verdict;
import dev.patchbay.usecase.seat.ShowSeats.Guest;
import dev.patchbay.usecase.seat.ShowSeats.Listing;
import dev.patchbay.usecase.seat.ShowSeats.Row;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row of the owner's ledger.
 *
 * @param label the owner's own words
 * @param state {@code offered} or {@code taken}
 * @param until how long the invitation is good for; null once it is taken
 * @param displayName of whoever sits there; null, as what follows, while it is only offered
 * @param connection how the one made with the seat is
 * @param listed whether the platform has them on the app's list: {@code yes} when it served them, {@code no} when it refused them,
 *     {@code unknown} before
 * @param step what the owner has to do when it is {@code no}
 */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
record SeatView(
        String id,
        int number,
        String label,
        String state,
        String offeredAt,
        @Nullable String until,
        @Nullable String displayName,
        @Nullable String since,
        @Nullable String connection,
        @Nullable String cause,
        @Nullable String listed,
        @Nullable String notListedSince,
        @Nullable String step) {

    static SeatView of(Row row, ProviderDescriptor platform) {
        Seat seat = row.seat();
        Optional<Guest> guest = row.guest();
        Optional<String> until = Optional.empty();
        Optional<String> since = Optional.empty();
        switch (seat.state()) {
            case Seat.State.Offered(var end) -> until = Optional.of(Times.text(end));
            case Seat.State.Taken(var by, var begin) -> since = Optional.of(Times.text(begin));
        }
        return new SeatView(
                seat.id().toString(),
                seat.number(),
                seat.label().value(),
                since.isPresent() ? "taken" : "offered",
                Times.text(seat.offeredAt()),
                until.orElse(null),
                guest.map(Guest::displayName).orElse(null),
                since.orElse(null),
                guest.map(Guest::connection)
                        .map(Verdict::state)
                        .map(Verdict.State::code)
                        .orElse(null),
                guest.map(Guest::connection)
                        .flatMap(Verdict::cause)
                        .map(Cause::code)
                        .orElse(null),
                guest.map(SeatView::listed).orElse(null),
                guest.flatMap(SeatView::missingSince).orElse(null),
                guest.flatMap(SeatView::missingSince)
                        .map(time -> ListStep.words(platform))
                        .orElse(null));
    }

    static String listed(Guest guest) {
        return switch (guest.listing()) {
            case Listing.Unknown() -> "unknown";
            case Listing.Listed() -> "yes";
            case Listing.Missing missing -> "no";
        };
    }

    static Optional<String> missingSince(Guest guest) {
        return guest.listing() instanceof Listing.Missing(var since)
                ? Optional.of(Times.text(since))
                : Optional.empty();
    }
}
