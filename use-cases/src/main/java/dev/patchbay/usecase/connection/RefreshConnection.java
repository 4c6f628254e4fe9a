package dev.patchbay.usecase.connection;

import dev.patchbay.domain.activity.Event;
import dev.patchbay.domain.clientapp.AppCondition;
import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.Lease;
import dev.patchbay.domain.connection.Standing;
import dev.patchbay.domain.connection.TokenAnswer;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.Pause;
import dev.patchbay.port.SecretSource;
import dev.patchbay.port.activity.Activity;
import dev.patchbay.port.clientapp.SharedApps;
import dev.patchbay.port.connection.Connections;
import dev.patchbay.port.provider.MusicPlatform;
import dev.patchbay.port.vault.Opening;
import dev.patchbay.port.vault.TokenVault;
import dev.patchbay.usecase.provider.Providers;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Renews one connection: claims it (the intent, written before the call), asks the platform once, stores the answer before
 * anybody gets the token. Only {@code invalid_grant}, seen by the holder of the claim for an unchanged row, ends a
 * connection; app-level trouble is noted with the app, and everything else leaves the grant as it was.
 */
public final class RefreshConnection {
    private static final System.Logger LOG = System.getLogger(RefreshConnection.class.getName());

    private final Providers providers;
    private final SharedApps apps;
    private final Connections connections;
    private final AppNotes appNotes;
    private final TokenVault vault;
    private final StoreGranted storeGranted;
    private final Activity activity;
    private final SecretSource secrets;
    private final Pause pause;
    private final String holder;
    private final Clock clock;

    /** @param holder names this process among those that share the store; another after every start */
    public RefreshConnection(
            Providers providers,
            SharedApps apps,
            Connections connections,
            AppNotes appNotes,
            TokenVault vault,
            Activity activity,
            SecretSource secrets,
            Pause pause,
            String holder,
            Clock clock) {
        this.providers = providers;
        this.apps = apps;
        this.connections = connections;
        this.appNotes = appNotes;
        this.vault = vault;
        this.storeGranted = new StoreGranted(connections, new SealTokens(vault), pause, clock);
        this.activity = activity;
        this.secrets = secrets;
        this.pause = pause;
        this.holder = holder;
        this.clock = clock;
    }

    /** Renews unless the row has moved on from what the caller saw; then that newer row is the answer. */
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
            Instant now = clock.instant();
            Optional<Verdict> against = whatStandsAgainst(connection, now);
            if (against.isPresent()) {
                return new Renewal.NotRenewed(against.get());
            }
            MusicPlatform platform = providers.platform(connection.platform()).orElseThrow();
            ClientApp app = appOf(connection).orElseThrow();
            Duration life = platform.descriptor().grantClass().lease();
            Optional<Lease> lease = connections.claim(connection.id(), connection.version(), holder, life, now);
            if (lease.isPresent()) {
                return renew(connection, lease.get(), platform, app);
            }
            if (now.isAfter(giveUp)) {
                return notRenewed(Verdict.waiting(Cause.REFRESH_RUNNING, now, now.plus(RefreshRules.ASK_AGAIN)));
            }
            pause.lasting(RefreshRules.POLL.plusMillis(secrets.nextBelow(RefreshRules.POLL.toMillis())));
        }
    }

    private Optional<ClientApp> appOf(Connection connection) {
        return apps.of(connection.platform()).filter(app -> app.id().equals(connection.app()));
    }

    /** Reasons not to call at all. */
    private Optional<Verdict> whatStandsAgainst(Connection connection, Instant now) {
        if (providers.platform(connection.platform()).isEmpty()
                || appOf(connection).isEmpty()) {
            return Optional.of(Verdict.appMissing(now));
        }
        AppCondition app = appNotes.of(connection.app());
        if (!app.mayCall(now)) {
            return Optional.of(Verdict.of(app, now));
        }
        return switch (connection.standing()) {
            case Standing.NeedsReconnect(var cause, var since) -> Optional.of(Verdict.needsReconnect(cause, since));
            case Standing.Waiting(var cause, var since, var retryAt, var failures) ->
                now.isBefore(retryAt) ? Optional.of(Verdict.waiting(cause, since, retryAt)) : Optional.empty();
            case Standing.Active() -> Optional.empty();
        };
    }

    private Renewal renew(Connection connection, Lease lease, MusicPlatform platform, ClientApp app) {
        if (connection.tokens().refreshToken().isEmpty()) {
            return end(connection, lease, Cause.NO_REFRESH_TOKEN);
        }
        var sealed = connection.tokens().refreshToken().get();
        return switch (vault.open(connection.keyOwner(), connection.refreshTokenPlace(), sealed)) {
            case Opening.Unreadable() -> {
                connections.release(lease);
                LOG.log(Level.ERROR, "the refresh token of connection {0} cannot be read", connection.id());
                yield notRenewed(Verdict.needsReconnect(Cause.SECRET_UNREADABLE, clock.instant()));
            }
            case Opening.Opened(var refreshToken) -> call(connection, lease, platform, app, refreshToken);
        };
    }

    private Renewal call(
            Connection connection, Lease lease, MusicPlatform platform, ClientApp app, Secret refreshToken) {
        Instant asked = clock.instant();
        return switch (platform.refresh(app, refreshToken)) {
            case TokenAnswer.Granted granted -> {
                Renewal renewal = storeGranted.store(connection, granted, refreshToken, asked, platform, app);
                appNotes.works(app.id());
                yield renewal;
            }
            case TokenAnswer.GrantDead() -> {
                boolean consentEnded = connection.clocks().consentHasEnded(asked);
                yield end(connection, lease, consentEnded ? Cause.CONSENT_ENDED : Cause.GRANT_DEAD);
            }
            case TokenAnswer.AppRefused(var cause) -> {
                AppCondition noted = appNotes.refused(app.id(), cause);
                connections.release(lease);
                yield notRenewed(Verdict.of(noted, clock.instant()));
            }
            case TokenAnswer.Throttled(var cause, var retryAfter) -> {
                AppCondition noted = appNotes.throttled(app.id(), cause, retryAfter);
                connections.release(lease);
                yield notRenewed(Verdict.of(noted, clock.instant()));
            }
            case TokenAnswer.Unavailable(var why, var retryAfter) -> wait(connection, lease, why, retryAfter);
        };
    }

    /** Ends the connection, unless the row moved on under us: then that is the answer. */
    private Renewal end(Connection connection, Lease lease, Cause cause) {
        Instant now = clock.instant();
        if (connections.stand(lease, new Standing.NeedsReconnect(cause, now))) {
            LOG.log(
                    Level.WARNING,
                    "connection {0} to {1} has ended: {2}",
                    connection.id(),
                    connection.platform(),
                    cause);
            activity.add(new Event(
                    connection.account(),
                    Event.Kind.CONNECTION_BROKEN,
                    Optional.of(connection.platform()),
                    cause.code(),
                    now));
            return notRenewed(Verdict.needsReconnect(cause, now));
        }
        return newest(connection);
    }

    private Renewal wait(Connection connection, Lease lease, String why, Optional<Duration> retryAfter) {
        Instant now = clock.instant();
        boolean again = connection.standing() instanceof Standing.Waiting;
        int failures = connection.standing() instanceof Standing.Waiting waiting ? waiting.failures() + 1 : 1;
        Instant since = connection.standing() instanceof Standing.Waiting waiting ? waiting.since() : now;
        Duration ceiling = RefreshRules.backOffCeiling(failures);
        Duration jittered = RefreshRules.BACK_OFF_FLOOR.plusMillis(secrets.nextBelow(ceiling.toMillis()));
        Instant retryAt = now.plus(
                retryAfter.filter(asked -> asked.compareTo(jittered) > 0).orElse(jittered));
        LOG.log(
                again ? Level.DEBUG : Level.WARNING,
                "connection {0}: {1} did not renew it ({2}); next try {3}",
                connection.id(),
                connection.platform(),
                why,
                retryAt);
        var standing = new Standing.Waiting(Cause.PROVIDER_UNAVAILABLE, since, retryAt, failures);
        return connections.stand(lease, standing)
                ? notRenewed(Verdict.waiting(Cause.PROVIDER_UNAVAILABLE, since, retryAt))
                : newest(connection);
    }

    private Renewal newest(Connection before) {
        Optional<Connection> row = connections.find(before.id());
        if (row.isEmpty()) {
            return new Renewal.Gone();
        }
        Instant now = clock.instant();
        return row.get().version() == before.version()
                ? notRenewed(Verdict.waiting(Cause.REFRESH_RUNNING, now, now.plus(RefreshRules.ASK_AGAIN)))
                : new Renewal.Renewed(row.get());
    }

    private static Renewal notRenewed(Verdict verdict) {
        return new Renewal.NotRenewed(verdict);
    }
}
