package dev.patchbay.usecase.refresh;

import dev.patchbay.domain.activity.Event;
import dev.patchbay.domain.clientapp.AppCondition;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Clocks;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.Lease;
import dev.patchbay.domain.connection.RenewalOutcome;
import dev.patchbay.domain.connection.Standing;
import dev.patchbay.domain.connection.TokenAnswer;
import dev.patchbay.domain.provider.GrantClass;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.activity.Activity;
import dev.patchbay.port.connection.Claims;
import dev.patchbay.port.connection.Connections;
import dev.patchbay.port.provider.TokensInHand;
import dev.patchbay.usecase.refresh.CallPlatform.Sent;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides what an answer means and writes it down before anybody hears of it. Only {@code invalid_grant}, seen by the holder of the
 * claim for an unchanged row, ends a connection; app-level trouble is the app's, and everything else leaves the grant as it was.
 */
final class SettleAnswer {
    private static final System.Logger LOG = System.getLogger(SettleAnswer.class.getName());
    private static final Duration SPREAD = Duration.ofSeconds(30);

    private final Connections connections;
    private final Claims claims;
    private final AppNotes appNotes;
    private final StoreGranted storeGranted;
    private final GrantClasses grantClasses;
    private final Breakers breakers;
    private final DeathWatch deaths;
    private final BackOff backOff;
    private final Activity activity;
    private final Clock clock;

    SettleAnswer(
            Connections connections,
            Claims claims,
            AppNotes appNotes,
            StoreGranted storeGranted,
            GrantClasses grantClasses,
            Breakers breakers,
            DeathWatch deaths,
            BackOff backOff,
            Activity activity,
            Clock clock) {
        this.connections = connections;
        this.claims = claims;
        this.appNotes = appNotes;
        this.storeGranted = storeGranted;
        this.grantClasses = grantClasses;
        this.breakers = breakers;
        this.deaths = deaths;
        this.backOff = backOff;
        this.activity = activity;
        this.clock = clock;
    }

    record Settled(Renewal renewal, RenewalOutcome outcome) {}

    /** @param took since the claim was asked for */
    Settled settle(Sent sent, TokenAnswer answer, Duration took) {
        var app = sent.connection().app();
        if (answer instanceof TokenAnswer.Unavailable(var why, var retryAfter, var maybeProcessed)) {
            breakers.failed(app, clock.instant());
            return unavailable(sent, why, retryAfter, maybeProcessed);
        }
        breakers.answered(app, clock.instant());
        return switch (answer) {
            case TokenAnswer.Granted granted -> granted(sent, granted, took);
            case TokenAnswer.GrantDead() -> refused(sent);
            case TokenAnswer.AppRefused(var cause) ->
                appTrouble(sent, appNotes.refused(app, cause), RenewalOutcome.APP_REFUSED);
            case TokenAnswer.Throttled(var cause, var retryAfter) ->
                appTrouble(sent, appNotes.throttled(app, cause, retryAfter), RenewalOutcome.THROTTLED);
            case TokenAnswer.Unavailable handled -> throw new IllegalStateException("handled above");
        };
    }

    private Settled granted(Sent sent, TokenAnswer.Granted granted, Duration took) {
        Connection before = sent.connection();
        var descriptor = sent.party().platform().descriptor();
        Clocks clocks =
                before.clocks().refreshed(sent.asked(), granted.expiresIn().orElse(descriptor.usualAccessLife()));
        Connection next = before.refreshed(
                sent.seal().sealNext(before, granted, sent.refreshToken()),
                granted.scopes().orElse(before.scopes()),
                clocks);
        StoreGranted.Stored stored = storeGranted.store(next);
        Optional<Secret> rotated = granted.refreshToken().filter(token -> !token.equals(sent.refreshToken()));
        if (rotated.isPresent()) {
            grantClasses.rotated(descriptor, clock.instant());
        }
        return switch (stored) {
            case StoreGranted.Stored.Kept(var row, var outcome) -> {
                wentWell(sent);
                boolean late = took.compareTo(sent.party().treatedAs().lease()) > 0;
                yield new Settled(
                        new Renewal.Renewed(row),
                        outcome == RenewalOutcome.OK && late ? RenewalOutcome.OK_LATE : outcome);
            }
            case StoreGranted.Stored.MovedOn(var row) -> {
                LOG.log(Level.WARNING, "connection {0} moved on during a renewal; its result is dropped", before.id());
                GiveBack.unlessShared(
                        before.clocks().consentedAt(),
                        rotated.map(token -> TokensInHand.of(granted)),
                        row,
                        sent.party().platform(),
                        sent.party().app());
                yield new Settled(
                        row.<Renewal>map(Renewal.Renewed::new).orElseGet(Renewal.Gone::new), RenewalOutcome.LOST_RACE);
            }
        };
    }

    private void wentWell(Sent sent) {
        var app = sent.connection().app();
        deaths.renewed(app, clock.instant());
        boolean canary = doubtedSince(sent.connection()).isPresent();
        if (canary) {
            deaths.trusted(app, clock.instant());
        }
        if (canary && sent.appBefore() instanceof AppCondition.Doubted) {
            appNotes.trusted(app);
        } else if (!(sent.appBefore() instanceof AppCondition.Fine)) {
            appNotes.works(app);
        }
    }

    private Settled refused(Sent sent) {
        Connection connection = sent.connection();
        if (connection.clocks().consentHasEnded(sent.asked())) {
            return dead(sent, Cause.CONSENT_ENDED);
        }
        if (sent.lease().inDoubt() && sent.party().treatedAs().usesUp()) {
            return dead(sent, Cause.ROTATION_OUTCOME_UNKNOWN);
        }
        Instant now = clock.instant();
        if (deaths.believes(connection.app(), sent.appBefore(), doubtedSince(connection), now)) {
            return dead(sent, Cause.GRANT_DEAD);
        }
        AppCondition noted =
                sent.appBefore() instanceof AppCondition.Doubted doubt ? doubt : appNotes.doubted(connection.app());
        Instant retryAt =
                noted instanceof AppCondition.Doubted doubt ? doubt.retryAt() : now.plus(AppNotes.CANARY_AFTER);
        Instant later = retryAt.isAfter(now) ? retryAt : now.plus(AppNotes.CANARY_AFTER);
        var standing = new Standing.Waiting(
                Cause.DEATHS_DOUBTED, doubtedSince(connection).orElse(now), later, failuresOf(connection));
        return stood(sent, standing, true, RenewalOutcome.DEATH_DOUBTED);
    }

    private static Optional<Instant> doubtedSince(Connection connection) {
        return connection.standing() instanceof Standing.Waiting waiting && waiting.cause() == Cause.DEATHS_DOUBTED
                ? Optional.of(waiting.since())
                : Optional.empty();
    }

    private Settled dead(Sent sent, Cause cause) {
        return new Settled(ended(sent.connection(), sent.lease(), cause), RenewalOutcome.GRANT_DEAD);
    }

    /** Ends the connection, unless the row moved on under us: then that is the answer. */
    Renewal ended(Connection connection, Lease lease, Cause cause) {
        Instant now = clock.instant();
        if (!claims.stand(lease, new Standing.NeedsReconnect(cause, now), true)) {
            return newest(connection);
        }
        LOG.log(Level.WARNING, "connection {0} to {1} has ended: {2}", connection.id(), connection.platform(), cause);
        activity.add(new Event(
                connection.account(),
                Event.Kind.CONNECTION_BROKEN,
                Optional.of(connection.platform()),
                cause.code(),
                now));
        return new Renewal.NotRenewed(Verdict.needsReconnect(cause, now));
    }

    private Settled appTrouble(Sent sent, AppCondition noted, RenewalOutcome outcome) {
        Verdict verdict = Verdict.of(noted, clock.instant());
        claims.putOff(sent.lease(), backOff.spread(verdict.retryAt().orElseGet(clock::instant), SPREAD));
        return new Settled(new Renewal.NotRenewed(verdict), outcome);
    }

    private Settled unavailable(Sent sent, String why, Optional<Duration> retryAfter, boolean maybeProcessed) {
        Connection connection = sent.connection();
        Instant now = clock.instant();
        GrantClass treatedAs = sent.party().treatedAs();
        boolean inDoubt = treatedAs.usesUp() && (maybeProcessed || sent.lease().inDoubt());
        // A window opens with the doubt: what failed before does not count in it.
        int failures = inDoubt && !sent.lease().inDoubt() ? 1 : failuresOf(connection);
        Instant retryAt = inDoubt && treatedAs instanceof GrantClass.Grace(var window)
                ? backOff.nextTryInside(window, failures, retryAfter, now)
                : backOff.nextTry(failures, retryAfter, now);
        LOG.log(
                failures > 1 ? Level.DEBUG : Level.WARNING,
                "connection {0}: {1} did not renew it ({2}); next try {3}",
                connection.id(),
                connection.platform(),
                why,
                retryAt);
        var standing = new Standing.Waiting(Cause.PROVIDER_UNAVAILABLE, sinceOf(connection, now), retryAt, failures);
        Settled settled =
                stood(sent, standing, !inDoubt, inDoubt ? RenewalOutcome.UNKNOWN : RenewalOutcome.UNAVAILABLE);
        if (inDoubt && sent.appBefore() instanceof AppCondition.Blocked blocked) {
            // It told nothing of the app, and the next must not come too late for the token.
            appNotes.giveTryBack(connection.app(), blocked);
        }
        return settled;
    }

    private Settled stood(Sent sent, Standing.Waiting standing, boolean outcomeKnown, RenewalOutcome outcome) {
        Renewal renewal = claims.stand(sent.lease(), standing, outcomeKnown)
                ? new Renewal.NotRenewed(Verdict.waiting(standing.cause(), standing.since(), standing.retryAt()))
                : newest(sent.connection());
        return new Settled(renewal, outcome);
    }

    private static int failuresOf(Connection connection) {
        return connection.standing() instanceof Standing.Waiting waiting ? waiting.failures() + 1 : 1;
    }

    private static Instant sinceOf(Connection connection, Instant now) {
        return connection.standing() instanceof Standing.Waiting waiting ? waiting.since() : now;
    }

    private Renewal newest(Connection before) {
        Optional<Connection> row = connections.find(before.id());
        if (row.isEmpty()) {
            return new Renewal.Gone();
        }
        Instant now = clock.instant();
        return row.get().version() == before.version()
                ? new Renewal.NotRenewed(Verdict.waiting(Cause.REFRESH_RUNNING, now, now.plus(RefreshRules.ASK_AGAIN)))
                : new Renewal.Renewed(row.get());
    }
}
