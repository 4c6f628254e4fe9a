package dev.patchbay.usecase.seat;

import dev.patchbay.domain.clientapp.Invitation;
import dev.patchbay.domain.clientapp.Seat;

/** What came of offering a seat. */
public sealed interface Offering {
    /** It is offered. @param invitation to be shown now: it is not kept */
    record Offered(Seat seat, Invitation invitation) implements Offering {}

    /** Nobody can be called that: 1 to 80 characters, no control characters. */
    record LabelRefused() implements Offering {}

    /** All seats are offered or taken. @param limit how many people the app may serve, its owner included */
    record Full(int limit) implements Offering {}

    /** The person brought no app to give seats in. */
    record NoApp() implements Offering {}

    /** Its owner changed the app at the same time, again and again; nothing was offered. */
    record Busy() implements Offering {}

    /** No platform of that name is here. */
    record UnknownPlatform() implements Offering {}
}
