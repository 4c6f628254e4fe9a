package dev.patchbay.domain.connection;

import java.util.UUID;

/** Names a connection; a reconnect keeps it. */
public record ConnectionId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
