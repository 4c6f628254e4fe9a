package dev.patchbay.domain.connection;

import dev.patchbay.domain.provider.ProviderId;
import java.util.Optional;

/**
 * A connection with a renewal that is under way or left no known outcome.
 *
 * @param held the claim; empty when its holder gave it back without knowing the outcome
 */
public record Unsettled(ConnectionId connection, ProviderId platform, Optional<Held> held) {}
