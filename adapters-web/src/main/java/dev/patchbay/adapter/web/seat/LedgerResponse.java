package dev.patchbay.adapter.web.seat;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.patchbay.adapter.web.message.ListStep;
import dev.patchbay.usecase.seat.ShowSeats;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * Who sits where in one's own app.
 *
 * @param limit how many people the app may serve, its owner included
 * @param step what the owner has to do at the platform for everybody who takes a seat
 * @param seats by number, from 2: number 1 is the owner's
 */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
record LedgerResponse(String platform, int limit, String step, List<SeatView> seats) {

    static LedgerResponse of(ShowSeats.Ledger ledger) {
        return new LedgerResponse(
                ledger.platform().id().value(),
                ledger.limit(),
                ListStep.words(ledger.platform()),
                ledger.rows().stream()
                        .map(row -> SeatView.of(row, ledger.platform()))
                        .toList());
    }
}
