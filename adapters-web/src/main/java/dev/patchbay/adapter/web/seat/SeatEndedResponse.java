package dev.patchbay.adapter.web.seat;

import io.micronaut.serde.annotation.Serdeable;

/** @param connectionEnded whether a connection was made with the seat, and ended with it */
@Serdeable.Serializable
record SeatEndedResponse(boolean connectionEnded) {}
