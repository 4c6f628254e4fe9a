package dev.patchbay.usecase.connection;

import dev.patchbay.domain.activity.Event;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.Standing;
import dev.patchbay.port.activity.Activity;
import dev.patchbay.port.connection.Claims;
import dev.patchbay.port.connection.Presence;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Ends a connection whose access token has no end, and which the platform refuses all the same: no renewal will ever find that out.
 * Under a claim, so that it is done and told once.
 */
public final class EndRefused {
    private static final System.Logger LOG = System.getLogger(EndRefused.class.getName());
    private static final Duration CLAIM = Duration.ofSeconds(10);

    private final Claims claims;
    private final Presence presence;
    private final Activity activity;
    private final Clock clock;

    public EndRefused(Claims claims, Presence presence, Activity activity, Clock clock) {
        this.claims = claims;
        this.presence = presence;
        this.activity = activity;
        this.clock = clock;
    }

    /** Only the person can mend it from now on; does nothing to a connection that moved on, or has ended already. */
    void end(Connection connection) {
        Instant now = clock.instant();
        boolean ended = claims.claim(
                        connection.id(),
                        connection.version(),
                        new Claims.Claimant(presence.me(), CLAIM),
                        held -> !now.isBefore(held.until()),
                        now)
                .filter(lease -> claims.stand(lease, new Standing.NeedsReconnect(Cause.TOKEN_REFUSED, now), true))
                .isPresent();
        if (!ended) {
            return;
        }
        LOG.log(Level.WARNING, "connection {0} to {1}: its token is refused", connection.id(), connection.platform());
        activity.add(new Event(
                connection.account(),
                Event.Kind.CONNECTION_BROKEN,
                Optional.of(connection.platform()),
                Cause.TOKEN_REFUSED.code(),
                now));
    }
}
