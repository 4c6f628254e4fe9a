package dev.patchbay.port;

import static java.util.Comparator.comparing;

import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.Standing;
import dev.patchbay.port.chat.ConsentEnds;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

final class InMemoryConsentEnds implements ConsentEnds {

    private static final int MOST = 500;

    /** As databases order the bytes of an id, which is not how {@link java.util.UUID} compares. */
    private static final Comparator<Ending> ORDER = comparing(Ending::reauthorizeBy)
            .thenComparing(ending -> ending.connection().value().toString());

    private final InMemoryState state;

    InMemoryConsentEnds(InMemoryState state) {
        this.state = state;
    }

    @Override
    public List<Ending> between(Instant after, Instant upTo, Optional<Ending> from, int limit) {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("the limit is 1 to " + MOST);
        }
        return state.act(() -> state.connections.values().stream()
                .map(Shelved::connection)
                .filter(InMemoryConsentEnds::works)
                .filter(this::canBeTold)
                .flatMap(one -> one.clocks().reauthorizeBy().stream()
                        .map(end -> new Ending(
                                one.id(),
                                one.account(),
                                one.platform(),
                                one.clocks().consentedAt(),
                                end)))
                .filter(one -> one.reauthorizeBy().isAfter(after)
                        && !one.reauthorizeBy().isAfter(upTo))
                .filter(one -> from.isEmpty() || ORDER.compare(one, from.get()) > 0)
                .sorted(ORDER)
                .limit(limit)
                .toList());
    }

    private static boolean works(Connection connection) {
        return switch (connection.standing()) {
            case Standing.Active _, Standing.Waiting _ -> true;
            case Standing.NeedsReconnect _, Standing.Quarantined _, Standing.Restored _ -> false;
        };
    }

    private boolean canBeTold(Connection connection) {
        return state.chat.chats.values().stream()
                .anyMatch(chat -> chat.account().equals(connection.account()) && !chat.isMuted());
    }
}
