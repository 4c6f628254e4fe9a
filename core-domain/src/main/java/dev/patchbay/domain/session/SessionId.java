package dev.patchbay.domain.session;

import java.util.Optional;
import java.util.UUID;

/** The {@code sid} of a session. Knowing it does not sign anybody in. */
public record SessionId(UUID value) {
    public static Optional<SessionId> parse(String text) {
        try {
            return Optional.of(new SessionId(UUID.fromString(text)));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
