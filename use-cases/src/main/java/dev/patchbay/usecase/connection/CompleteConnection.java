package dev.patchbay.usecase.connection;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.activity.Event;
import dev.patchbay.domain.attempt.Attempt;
import dev.patchbay.domain.attempt.Proof;
import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Clocks;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.ConnectionId;
import dev.patchbay.domain.connection.ExternalAccount;
import dev.patchbay.domain.connection.NextAction;
import dev.patchbay.domain.connection.ParkedGrant;
import dev.patchbay.domain.connection.Standing;
import dev.patchbay.domain.connection.TokenAnswer;
import dev.patchbay.domain.connection.TokenAnswer.Granted;
import dev.patchbay.domain.connection.WhoAnswer;
import dev.patchbay.domain.provider.Scopes;
import dev.patchbay.domain.vault.KeyOwner;
import dev.patchbay.port.SecretSource;
import dev.patchbay.port.activity.Activity;
import dev.patchbay.port.clientapp.AppLists;
import dev.patchbay.port.connection.Connections;
import dev.patchbay.port.connection.ParkedGrants;
import dev.patchbay.port.provider.CodeExchange;
import dev.patchbay.port.provider.MusicPlatform;
import dev.patchbay.port.provider.TokensInHand;
import dev.patchbay.port.vault.TokenVault;
import dev.patchbay.usecase.app.AppConnectionsEnding;
import dev.patchbay.usecase.attempt.Outcome;
import dev.patchbay.usecase.attempt.Refusal;
import dev.patchbay.usecase.provider.ClientApps;
import dev.patchbay.usecase.provider.Providers;
import dev.patchbay.usecase.refresh.AppNotes;
import dev.patchbay.usecase.refresh.SealTokens;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Ends a connect: swaps the code for tokens, asks the platform who this is, and only then keeps the connection. Asking first
 * is what tells a missing seat or a lapsed Premium from success: such people get through consent and receive tokens.
 */
public final class CompleteConnection {
    private static final System.Logger LOG = System.getLogger(CompleteConnection.class.getName());

    private final Providers providers;
    private final ClientApps apps;
    private final EndGrant endGrant;
    private final Connections connections;
    private final AppNotes appNotes;
    private final AppLists appLists;
    private final AppConnectionsEnding ending;
    private final ParkedGrants parkedGrants;
    private final TokenVault vault;
    private final Activity activity;
    private final SecretSource secrets;
    private final Clock clock;

    public CompleteConnection(
            Providers providers,
            ClientApps apps,
            Connections connections,
            AppNotes appNotes,
            AppLists appLists,
            AppConnectionsEnding ending,
            ParkedGrants parkedGrants,
            TokenVault vault,
            Activity activity,
            SecretSource secrets,
            Clock clock) {
        this.providers = providers;
        this.apps = apps;
        endGrant = new EndGrant(providers, apps, vault);
        this.connections = connections;
        this.appNotes = appNotes;
        this.appLists = appLists;
        this.ending = ending;
        this.parkedGrants = parkedGrants;
        this.vault = vault;
        this.activity = activity;
        this.secrets = secrets;
        this.clock = clock;
    }

    public Outcome complete(Attempt attempt, ClientApp app, CodeExchange exchange) {
        Optional<MusicPlatform> platform = providers.platform(attempt.provider());
        if (platform.isEmpty()) {
            return new Outcome.Refused(Refusal.WRONG_PROVIDER);
        }
        Instant asked = clock.instant();
        return switch (apps.ask(app, () -> true, shown -> platform.get().exchange(shown, exchange))) {
            case Granted granted -> granted(attempt, app, platform.get(), granted, asked);
            case TokenAnswer.GrantDead() -> new Outcome.Refused(Refusal.CODE_REFUSED);
            case TokenAnswer.AppRefused(var cause) -> {
                appNotes.refused(app.id(), cause);
                yield new Outcome.Withheld(cause, app.id());
            }
            case TokenAnswer.Throttled(var cause, var retryAfter) -> {
                appNotes.throttled(app.id(), cause, retryAfter);
                yield new Outcome.Withheld(cause, app.id());
            }
            case TokenAnswer.Unavailable(var why, var retryAfter, var maybeProcessed) -> unavailable(attempt, why);
        };
    }

    private Outcome granted(Attempt attempt, ClientApp app, MusicPlatform platform, Granted granted, Instant asked) {
        Optional<Cause> objection = platform.objectionTo(granted, attempt.scopes());
        if (objection.isPresent()) {
            giveUp(attempt, app, granted);
            return new Outcome.Withheld(objection.get(), app.id());
        }
        return whoIs(attempt, app, platform, granted, asked);
    }

    private void giveUp(Attempt attempt, ClientApp app, Granted granted) {
        if (connections.of(attempt.account().orElseThrow(), attempt.provider()).isEmpty()) {
            // Otherwise they may share the grant of the connection that is there, which would end with them.
            endGrant.mintedBy(app.id(), TokensInHand.of(granted));
        }
    }

    private Outcome whoIs(Attempt attempt, ClientApp app, MusicPlatform platform, Granted granted, Instant asked) {
        WhoAnswer answer = platform.whoIs(app, granted.accessToken());
        if (answer instanceof WhoAnswer.Unavailable) {
            // The code is spent and the question is harmless: once more, before a person has to consent again.
            answer = platform.whoIs(app, granted.accessToken());
        }
        if (answer instanceof WhoAnswer.Known(var who)) {
            return keep(attempt, app, platform, granted, who, asked);
        }
        AccountId account = attempt.account().orElseThrow();
        giveUp(attempt, app, granted);
        return switch (answer) {
            case WhoAnswer.Refused(var cause) -> {
                if (cause.nextAction() == NextAction.FIX_APP) {
                    appNotes.refused(app.id(), cause);
                }
                if (cause == Cause.NOT_ON_APP_LIST) {
                    appLists.missing(app.id(), account, clock.instant());
                }
                yield new Outcome.Withheld(cause, app.id());
            }
            case WhoAnswer.Throttled(var cause, var retryAfter) -> {
                appNotes.throttled(app.id(), cause, retryAfter);
                yield new Outcome.Withheld(cause, app.id());
            }
            case WhoAnswer.Unavailable(var why, var retryAfter) -> unavailable(attempt, why);
            case WhoAnswer.TokenNotAccepted() -> unavailable(attempt, "the new access token is not accepted");
            case WhoAnswer.Known known -> throw new IllegalStateException("handled above");
        };
    }

    private static Outcome unavailable(Attempt attempt, String why) {
        LOG.log(Level.WARNING, "connecting {0} failed: {1}", attempt.provider(), why);
        return new Outcome.Refused(Refusal.PROVIDER_UNAVAILABLE);
    }

    private Outcome keep(
            Attempt attempt,
            ClientApp app,
            MusicPlatform platform,
            Granted granted,
            ExternalAccount who,
            Instant asked) {
        AccountId account = attempt.account().orElseThrow();
        var descriptor = platform.descriptor();
        Scopes scopes = granted.scopes().orElse(attempt.scopes());
        Clocks clocks = Clocks.consented(
                asked,
                granted.expiresIn().orElse(descriptor.usualAccessLife()),
                granted.consentLasts().map(asked::plus).or(() -> descriptor.consentEnds(asked)));
        // Few rounds suffice: each is lost only to another write of the same person's same connection.
        for (int round = 0; round < 5; round++) {
            Optional<Connection> existing = connections.of(account, platform.id());
            if (existing.isPresent() && !existing.get().who().id().equals(who.id())) {
                park(account, app, platform, granted, who, scopes, clocks);
                return new Outcome.Refused(Refusal.DIFFERENT_ACCOUNT);
            }
            var seal = new SealTokens(vault.sealerFor(KeyOwner.of(account)));
            Connection kept = existing.map(
                            old -> old.reconnected(app.id(), who, scopes, clocks, seal.sealNext(old, granted)))
                    .orElseGet(() -> fresh(account, app, platform, granted, who, scopes, clocks, seal));
            boolean written = existing.isPresent() ? connections.advance(kept) : connections.add(kept);
            if (written) {
                Outcome outcome = written(attempt, kept, existing.isPresent());
                existing.filter(old -> isOfAnotherApp(old, app)).ifPresent(endGrant::of);
                return outcome;
            }
        }
        return new Outcome.Refused(Refusal.TEMPORARILY_UNAVAILABLE);
    }

    /** An app that was removed on the way, or a seat that ended, has ended its connections already: not this one. */
    private Outcome written(Attempt attempt, Connection kept, boolean again) {
        appNotes.works(kept.app());
        appLists.forget(kept.app(), kept.account());
        note(attempt, kept, again);
        if (!apps.mayUse(kept.account(), kept.app())) {
            ending.end(kept.app(), kept.account());
            return new Outcome.Refused(Refusal.APP_GONE);
        }
        return new Outcome.Connected(kept);
    }

    private Connection fresh(
            AccountId account,
            ClientApp app,
            MusicPlatform platform,
            Granted granted,
            ExternalAccount who,
            Scopes scopes,
            Clocks clocks,
            SealTokens seal) {
        ConnectionId id = new ConnectionId(secrets.nextId());
        return new Connection(
                id,
                account,
                platform.id(),
                app.id(),
                who,
                scopes,
                clocks,
                new Standing.Active(),
                seal.sealFirst(id, platform.id(), granted),
                1,
                clocks.consentedAt(),
                Optional.empty());
    }

    /** Nothing is replaced without a yes: the grant waits for it, in place of one that waited before. */
    private void park(
            AccountId account,
            ClientApp app,
            MusicPlatform platform,
            Granted granted,
            ExternalAccount who,
            Scopes scopes,
            Clocks clocks) {
        ConnectionId id = new ConnectionId(secrets.nextId());
        var seal = new SealTokens(vault.sealerFor(KeyOwner.of(account)));
        ParkedGrant waits = new ParkedGrant(
                id,
                account,
                platform.id(),
                app.id(),
                who,
                scopes,
                clocks,
                seal.sealParked(id, platform.id(), granted),
                clock.instant().plus(ParkedGrant.LIFE));
        parkedGrants.park(waits).filter(before -> isAnothers(before, waits)).ifPresent(endGrant::of);
    }

    private void note(Attempt attempt, Connection connection, boolean again) {
        activity.add(new Event(
                connection.account(),
                again ? Event.Kind.PLATFORM_RECONNECTED : Event.Kind.PLATFORM_CONNECTED,
                Optional.of(connection.platform()),
                attempt.proof() instanceof Proof.Chat ? Event.IN_CHAT : "",
                clock.instant()));
    }

    /** Of the same person at the same app it may be the very grant that waits now. */
    private static boolean isAnothers(ParkedGrant before, ParkedGrant now) {
        return !before.who().id().equals(now.who().id())
                || !before.app().clientId().equals(now.app().clientId());
    }

    /** Of the same app it may be the very grant that was renewed; of another it is one that nobody here can end any more. */
    private static boolean isOfAnotherApp(Connection old, ClientApp app) {
        return !old.app().clientId().equals(app.clientId());
    }
}
