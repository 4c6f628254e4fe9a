package dev.patchbay.adapter.web.seat;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** @param label for whom the seat is, in the owner's words */
@Serdeable.Deserializable
record OfferRequest(@Nullable String label) {}
