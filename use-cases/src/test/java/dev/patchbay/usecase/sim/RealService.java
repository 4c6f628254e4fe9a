package dev.patchbay.usecase.sim;

import dev.patchbay.domain.attempt.Attempt;
import dev.patchbay.domain.attempt.AuthorizationCode;
import dev.patchbay.domain.attempt.PkceVerifier;
import dev.patchbay.domain.attempt.Proof;
import dev.patchbay.domain.attempt.Purpose;
import dev.patchbay.domain.attempt.ReturnTo;
import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.clientapp.Pace;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.vault.Fingerprint;
import dev.patchbay.domain.vault.SealedSecret;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.InMemoryStore;
import dev.patchbay.port.Telemetry;
import dev.patchbay.port.provider.CodeExchange;
import dev.patchbay.usecase.app.AppConnectionsEnding;
import dev.patchbay.usecase.attempt.Outcome;
import dev.patchbay.usecase.connection.CompleteConnection;
import dev.patchbay.usecase.connection.Disconnect;
import dev.patchbay.usecase.connection.LendToken;
import dev.patchbay.usecase.connection.Lending;
import dev.patchbay.usecase.provider.ClientApps;
import dev.patchbay.usecase.provider.Providers;
import dev.patchbay.usecase.refresh.AppNotes;
import dev.patchbay.usecase.refresh.Renewing;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The use cases, put together as the service does it. */
final class RealService implements Service {
    private static final Pace PACE = new Pace(20, 20);
    private static final Fingerprint FINGERPRINT = Fingerprint.stored(new byte[Fingerprint.LENGTH]);
    private static final SealedSecret VERIFIER = new SealedSecret(new byte[] {1});
    private static final PkceVerifier PKCE = new PkceVerifier(Secret.of("verifier"));

    private final Surroundings ports;
    private final ProviderId platform;
    private final AppNotes appNotes;
    private final Renewing renewing;
    private final LendToken lendToken;
    private final Disconnect disconnect;
    private final CompleteConnection completeConnection;

    RealService(Surroundings ports) {
        this.ports = ports;
        platform = ports.platform.id();
        appNotes = new AppNotes(ports.appConditions, ports.activity, ports.clock);
        InMemoryStore noOwnApps = new InMemoryStore();
        ClientApps apps = new ClientApps(
                ports.apps,
                noOwnApps.ownApps(),
                noOwnApps.seats(),
                ports.vault,
                provider -> app().redirectUri(),
                ports.clock);
        Providers providers = new Providers(List.of(), List.of(ports.platform));
        renewing = new Renewing(new Renewing.Surroundings(
                providers,
                apps,
                appNotes,
                ports.connections,
                ports.claims,
                ports.upkeep,
                ports.presence,
                ports.spool,
                ports.allowances,
                app -> PACE,
                ports.rotations,
                ports.vault,
                ports.activity,
                Telemetry.NONE,
                ports.secrets,
                ports.background,
                ports.pause,
                ports.monotonic,
                ports.clock));
        lendToken = new LendToken(providers, ports.connections, ports.vault, renewing.flights(), ports.clock);
        disconnect = new Disconnect(providers, apps, ports.connections, ports.vault, ports.activity, ports.clock);
        completeConnection = new CompleteConnection(
                providers,
                apps,
                ports.connections,
                appNotes,
                noOwnApps.appLists(),
                new AppConnectionsEnding(
                        noOwnApps.appConnections(),
                        ports.connections,
                        noOwnApps.accounts(),
                        ports.activity,
                        ports.clock),
                ports.parkedGrants,
                ports.vault,
                ports.activity,
                ports.secrets,
                ports.clock);
    }

    @Override
    public Lending lend(Slot who, Optional<Duration> minTtl) {
        return lendToken.lend(who.claim(), platform, minTtl);
    }

    @Override
    public Lending lendRefreshed(Slot who) {
        return lendToken.lendRefreshed(who.claim(), platform);
    }

    @Override
    public boolean disconnect(Slot who) {
        return disconnect.disconnect(who.in(), platform).isPresent();
    }

    @Override
    public Optional<Connection> connect(Slot who, String code) {
        ClientApp app = app();
        var exchange = new CodeExchange(new AuthorizationCode(Secret.of(code)), PKCE, FINGERPRINT);
        return completeConnection.complete(attempt(who, app), app, exchange) instanceof Outcome.Connected(var row)
                ? Optional.of(row)
                : Optional.empty();
    }

    private ClientApp app() {
        return ports.apps.of(platform).orElseThrow();
    }

    private Attempt attempt(Slot who, ClientApp app) {
        var now = ports.clock.instant();
        return new Attempt(
                ports.secrets.nextId(),
                FINGERPRINT,
                Purpose.CONNECT,
                platform,
                app.id(),
                Optional.of(who.account()),
                Optional.empty(),
                new Proof.Handoff(),
                VERIFIER,
                FINGERPRINT,
                app.redirectUri(),
                new ReturnTo(app.redirectUri()),
                ports.platform.descriptor().defaultScopes(),
                now,
                now.plus(Attempt.LIFE));
    }

    @Override
    public void start() {
        appNotes.started(app().id());
        int _ = renewing.replaySpool().replay();
    }

    @Override
    public void recover() {
        int _ = renewing.settleRefreshes().settle();
    }

    @Override
    public void sweep() {
        int _ = renewing.sweepDue().sweep();
        int _ = renewing.replaySpool().replay();
    }
}
