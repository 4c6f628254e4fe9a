package dev.patchbay.usecase.connection;

import dev.patchbay.domain.clientapp.AppCondition;
import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Clocks;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.ExternalAccount;
import dev.patchbay.domain.connection.NextAction;
import dev.patchbay.domain.connection.WhoAnswer;
import dev.patchbay.domain.provider.Capability;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.session.SessionClaim;
import dev.patchbay.domain.session.SignedIn;
import dev.patchbay.port.clientapp.AppLists;
import dev.patchbay.port.connection.Connections;
import dev.patchbay.port.connection.Upkeep;
import dev.patchbay.port.provider.MusicPlatform;
import dev.patchbay.usecase.provider.ClientApps;
import dev.patchbay.usecase.provider.Providers;
import dev.patchbay.usecase.refresh.AppNotes;
import dev.patchbay.usecase.refresh.Verdict;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Says how connections are: from what is stored, after a renewal that is due, or after asking the platform itself. */
public final class ConnectionHealth {
    private static final System.Logger LOG = System.getLogger(ConnectionHealth.class.getName());

    private final Providers providers;
    private final ClientApps apps;
    private final Connections connections;
    private final AppNotes appNotes;
    private final AppLists appLists;
    private final LendToken lendToken;
    private final Upkeep upkeep;
    private final EndRefused endRefused;
    private final Clock clock;

    public ConnectionHealth(
            Providers providers,
            ClientApps apps,
            Connections connections,
            AppNotes appNotes,
            AppLists appLists,
            LendToken lendToken,
            Upkeep upkeep,
            EndRefused endRefused,
            Clock clock) {
        this.providers = providers;
        this.apps = apps;
        this.connections = connections;
        this.appNotes = appNotes;
        this.appLists = appLists;
        this.lendToken = lendToken;
        this.upkeep = upkeep;
        this.endRefused = endRefused;
        this.clock = clock;
    }

    /**
     * How one platform is for a person.
     *
     * @param connection empty when not connected
     * @param refreshedNow whether this very question renewed the token
     * @param probedAt when the platform was asked, just now; empty when it was not
     */
    public record Report(
            ProviderId platform,
            Optional<Connection> connection,
            Verdict verdict,
            AppCondition app,
            boolean refreshedNow,
            Optional<Instant> probedAt) {}

    /** Every connection of the person, by platform, as stored. */
    public List<Report> all(SignedIn who) {
        return connections.of(who.account()).stream()
                .map(connection -> stored(connection, false))
                .toList();
    }

    /** The connection after a renewal, if one was due. Empty when no such platform is here. */
    public Optional<Report> status(SignedIn who, SessionClaim claim, ProviderId platform) {
        if (providers.platform(platform).isEmpty()) {
            return Optional.empty();
        }
        Optional<Connection> before = connections.of(who.account(), platform);
        if (before.isEmpty()) {
            return Optional.of(notConnected(platform));
        }
        Clocks clocks = before.get().clocks();
        Instant now = clock.instant();
        if (now.isBefore(clocks.refreshAfter(before.get().id()))) {
            return Optional.of(stored(before.get(), false));
        }
        // Longer than what is left cannot be had without the renewal that is due.
        Duration left = Duration.between(now, clocks.accessExpiresAt());
        Lending lending = lendToken.lend(claim, platform, Optional.of(left));
        return Optional.of(again(who, platform, before.get(), lending));
    }

    /** The connection after asking the platform whose token this is. Empty when no such platform is here. */
    public Optional<Report> probe(SignedIn who, SessionClaim claim, ProviderId platformId) {
        Optional<MusicPlatform> platform = providers.platform(platformId);
        if (platform.isEmpty()) {
            return Optional.empty();
        }
        Optional<Connection> before = connections.of(who.account(), platformId);
        if (before.isEmpty()) {
            return Optional.of(notConnected(platformId));
        }
        Lending lending = lendToken.lend(claim, platformId, Optional.empty());
        ClientAppId app = before.get().app();
        Optional<WhoAnswer> answer = ask(platform.get(), app, lending);
        if (answer.isPresent() && answer.get() instanceof WhoAnswer.TokenNotAccepted) {
            boolean endless = before.get().clocks().accessEnds().isEmpty();
            // A 401 is worth one renewal, or without any a second opinion, and one more question; a 403 never is.
            lending = endless ? lending : lendToken.lendRefreshed(claim, platformId);
            answer = ask(platform.get(), app, lending);
            if (endless && answer.stream().anyMatch(WhoAnswer.TokenNotAccepted.class::isInstance)) {
                endRefused.end(before.get());
            }
        }
        answer.ifPresent(said -> noteListing(app, who, said));
        Report report = again(who, platformId, before.get(), lending);
        return Optional.of(answer.map(said -> with(report, said)).orElse(report));
    }

    /** Empty when there is no token or no app to ask with, or the platform wants a pause of the app. */
    private Optional<WhoAnswer> ask(MusicPlatform platform, ClientAppId app, Lending lending) {
        boolean paused = appNotes.of(app) instanceof AppCondition.CoolingDown pause && !pause.mayCall(clock.instant());
        Optional<ClientApp> shown = apps.find(app);
        if (paused || shown.isEmpty() || !(lending instanceof Lending.Lent lent)) {
            return Optional.empty();
        }
        WhoAnswer answer = platform.whoIs(shown.get(), lent.accessToken());
        if (answer instanceof WhoAnswer.Throttled(var cause, var retryAfter)) {
            appNotes.throttled(app, cause, retryAfter);
        }
        if (!platform.descriptor().can(Capability.REFRESH)) {
            noteApp(app, answer);
        }
        return Optional.of(answer);
    }

    /** Where nothing is renewed, nothing else ever tells how the app fares. */
    private void noteApp(ClientAppId app, WhoAnswer answer) {
        if (answer instanceof WhoAnswer.Known) {
            appNotes.works(app);
        } else if (answer instanceof WhoAnswer.Refused(var cause) && cause.nextAction() == NextAction.FIX_APP) {
            appNotes.refused(app, cause);
        }
    }

    private void noteListing(ClientAppId app, SignedIn who, WhoAnswer answer) {
        if (answer instanceof WhoAnswer.Known) {
            appLists.forget(app, who.account());
        } else if (answer instanceof WhoAnswer.Refused(var cause) && cause == Cause.NOT_ON_APP_LIST) {
            appLists.missing(app, who.account(), clock.instant());
        }
    }

    private Report with(Report report, WhoAnswer answer) {
        Instant now = clock.instant();
        Verdict verdict =
                switch (answer) {
                    case WhoAnswer.Known(var account) ->
                        isTheirs(report, account) ? report.verdict() : putAside(report, now);
                    case WhoAnswer.Refused(var cause) ->
                        new Verdict(Verdict.State.APP_BLOCKED, Optional.of(cause), Optional.of(now), Optional.empty());
                    case WhoAnswer.TokenNotAccepted() -> Verdict.needsReconnect(Cause.TOKEN_REFUSED, now);
                    case WhoAnswer.Throttled(var cause, var retryAfter) ->
                        Verdict.waiting(cause, now, now.plus(retryAfter.orElse(AppNotes.USUAL_PAUSE)));
                    case WhoAnswer.Unavailable(var why, var retryAfter) ->
                        Verdict.waiting(
                                Cause.PROVIDER_UNAVAILABLE, now, now.plus(retryAfter.orElse(AppNotes.USUAL_PAUSE)));
                };
        return new Report(
                report.platform(), report.connection(), verdict, report.app(), report.refreshedNow(), Optional.of(now));
    }

    private static boolean isTheirs(Report report, ExternalAccount answered) {
        return report.connection()
                .map(row -> row.who().id().equals(answered.id()))
                .orElse(true);
    }

    /** A platform that mixes people up must not make us do so: the token is not lent any more. */
    private Verdict putAside(Report report, Instant now) {
        Connection row = report.connection().orElseThrow();
        LOG.log(Level.ERROR, "connection {0}: {1} answers for somebody else", row.id(), row.platform());
        upkeep.quarantine(row.id(), row.version(), Cause.TOKEN_OF_ANOTHER, now);
        return Verdict.needsReconnect(Cause.TOKEN_OF_ANOTHER, now);
    }

    private Report again(SignedIn who, ProviderId platform, Connection before, Lending lending) {
        Optional<Connection> after = connections.of(who.account(), platform);
        if (after.isEmpty()) {
            return notConnected(platform);
        }
        Report report = stored(after.get(), after.get().version() > before.version());
        return lending instanceof Lending.Withheld(var id, var verdict)
                ? new Report(
                        platform, report.connection(), verdict, report.app(), report.refreshedNow(), Optional.empty())
                : report;
    }

    private Report stored(Connection connection, boolean refreshedNow) {
        AppCondition app = appNotes.of(connection.app());
        Verdict verdict = Verdict.of(connection, app, clock.instant());
        return new Report(connection.platform(), Optional.of(connection), verdict, app, refreshedNow, Optional.empty());
    }

    private static Report notConnected(ProviderId platform) {
        return new Report(
                platform, Optional.empty(), Verdict.notConnected(), new AppCondition.Fine(), false, Optional.empty());
    }
}
