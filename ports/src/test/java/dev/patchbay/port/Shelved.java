package dev.patchbay.port;

import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.Held;
import dev.patchbay.domain.connection.SealedTokens;
import dev.patchbay.domain.connection.Standing;
import java.time.Instant;
import java.util.Optional;

/**
 * A connection and what the store alone knows about it.
 *
 * @param dueAt when its renewal is due; empty when never
 * @param askedAt when the first call for this version began whose outcome is not known
 * @param fit whether the row can be read as a connection
 */
record Shelved(
        Connection connection,
        long fence,
        Optional<Held> held,
        Optional<Instant> dueAt,
        Optional<Instant> askedAt,
        boolean fit) {

    static Shelved fresh(Connection connection, long fence) {
        return new Shelved(connection, fence, Optional.empty(), due(connection), Optional.empty(), true);
    }

    static Optional<Instant> due(Connection connection) {
        if (connection.tokens().refreshToken().isEmpty()) {
            return Optional.empty();
        }
        return switch (connection.standing()) {
            case Standing.Active() -> Optional.of(connection.clocks().refreshAfter(connection.id()));
            case Standing.Waiting waiting -> Optional.of(waiting.retryAt());
            case Standing.NeedsReconnect _, Standing.Quarantined _, Standing.Restored _ -> Optional.empty();
        };
    }

    /** As readers see it. */
    Connection seen() {
        return fit || connection.standing() instanceof Standing.Quarantined
                ? connection
                : connection.standing(new Standing.Quarantined(
                        Cause.SECRET_UNREADABLE, connection.clocks().accessIssuedAt()));
    }

    boolean isDue(Instant by) {
        return dueAt.filter(at -> !at.isAfter(by)).isPresent();
    }

    Shelved spoilt() {
        return new Shelved(connection, fence, held, dueAt, askedAt, false);
    }

    Shelved claimed(Held by, Instant now) {
        return new Shelved(connection, fence + 1, Optional.of(by), dueAt, askedAt.or(() -> Optional.of(now)), fit);
    }

    /** Given back without a call. What was in doubt before still is, and is looked at soon. */
    Shelved released(boolean inDoubt) {
        boolean soon = inDoubt
                && dueAt.isPresent()
                && askedAt.isPresent()
                && askedAt.get().isBefore(dueAt.get());
        return new Shelved(
                connection, fence, Optional.empty(), soon ? askedAt : dueAt, inDoubt ? askedAt : Optional.empty(), fit);
    }

    Shelved putOff(boolean inDoubt, Instant until) {
        return new Shelved(
                connection,
                fence,
                Optional.empty(),
                dueAt.map(before -> until),
                inDoubt ? askedAt : Optional.empty(),
                fit);
    }

    Shelved standing(Standing standing, boolean outcomeKnown) {
        Connection next = connection.standing(standing);
        return new Shelved(next, fence, Optional.empty(), due(next), outcomeKnown ? Optional.empty() : askedAt, fit);
    }

    Shelved revived(Instant now) {
        return new Shelved(connection.standing(new Standing.Active()), fence, held, Optional.of(now), askedAt, fit);
    }

    /** With other tokens of the same version. */
    Shelved holding(SealedTokens tokens) {
        Connection next = new Connection(
                connection.id(),
                connection.account(),
                connection.platform(),
                connection.app(),
                connection.who(),
                connection.scopes(),
                connection.clocks(),
                connection.standing(),
                tokens,
                connection.version(),
                connection.connectedAt(),
                connection.lastRefreshedAt());
        return new Shelved(next, fence, held, dueAt, askedAt, fit);
    }
}
