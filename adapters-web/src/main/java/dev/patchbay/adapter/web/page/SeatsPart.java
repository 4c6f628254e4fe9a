package dev.patchbay.adapter.web.page;

import dev.patchbay.domain.clientapp.Seat;
import dev.patchbay.domain.provider.ProviderDescriptor;
import dev.patchbay.domain.session.SignedIn;
import dev.patchbay.usecase.refresh.Verdict;
import dev.patchbay.usecase.seat.ShowSeats;
import dev.patchbay.usecase.seat.ShowSeats.Listing;
import dev.patchbay.usecase.seat.ShowSeats.Row;
import jakarta.inject.Singleton;
import java.util.Map;

/** Who sits where in a person's own app. Safe for many threads. */
@Singleton
final class SeatsPart {
    private final ShowSeats showSeats;
    private final Template part = Template.at("parts/seats.html");
    private final Template seatRow = Template.at("parts/seat-row.html");

    SeatsPart(ShowSeats showSeats) {
        this.showSeats = showSeats;
    }

    /** Nothing for whoever brought no app. */
    Html write(SignedIn owner, ProviderDescriptor platform, Words words) {
        return showSeats
                .ledger(owner, platform.id())
                .map(ledger -> part.fill(
                        words,
                        Map.of(
                                "words", Html.text(words.say("seats.words", platform.name(), ledger.limit())),
                                "rows", Html.lines(ledger.rows().stream().map(row -> row(row, platform, words))))))
                .orElse(Html.NONE);
    }

    private Html row(Row row, ProviderDescriptor platform, Words words) {
        Seat seat = row.seat();
        String label = seat.label().value();
        boolean taken = seat.holder().isPresent();
        return seatRow.fill(
                words,
                Map.of(
                        "number", Html.text(String.valueOf(seat.number())),
                        "seat", Html.text(seat.id().toString()),
                        "words", Html.text(words.say("seats.seat", seat.number(), label)),
                        "when",
                                switch (seat.state()) {
                                    case Seat.State.Offered(var until) ->
                                        phrase("seats.offered-until", TimeTag.day(words, until), words);
                                    case Seat.State.Taken(var by, var since) ->
                                        new Html(row.guest()
                                                        .map(guest -> Html.text(guest.displayName() + ", ")
                                                                .markup())
                                                        .orElse("")
                                                + phrase("seats.since", TimeTag.day(words, since), words)
                                                        .markup());
                                },
                        "connection",
                                row.guest()
                                        .map(guest -> chip(guest.connection(), words))
                                        .orElse(Html.NONE),
                        "listing",
                                row.guest()
                                        .map(guest -> listing(guest, platform, words))
                                        .orElse(Html.NONE),
                        "end", Html.text(words.say(taken ? "seats.end" : "seats.take-back"))));
    }

    private static Html phrase(String key, Html time, Words words) {
        return new Html(Html.text(words.say(key)).markup() + " " + time.markup());
    }

    private static Html chip(Verdict verdict, Words words) {
        String state = verdict.state().code();
        return new Html("<span class=\"state %s\">%s</span>"
                .formatted(state, Html.text(words.say("state." + state)).markup()));
    }

    private static Html listing(ShowSeats.Guest guest, ProviderDescriptor platform, Words words) {
        return guest.listing() instanceof Listing.Missing(var since)
                ? new Html("<p><strong>%s</strong> %s</p>"
                        .formatted(
                                Html.text(words.say("seats.not-listed")).markup(),
                                Html.text(words.say("own-app.list-step", platform.name()))
                                        .markup()))
                : Html.NONE;
    }
}
