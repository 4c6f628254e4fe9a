package dev.patchbay.adapter.web.seat;

import dev.patchbay.adapter.web.message.Times;
import dev.patchbay.domain.clientapp.Invitation;
import dev.patchbay.domain.clientapp.Seat;
import dev.patchbay.usecase.attempt.Frontend;
import io.micronaut.serde.annotation.Serdeable;

/**
 * A seat that was offered just now. The invitation is told this once.
 *
 * @param invitationUrl where the invited person opens it; the invitation is in the fragment, which no browser sends anywhere
 * @param until how long it is good for
 */
@Serdeable.Serializable
record OfferedResponse(String id, int number, String label, String invitation, String invitationUrl, String until) {

    static OfferedResponse of(Seat seat, Invitation invitation, Frontend frontend) {
        String words = invitation.value().reveal();
        return new OfferedResponse(
                seat.id().toString(),
                seat.number(),
                seat.label().value(),
                words,
                frontend.homeAt("seat=" + seat.app().provider() + "." + words).toString(),
                Times.text(seat.offeredAt().plus(Seat.OFFER_LIFE)));
    }
}
