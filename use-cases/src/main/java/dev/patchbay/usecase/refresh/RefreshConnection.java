package dev.patchbay.usecase.refresh;

import dev.patchbay.domain.clientapp.AppCondition;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.Held;
import dev.patchbay.domain.connection.Lease;
import dev.patchbay.domain.connection.Standing;
import dev.patchbay.domain.provider.GrantClass;
import dev.patchbay.port.Monotonic;
import dev.patchbay.port.Pause;
import dev.patchbay.port.SecretSource;
import dev.patchbay.port.connection.Claims;
import dev.patchbay.port.connection.Connections;
import dev.patchbay.port.connection.Presence;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Renews one connection for somebody: looks whether anything stands against it, claims it (the intent, written before the call), and
 * calls; or waits for whoever has the claim. Run by one flight per connection in a process, which is part of its correctness.
 */
final class RefreshConnection {
    private final Parties parties;
    private final Connections connections;
    private final Claims claims;
    private final Presence presence;
    private final AppNotes appNotes;
    private final Breakers breakers;
    private final Bulkheads bulkheads;
    private final CallPlatform callPlatform;
    private final Intake intake;
    private final SecretSource secrets;
    private final Pause pause;
    private final Monotonic monotonic;
    private final Clock clock;

    RefreshConnection(
            Parties parties,
            Connections connections,
            Claims claims,
            Presence presence,
            AppNotes appNotes,
            Breakers breakers,
            Bulkheads bulkheads,
            CallPlatform callPlatform,
            Intake intake,
            SecretSource secrets,
            Pause pause,
            Monotonic monotonic,
            Clock clock) {
        this.parties = parties;
        this.connections = connections;
        this.claims = claims;
        this.presence = presence;
        this.appNotes = appNotes;
        this.breakers = breakers;
        this.bulkheads = bulkheads;
        this.callPlatform = callPlatform;
        this.intake = intake;
        this.secrets = secrets;
        this.pause = pause;
        this.monotonic = monotonic;
        this.clock = clock;
    }

    /** Renews unless the row has moved on from what was seen; then that newer row is the answer. */
    Renewal refresh(Connection seen) {
        Instant giveUp = clock.instant().plus(RefreshRules.WAIT_FOR_OTHER);
        for (; ; ) {
            Optional<Connection> row = connections.find(seen.id());
            if (row.isEmpty()) {
                return new Renewal.Gone();
            }
            Connection connection = row.get();
            if (connection.version() != seen.version()) {
                return new Renewal.Renewed(connection);
            }
            Optional<Renewal> done = tryOnce(connection);
            if (done.isPresent()) {
                return done.get();
            }
            Instant now = clock.instant();
            if (now.isAfter(giveUp)) {
                return notRenewed(Verdict.waiting(Cause.REFRESH_RUNNING, now, now.plus(RefreshRules.ASK_AGAIN)));
            }
            pause.lasting(RefreshRules.POLL.plusMillis(secrets.nextBelow(RefreshRules.POLL.toMillis())));
        }
    }

    /** Empty when somebody else has the claim. */
    private Optional<Renewal> tryOnce(Connection connection) {
        Instant now = clock.instant();
        AppCondition app = appNotes.of(connection.app());
        Optional<Verdict> against = whatStandsAgainst(connection, app, now);
        if (against.isPresent()) {
            return Optional.of(notRenewed(against.get()));
        }
        Optional<Party> party = parties.of(connection);
        if (party.isEmpty()) {
            return Optional.of(notRenewed(Verdict.appMissing(now)));
        }
        Optional<Bulkhead.Place> room = bulkheads.of(connection.platform()).enter(RefreshRules.WAIT_FOR_ROOM);
        if (room.isEmpty()) {
            return Optional.of(notRenewed(Verdict.waiting(Cause.PACED, now, now.plus(RefreshRules.ASK_AGAIN))));
        }
        try (Bulkhead.Place place = room.get()) {
            // Read before the claim is asked for: however long the store takes, the claim is younger than this.
            Duration claimedAt = monotonic.reading();
            return claim(connection, party.get().treatedAs())
                    .map(lease -> callPlatform.call(connection, lease, party.get(), app, claimedAt, false, place));
        }
    }

    private Optional<Lease> claim(Connection connection, GrantClass treatedAs) {
        Instant now = clock.instant();
        return claims.claim(
                connection.id(),
                connection.version(),
                new Claims.Claimant(presence.me(), treatedAs.lease()),
                held -> treatedAs.mayTakeOver(held.until(), isGone(held, now), now),
                now);
    }

    /** A claim of our own that ran out belongs to nobody: this process has one flight for a connection, and this is it. */
    private boolean isGone(Held held, Instant now) {
        return held.holder().equals(presence.me()) ? !now.isBefore(held.until()) : presence.isGone(held.holder());
    }

    /** Reasons not to call at all, found without using anything up. */
    private Optional<Verdict> whatStandsAgainst(Connection connection, AppCondition app, Instant now) {
        if (intake.isStopped()) {
            return Optional.of(Verdict.waiting(Cause.STOPPING, now, now.plus(RefreshRules.ASK_AGAIN)));
        }
        if (!app.mayCall(now)) {
            return Optional.of(Verdict.of(app, now));
        }
        Optional<Verdict> own =
                switch (connection.standing()) {
                    case Standing.NeedsReconnect(var cause, var since) ->
                        Optional.of(Verdict.needsReconnect(cause, since));
                    case Standing.Quarantined(var cause, var since) ->
                        Optional.of(Verdict.needsReconnect(cause, since));
                    case Standing.Restored(var since) -> Optional.of(Verdict.restored(since));
                    case Standing.Waiting(var cause, var since, var retryAt, var failures) ->
                        now.isBefore(retryAt)
                                ? Optional.of(Verdict.waiting(cause, since, retryAt))
                                : Optional.<Verdict>empty();
                    case Standing.Active() -> Optional.<Verdict>empty();
                };
        Breaker breaker = breakers.of(connection.app());
        return own.isEmpty() && breaker.refuses(now)
                ? Optional.of(Verdict.waiting(Cause.PROVIDER_UNAVAILABLE, now, breaker.retryAt(now)))
                : own;
    }

    private static Renewal notRenewed(Verdict verdict) {
        return new Renewal.NotRenewed(verdict);
    }
}
