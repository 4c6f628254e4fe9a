package dev.patchbay.domain.clientapp;

import java.util.Optional;
import java.util.UUID;

/** Names a seat for as long as it is there. No secret: nothing can be had for it. */
public record SeatId(UUID value) {

    /** Empty when it cannot be one. */
    public static Optional<SeatId> parse(String text) {
        try {
            UUID value = UUID.fromString(text);
            // It takes shortened ones too, which would be another name for the same.
            return value.toString().equals(text) ? Optional.of(new SeatId(value)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
