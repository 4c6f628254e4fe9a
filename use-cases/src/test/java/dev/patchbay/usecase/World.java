package dev.patchbay.usecase;

import static dev.patchbay.port.Fixtures.GOOGLE;
import static dev.patchbay.port.Fixtures.SOUNDCLOUD;
import static dev.patchbay.port.Fixtures.SPOTIFY;

import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.activity.Event;
import dev.patchbay.domain.attempt.AuthorizationCode;
import dev.patchbay.domain.attempt.State;
import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.clientapp.Pace;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.ExternalAccount;
import dev.patchbay.domain.provider.GrantClass;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.session.Session;
import dev.patchbay.domain.signin.ExternalIdentity;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.ConnectionFixture;
import dev.patchbay.port.Fixtures;
import dev.patchbay.port.GivenPresence;
import dev.patchbay.port.InMemoryStore;
import dev.patchbay.port.Pause;
import dev.patchbay.port.PlainVault;
import dev.patchbay.port.SeededSecrets;
import dev.patchbay.port.SteppingClock;
import dev.patchbay.port.clientapp.SharedApps;
import dev.patchbay.port.connection.Connections;
import dev.patchbay.port.vault.Opening;
import dev.patchbay.usecase.app.AppConnectionsEnding;
import dev.patchbay.usecase.app.BringApp;
import dev.patchbay.usecase.app.CheckApp;
import dev.patchbay.usecase.app.RemoveApp;
import dev.patchbay.usecase.app.ShowApp;
import dev.patchbay.usecase.attempt.Attempting;
import dev.patchbay.usecase.attempt.BeginAttempt;
import dev.patchbay.usecase.attempt.Beginning.Begun;
import dev.patchbay.usecase.attempt.Frontend;
import dev.patchbay.usecase.attempt.ReturnFromProvider.Answer;
import dev.patchbay.usecase.attempt.Wish;
import dev.patchbay.usecase.connection.AppChoice;
import dev.patchbay.usecase.connection.CompleteConnection;
import dev.patchbay.usecase.connection.ConnectPlatform;
import dev.patchbay.usecase.connection.ConnectionHealth;
import dev.patchbay.usecase.connection.Disconnect;
import dev.patchbay.usecase.connection.EndRefused;
import dev.patchbay.usecase.connection.LendToken;
import dev.patchbay.usecase.connection.ReplaceAccount;
import dev.patchbay.usecase.housekeeping.PurgeExpired;
import dev.patchbay.usecase.merge.GiveUpGrants;
import dev.patchbay.usecase.merge.MergeAccounts;
import dev.patchbay.usecase.merge.NoteMerge;
import dev.patchbay.usecase.merge.ReadHoldings;
import dev.patchbay.usecase.merge.SealAgain;
import dev.patchbay.usecase.provider.ClientApps;
import dev.patchbay.usecase.provider.Providers;
import dev.patchbay.usecase.refresh.AppNotes;
import dev.patchbay.usecase.seat.EndSeat;
import dev.patchbay.usecase.seat.OfferSeat;
import dev.patchbay.usecase.seat.ShowSeats;
import dev.patchbay.usecase.seat.TakeSeat;
import dev.patchbay.usecase.session.StartSession;
import dev.patchbay.usecase.signin.BeginSignIn;
import dev.patchbay.usecase.signin.CompleteSignIn;
import dev.patchbay.usecase.signin.LinkIdentity;
import dev.patchbay.usecase.signin.ManageSignInMethods;
import dev.patchbay.usecase.signin.WaysInChanged;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** One service over one store, with the parties it knows. Its clock stands still; a pause moves it. */
public final class World {

    public static final ProviderId GITHUB = new ProviderId("github");
    public static final ProviderId YOUTUBE = new ProviderId("youtube");
    public static final String DEVICE = "Firefox on Linux";

    public final SteppingClock clock = SteppingClock.atNow();
    public final InMemoryStore store = new InMemoryStore();
    public final PlainVault vault = new PlainVault();
    public final SeededSecrets secrets = new SeededSecrets();
    public final FakeIdentityProvider google = new FakeIdentityProvider(GOOGLE, true);
    public final FakeIdentityProvider github = new FakeIdentityProvider(GITHUB, false);
    /** Keeps refresh tokens; nothing can be withdrawn from here. */
    public final FakePlatform spotify = FakePlatform.constant(SPOTIFY, clock);

    /** Strict; a grant that is idle for thirty days ends. */
    public final FakePlatform soundcloud =
            FakePlatform.of(new GrantClass.Strict(), SOUNDCLOUD, Optional.of(Duration.ofDays(30)), clock);

    /** Keeps refresh tokens; withdrawing one ends all that the person ever consented to. */
    public final FakePlatform youtube = FakePlatform.of(new GrantClass.NonRotating(), YOUTUBE, Optional.empty(), clock);

    public final FakePlatform overlapping =
            FakePlatform.of(new GrantClass.Overlap(), new ProviderId("overlapping"), Optional.empty(), clock);

    /** A replaced refresh token is good for ten seconds more. */
    public final FakePlatform graceful = FakePlatform.of(
            new GrantClass.Grace(Duration.ofSeconds(10)), new ProviderId("graceful"), Optional.empty(), clock);

    /** Ends a consent of which it is shown a replaced refresh token. */
    public final FakePlatform jealous =
            FakePlatform.of(new GrantClass.StrictRevoke(), new ProviderId("jealous"), Optional.empty(), clock);

    /** Its tokens have no end, and nothing renews them. */
    public final FakePlatform lastfm = FakePlatform.endless(new ProviderId("lastfm"), clock);

    public final List<FakePlatform> platforms =
            List.of(spotify, soundcloud, youtube, overlapping, graceful, jealous, lastfm);
    public final Map<ProviderId, ClientApp> apps = new ConcurrentHashMap<>();
    public final SharedApps sharedApps = provider -> Optional.ofNullable(apps.get(provider));
    public final ClientApps clientApps =
            new ClientApps(sharedApps, store.ownApps(), store.seats(), vault, World::redirectUriAt, clock);
    public final Providers providers = new Providers(List.of(google, github), List.copyOf(platforms));
    public final Frontend frontend = new Frontend(
            URI.create("https://patchbay.example"),
            URI.create("https://patchbay.example/"),
            List.of(URI.create("https://app.example")));
    /** What every process does when it waits. */
    public volatile Pause pause = clock::advance;

    /** Of every app; more than any test uses by accident. */
    public volatile Pace pace = new Pace(100_000, 100_000);

    public final AppNotes appNotes = new AppNotes(store.appConditions(), store.activity(), clock);
    public final ServiceProcess one = process("one");
    public final LendToken lendToken = one.lendToken();
    public final AppConnectionsEnding ending = new AppConnectionsEnding(
            store.appConnections(), store.connections(), store.accounts(), store.activity(), clock);
    /** What completing a connection writes to. */
    public volatile Connections connectionsSeenByCompleting = store.connections();

    public final Disconnect disconnect = disconnecting(store.connections());
    public final ReplaceAccount replaceAccount = replacing(store.connections());
    public final ConnectionHealth health = new ConnectionHealth(
            providers,
            clientApps,
            store.connections(),
            appNotes,
            store.appLists(),
            lendToken,
            store.upkeep(),
            new EndRefused(store.claims(), GivenPresence.of("health"), store.activity(), clock),
            clock);
    public final PurgeExpired purgeExpired = new PurgeExpired(
            store.attempts(),
            store.sessions(),
            replaceAccount,
            store.upkeep(),
            store.ownApps(),
            store.seats(),
            store.merges(),
            store.renewalCounts(),
            clock);
    public final BringApp bringApp = new BringApp(
            providers, store.ownApps(), store.appLists(), ending, appNotes, vault, store.activity(), clock);
    public final RemoveApp removeApp =
            new RemoveApp(store.ownApps(), store.appLists(), ending, store.activity(), clock);
    public final ShowApp showApp = new ShowApp(
            providers,
            store.ownApps(),
            store.appConnections(),
            store.appLists(),
            store.accounts(),
            appNotes,
            World::redirectUriAt,
            clock);
    public final CheckApp checkApp =
            new CheckApp(providers, clientApps, store.ownApps(), appNotes, store.allowances(), app -> pace, clock);
    public final OfferSeat offerSeat =
            new OfferSeat(providers, store.ownApps(), store.seats(), store.activity(), secrets, clock);
    public final TakeSeat takeSeat = new TakeSeat(providers, store.seats(), store.accounts(), store.activity(), clock);
    public final EndSeat endSeat = new EndSeat(store.seats(), ending, store.appLists(), store.activity(), clock);
    public final ShowSeats showSeats = new ShowSeats(
            providers,
            store.ownApps(),
            store.seats(),
            store.connections(),
            store.accounts(),
            appNotes,
            store.appLists(),
            clock);
    public final BeginAttempt beginAttempt = new BeginAttempt(store.attempts(), vault, secrets, frontend, clock);
    public final BeginSignIn beginSignIn = new BeginSignIn(providers, sharedApps, beginAttempt, clock);
    public final ConnectPlatform connectPlatform =
            new ConnectPlatform(providers, clientApps, store.connections(), beginAttempt);
    public final StartSession startSession =
            new StartSession(store.sessions(), store.activity(), secrets, Duration.ofDays(7), clock);
    public final WaysInChanged waysInChanged =
            new WaysInChanged(store.sessions(), store.attempts(), store.activity(), clock);
    public final ManageSignInMethods manageMethods =
            new ManageSignInMethods(store.signInMethods(), waysInChanged, store.activity(), clock);
    public final LinkIdentity linkIdentity = new LinkIdentity(
            store.signInMethods(), store.sessions(), store.merges(), waysInChanged, store.activity(), clock);
    public final MergeAccounts mergeAccounts = new MergeAccounts(
            store.accounts(),
            store.merges(),
            store.sessions(),
            new ReadHoldings(
                    store.signInMethods(),
                    store.connections(),
                    store.parkedGrants(),
                    store.ownApps(),
                    store.seats(),
                    store.chats()),
            new SealAgain(store.appConnections(), vault),
            new GiveUpGrants(providers, clientApps, vault),
            new NoteMerge(ending, store.appLists(), store.activity(), clock),
            vault,
            clock);
    public final CompleteSignIn completeSignIn = new CompleteSignIn(
            providers,
            store.accounts(),
            store.signInMethods(),
            startSession,
            linkIdentity,
            store.activity(),
            secrets,
            clock);
    public final CompleteConnection completeConnection = new CompleteConnection(
            providers,
            clientApps,
            new WrappedConnections(store.connections()) {
                @Override
                public boolean add(Connection connection) {
                    return connectionsSeenByCompleting.add(connection);
                }
            },
            appNotes,
            store.appLists(),
            ending,
            store.parkedGrants(),
            vault,
            store.activity(),
            secrets,
            clock);
    public final Attempting attempting = Attempting.of(
            store.attempts(),
            store.handoffs(),
            clientApps,
            vault,
            providers,
            secrets,
            frontend,
            completeSignIn,
            completeConnection,
            clock);

    public World() {
        List.of(GOOGLE, GITHUB).forEach(provider -> apps.put(provider, Fixtures.aSharedApp(provider)));
        platforms.forEach(platform -> apps.put(platform.id(), Fixtures.aSharedApp(platform.id())));
    }

    /** Where that platform sends people back to. */
    public static URI redirectUriAt(ProviderId platform) {
        return URI.create("https://patchbay.example/platforms/" + platform + "/callback");
    }

    /** A process of its own over the same store. */
    public ServiceProcess process(String name) {
        return aProcess(name).start();
    }

    public ProcessFixture aProcess(String name) {
        return new ProcessFixture(this, name);
    }

    /** Time since the world began. */
    public Duration elapsed() {
        return Duration.between(Fixtures.NOW, clock.instant());
    }

    public ReplaceAccount replacing(Connections connections) {
        return new ReplaceAccount(
                providers, clientApps, ending, connections, store.parkedGrants(), vault, store.activity(), clock);
    }

    public Disconnect disconnecting(Connections connections) {
        return new Disconnect(providers, clientApps, connections, vault, store.activity(), clock);
    }

    /** Somebody who signed in just now. */
    public Person somebody() {
        Account account = Fixtures.open(store);
        Session session = Fixtures.aSessionOf(account, clock.instant(), Duration.ofDays(7000));
        store.sessions().start(session);
        return new Person(account, session);
    }

    /** A connection made a while ago, as it is stored, with tokens that are live. */
    public Connection connected(Person who, FakePlatform platform, UnaryOperator<ConnectionFixture> more) {
        FakePlatform.Grant grant = platform.granted(who.outside());
        Connection connection = more.apply(Fixtures.aConnection()
                        .ownedBy(who.account())
                        .at(platform.id())
                        .belongingTo(new ExternalAccount(who.outside(), Optional.empty(), Optional.empty()))
                        .seenAt(clock.instant())
                        .sealedBy(vault, grant.access(), grant.refresh()))
                .build();
        if (!store.connections().add(connection)) {
            throw new AssertionError("connected already");
        }
        return connection;
    }

    public Connection connected(Person who, FakePlatform platform) {
        return connected(who, platform, same -> same);
    }

    /** One whose access token has run out. */
    public Connection expired(Person who, FakePlatform platform) {
        return connected(who, platform, fixture -> fixture.expiringIn(Duration.ofSeconds(-1)));
    }

    public Connection stored(Connection connection) {
        return store.connections().find(connection.id()).orElseThrow();
    }

    /** What the vault finds in the row. */
    public String accessTokenOf(Connection row) {
        return opened(
                vault.open(row.keyOwner(), row.accessTokenPlace(), row.tokens().accessToken()));
    }

    /** What the vault finds in the row. */
    public String refreshTokenOf(Connection row) {
        return opened(vault.open(
                row.keyOwner(),
                row.refreshTokenPlace(),
                row.tokens().refreshToken().orElseThrow()));
    }

    private static String opened(Opening opening) {
        return switch (opening) {
            case Opening.Opened(var secret) -> secret.reveal();
            case Opening.Unreadable() -> throw new AssertionError("unreadable");
        };
    }

    public ClientAppId appOf(FakePlatform platform) {
        return Fixtures.theAppOf(platform.id());
    }

    public List<Event.Kind> happenedTo(Person who) {
        return store.activity().recent(who.account().id(), 200).stream()
                .map(Event::kind)
                .toList();
    }

    /** A round trip that has begun. */
    public record Trip(ProviderId provider, boolean forIdentity, Begun begun) {

        public State state() {
            return begun.state();
        }

        public List<Secret> cookies() {
            return begun.flowCookie().stream().toList();
        }

        public Answer bringing(String code) {
            return answer(
                    AuthorizationCode.parse(code), Optional.empty(), Optional.of("https://" + provider + ".example"));
        }

        public Answer failing(String error) {
            return answer(Optional.empty(), Optional.of(error), Optional.of("https://" + provider + ".example"));
        }

        public Answer answer(Optional<AuthorizationCode> code, Optional<String> error, Optional<String> iss) {
            return new Answer(provider, forIdentity, Optional.of(state()), code, error, iss);
        }
    }

    public Trip signingIn(FakeIdentityProvider provider, Wish wish) {
        return new Trip(provider.id(), true, (Begun) beginSignIn.signIn(provider.id(), wish));
    }

    public Trip linking(Person who, FakeIdentityProvider provider, Wish wish) {
        return new Trip(provider.id(), true, (Begun) beginSignIn.link(who.in(), provider.id(), wish));
    }

    public Trip provingOther(Person who, FakeIdentityProvider provider, Wish wish) {
        return new Trip(provider.id(), true, (Begun) beginSignIn.proveOther(who.in(), provider.id(), wish));
    }

    public Trip connecting(Person who, FakePlatform platform, Wish wish) {
        return new Trip(platform.id(), false, (Begun) connectPlatform.connect(
                who.in(), platform.id(), new AppChoice.Unsaid(), wish, Optional.empty(), false));
    }

    /** The person consents as somebody outside, and the redirect brings this back. */
    public Answer consenting(Trip trip, FakePlatform platform, String user) {
        return trip.bringing(platform.consent(appOf(platform), trip.state(), user));
    }

    public Answer consenting(Trip trip, FakeIdentityProvider provider, ExternalIdentity identity) {
        return trip.bringing(provider.consent(trip.state(), identity));
    }
}
