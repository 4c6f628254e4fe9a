package dev.patchbay.adapter.web;

import static dev.patchbay.port.Fixtures.SOUNDCLOUD;
import static dev.patchbay.port.Fixtures.SPOTIFY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.adapter.web.settings.WebDefaults;
import dev.patchbay.adapter.web.tls.CertificateReport;
import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.account.Operators;
import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.clientapp.Pace;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.ExternalAccount;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.session.Session;
import dev.patchbay.domain.signin.ExternalIdentity;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.ConnectionFixture;
import dev.patchbay.port.Fixtures;
import dev.patchbay.port.GivenPresence;
import dev.patchbay.port.InMemorySpool;
import dev.patchbay.port.InMemoryStore;
import dev.patchbay.port.Monotonic;
import dev.patchbay.port.PlainVault;
import dev.patchbay.port.SecretSource;
import dev.patchbay.port.SeededSecrets;
import dev.patchbay.port.SteppingClock;
import dev.patchbay.port.StoreUnavailable;
import dev.patchbay.port.Telemetry;
import dev.patchbay.port.clientapp.RedirectUris;
import dev.patchbay.port.clientapp.SharedApps;
import dev.patchbay.port.picture.Picture;
import dev.patchbay.port.session.SessionTokens;
import dev.patchbay.port.settings.GivenSettings;
import dev.patchbay.usecase.account.EraseAccount;
import dev.patchbay.usecase.account.ExportAccount;
import dev.patchbay.usecase.account.ManageAccount;
import dev.patchbay.usecase.account.ShowPicture;
import dev.patchbay.usecase.app.AppConnectionsEnding;
import dev.patchbay.usecase.app.BringApp;
import dev.patchbay.usecase.app.CheckApp;
import dev.patchbay.usecase.app.RemoveApp;
import dev.patchbay.usecase.app.ShowApp;
import dev.patchbay.usecase.attempt.Attempting;
import dev.patchbay.usecase.attempt.BeginAttempt;
import dev.patchbay.usecase.attempt.BotAddress;
import dev.patchbay.usecase.attempt.Frontend;
import dev.patchbay.usecase.chat.ChatAccounts;
import dev.patchbay.usecase.chat.LeaveForAnother;
import dev.patchbay.usecase.chat.LinkChat;
import dev.patchbay.usecase.chat.ManageChats;
import dev.patchbay.usecase.chat.SealMessage;
import dev.patchbay.usecase.chat.SignInByChat;
import dev.patchbay.usecase.chat.TellChat;
import dev.patchbay.usecase.connection.CompleteConnection;
import dev.patchbay.usecase.connection.ConnectPlatform;
import dev.patchbay.usecase.connection.ConnectionHealth;
import dev.patchbay.usecase.connection.Disconnect;
import dev.patchbay.usecase.connection.EndRefused;
import dev.patchbay.usecase.connection.LendToken;
import dev.patchbay.usecase.connection.ReplaceAccount;
import dev.patchbay.usecase.merge.GiveUpGrants;
import dev.patchbay.usecase.merge.MergeAccounts;
import dev.patchbay.usecase.merge.NoteMerge;
import dev.patchbay.usecase.merge.ReadHoldings;
import dev.patchbay.usecase.merge.SealAgain;
import dev.patchbay.usecase.operator.ShowApps;
import dev.patchbay.usecase.operator.ShowKeys;
import dev.patchbay.usecase.operator.ShowOverview;
import dev.patchbay.usecase.operator.ShowRenewals;
import dev.patchbay.usecase.operator.SumUpConnections;
import dev.patchbay.usecase.provider.ClientApps;
import dev.patchbay.usecase.provider.ListProviders;
import dev.patchbay.usecase.provider.Providers;
import dev.patchbay.usecase.refresh.AppNotes;
import dev.patchbay.usecase.refresh.Renewing;
import dev.patchbay.usecase.seat.EndSeat;
import dev.patchbay.usecase.seat.OfferSeat;
import dev.patchbay.usecase.seat.ShowSeats;
import dev.patchbay.usecase.seat.TakeSeat;
import dev.patchbay.usecase.session.ManageSessions;
import dev.patchbay.usecase.session.ProveSession;
import dev.patchbay.usecase.session.StartSession;
import dev.patchbay.usecase.signin.BeginSignIn;
import dev.patchbay.usecase.signin.CompleteSignIn;
import dev.patchbay.usecase.signin.LinkIdentity;
import dev.patchbay.usecase.signin.ManageSignInMethods;
import dev.patchbay.usecase.signin.WaysInChanged;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The service as a process: a real server on loopback, real use cases, a store in memory. Google, GitHub and Spotify are
 * configured; SoundCloud is there without an app.
 */
public final class TestService implements AutoCloseable {
    static final ProviderId GITHUB = new ProviderId("github");
    /** A platform that no adapter here speaks to. */
    static final ProviderId GONE = new ProviderId("gone");

    static final BotAddress BOT =
            new BotAddress(new ProviderId("telegram"), "Telegram", URI.create("https://t.me/some_bot"));

    static final String HOME = "http://127.0.0.1:8080/";

    /** The only picture there is. */
    static final String PICTURE = "https://pictures.example/ann.png";

    /** How many calls each app may make. */
    static final Pace PACE = new Pace(0.1, 10);

    final InMemoryStore store = new InMemoryStore();
    /** Somebody who looks after the service. */
    final Account operator = Fixtures.open(store);
    /** What is served; empty where TLS ends elsewhere. */
    volatile Optional<CertificateReport> certificate = Optional.empty();

    final PlainVault vault = new PlainVault();
    final SteppingClock clock = SteppingClock.atNow();
    final FakeIdentityProvider google = new FakeIdentityProvider(Fixtures.GOOGLE, "Google");
    final FakeIdentityProvider github = new FakeIdentityProvider(GITHUB, "GitHub");
    final FakePlatform spotify = new FakePlatform(SPOTIFY, "Spotify");
    final FakePlatform soundcloud = new FakePlatform(SOUNDCLOUD, "SoundCloud");
    private final ApplicationContext context;
    private final EmbeddedServer server;
    private final Renewing renewing;

    private TestService(Map<String, String> settings) {
        SecretSource secrets = new SeededSecrets();
        GivenSettings given = GivenSettings.strict(settings);
        SharedApps apps = provider -> List.of("google", "github", "spotify").contains(provider.value())
                ? Optional.of(Fixtures.aSharedApp(provider))
                : Optional.empty();
        Map<String, Object> properties = new HashMap<>(WebDefaults.PROPERTIES);
        properties.put("micronaut.server.host", "127.0.0.1");
        properties.put("micronaut.server.port", -1);
        context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .banner(false)
                .properties(properties)
                .build();
        for (Object bean : List.of(given, secrets, clock, new FakeKeptSecrets(), store.accounts(), apps)) {
            register(bean);
        }
        Monotonic monotonic = () -> Duration.between(Fixtures.NOW, clock.instant());
        register(monotonic);
        register(new Operators(Set.of(operator.id())));
        CertificateReport.Source served = () -> certificate;
        register(served);
        context.start();
        Frontend frontend = context.getBean(Frontend.class);
        renewing = wire(apps, secrets, frontend);
        server = context.getBean(EmbeddedServer.class).start();
    }

    /** With default settings. */
    public static TestService start() {
        return start(Map.of());
    }

    public static TestService start(Map<String, String> settings) {
        return new TestService(settings);
    }

    @SuppressWarnings("unchecked")
    private <T> void register(T bean) {
        context.registerSingleton((Class<T>) bean.getClass(), bean);
    }

    /** A small budget, so that a test can use it up. */
    private Renewing renewing(Providers providers, ClientApps apps, AppNotes appNotes, SecretSource secrets) {
        return new Renewing(new Renewing.Surroundings(
                providers,
                apps,
                appNotes,
                store.connections(),
                store.claims(),
                store.upkeep(),
                GivenPresence.of("test"),
                new InMemorySpool(),
                store.allowances(),
                app -> PACE,
                store.rotations(),
                vault,
                store.activity(),
                Telemetry.NONE,
                secrets,
                new Threads(),
                clock::advance,
                () -> Duration.between(Fixtures.NOW, clock.instant()),
                clock));
    }

    private ShowOverview showOverview(Providers providers, SharedApps apps) {
        return new ShowOverview(
                new ListProviders(providers, apps),
                new SumUpConnections(store.upkeep(), clock),
                new ShowApps(providers, apps, store.appLists(), store.seats(), app -> PACE, store.figures()),
                new ShowRenewals(store.renewalCounts()),
                new ShowKeys(store.keyShelf(), store.rewraps(), store.figures()),
                store.figures(),
                store.vaultReaders(),
                GivenPresence.of("test"),
                Optional.of("1.2.3"),
                clock);
    }

    private Renewing wire(SharedApps apps, SecretSource secrets, Frontend frontend) {
        Providers providers = new Providers(List.of(google, github), List.of(spotify, soundcloud));
        RedirectUris redirectUris = provider -> URI.create(HOME + "platforms/" + provider + "/callback");
        var clientApps = new ClientApps(apps, store.ownApps(), store.seats(), vault, redirectUris, clock);
        var connections = store.connections();
        var activity = store.activity();
        var methods = store.signInMethods();
        var appNotes = new AppNotes(store.appConditions(), store.activity(), clock);
        var begin = new BeginAttempt(store.attempts(), vault, secrets, frontend, clock);
        var startSession = new StartSession(store.sessions(), activity, secrets, Duration.ofDays(7), clock);
        var waysIn = new WaysInChanged(store.sessions(), store.attempts(), activity, clock);
        var signIn = new CompleteSignIn(
                providers,
                store.accounts(),
                methods,
                startSession,
                new LinkIdentity(methods, store.sessions(), store.merges(), waysIn, activity, clock),
                activity,
                secrets,
                clock);
        var ending = new AppConnectionsEnding(store.appConnections(), connections, store.accounts(), activity, clock);
        var connect = new CompleteConnection(
                providers,
                clientApps,
                connections,
                appNotes,
                store.appLists(),
                ending,
                store.parkedGrants(),
                vault,
                activity,
                secrets,
                clock);
        var renewal = renewing(providers, clientApps, appNotes, secrets);
        var lend = new LendToken(providers, connections, vault, renewal.flights(), clock);
        var disconnect = new Disconnect(providers, clientApps, connections, vault, activity, clock);
        var removeApp = new RemoveApp(store.ownApps(), store.appLists(), ending, activity, clock);
        var erase = new EraseAccount(store.accounts(), connections, disconnect, removeApp, vault);
        var chatAccounts = new ChatAccounts(store.chats(), activity, secrets, clock);
        var signInByChat = new SignInByChat(
                store.chatSignIns(),
                store.chatLinks(),
                store.chats(),
                store.accounts(),
                startSession,
                Optional.of(BOT),
                secrets,
                clock);
        var tellChat = new TellChat(
                store.chatOutbox(),
                (chat, notice) -> Secret.of(notice.toString()),
                new SealMessage(vault, secrets, clock));
        var linkChat = new LinkChat(
                store.chatLinks(),
                store.chatSignIns(),
                store.chats(),
                store.accounts(),
                new LeaveForAnother(connections, store.ownApps(), store.seats(), methods, store.chats(), erase),
                tellChat,
                activity,
                secrets,
                clock);
        for (Object act : List.of(
                providers,
                clientApps,
                removeApp,
                new BringApp(providers, store.ownApps(), store.appLists(), ending, appNotes, vault, activity, clock),
                new ShowApp(
                        providers,
                        store.ownApps(),
                        store.appConnections(),
                        store.appLists(),
                        store.accounts(),
                        appNotes,
                        redirectUris,
                        clock),
                new CheckApp(providers, clientApps, store.ownApps(), appNotes, store.allowances(), app -> PACE, clock),
                new OfferSeat(providers, store.ownApps(), store.seats(), activity, secrets, clock),
                new TakeSeat(providers, store.seats(), store.accounts(), activity, clock),
                new EndSeat(store.seats(), ending, store.appLists(), activity, clock),
                new ShowSeats(
                        providers,
                        store.ownApps(),
                        store.seats(),
                        connections,
                        store.accounts(),
                        appNotes,
                        store.appLists(),
                        clock),
                appNotes,
                connections,
                new ReplaceAccount(
                        providers, clientApps, ending, connections, store.parkedGrants(), vault, activity, clock),
                new ShowPicture(
                        connections,
                        address -> address.equals(PICTURE)
                                ? Optional.of(new Picture(new byte[] {1, 2, 3}, "image/png"))
                                : Optional.empty()),
                new ListProviders(providers, apps),
                new BeginSignIn(providers, apps, begin, clock),
                new ConnectPlatform(providers, clientApps, connections, begin),
                Attempting.of(
                        store.attempts(),
                        store.handoffs(),
                        clientApps,
                        vault,
                        providers,
                        secrets,
                        frontend,
                        signIn,
                        connect,
                        clock),
                lend,
                showOverview(providers, apps),
                new ConnectionHealth(
                        providers,
                        clientApps,
                        connections,
                        appNotes,
                        store.appLists(),
                        lend,
                        store.upkeep(),
                        new EndRefused(store.claims(), GivenPresence.of("test"), activity, clock),
                        clock),
                disconnect,
                new ManageSessions(store.sessions(), activity, clock),
                new ProveSession(store.sessions(), clock),
                new ManageAccount(store.accounts(), methods, activity, clock),
                new ManageSignInMethods(methods, waysIn, activity, clock),
                new MergeAccounts(
                        store.accounts(),
                        store.merges(),
                        store.sessions(),
                        new ReadHoldings(
                                methods,
                                connections,
                                store.parkedGrants(),
                                store.ownApps(),
                                store.seats(),
                                store.chats()),
                        new SealAgain(store.appConnections(), vault),
                        new GiveUpGrants(providers, clientApps, vault),
                        new NoteMerge(ending, store.appLists(), activity, clock),
                        vault,
                        clock),
                new ExportAccount(
                        store.accounts(),
                        providers,
                        apps,
                        new ExportAccount.Belongings(
                                methods,
                                store.sessions(),
                                connections,
                                store.parkedGrants(),
                                store.ownApps(),
                                store.seats(),
                                store.appLists(),
                                store.chats()),
                        store.trails(),
                        clock),
                new ManageChats(store.chats(), store.chatSignIns(), tellChat, waysIn, activity, clock),
                chatAccounts,
                linkChat,
                signInByChat,
                erase)) {
            register(act);
        }
        return renewal;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getPort());
    }

    /** What runs inside. */
    public ApplicationContext context() {
        return context;
    }

    /** Somebody with an empty cookie jar. */
    Client client() {
        return new Client(address());
    }

    void storeGoesDown() {
        store.failWith(new StoreUnavailable("the database does not answer", null));
    }

    /** No renewal begins from now on. */
    void stopsRenewing() {
        renewing.stopTaking();
    }

    /** A person with an account and a living session, as the store has it. */
    Person person(String name) {
        Account account = Fixtures.anAccountNamed(name);
        ExternalIdentity identity = Fixtures.anIdentity();
        assertThat(store.accounts().open(account, Fixtures.aMethodOf(account, identity)))
                .isTrue();
        return new Person(account, identity, newSession(account));
    }

    /** Whoever looks after the service, signed in. */
    Person operator() {
        return new Person(operator, Fixtures.anIdentity(), newSession(operator));
    }

    Session newSession(Account account) {
        Session session = Fixtures.aSessionOf(account, clock.instant(), Duration.ofDays(7));
        store.sessions().start(session);
        return session;
    }

    String tokenOf(Session session) {
        return context.getBean(SessionTokens.class).issue(session).reveal();
    }

    Connection connected(Account account, UnaryOperator<ConnectionFixture> how) {
        Connection connection = how.apply(Fixtures.aConnection()
                        .ownedBy(account)
                        .at(SPOTIFY)
                        .madeWith(Fixtures.theAppOf(SPOTIFY))
                        .belongingTo(new ExternalAccount(
                                "spotify-" + account.displayName(), Optional.of("Outside"), Optional.empty()))
                        .sealedBy(vault, "access-of-" + account.displayName(), "refresh-of-" + account.displayName()))
                .build();
        assertThat(store.connections().add(connection)).isTrue();
        return connection;
    }

    ClientApp spotifyApp() {
        return Fixtures.aSharedApp(SPOTIFY);
    }

    @Override
    public void close() {
        server.stop();
        context.close();
    }

    /** Somebody who is signed in. */
    final class Person {
        final Account account;
        final ExternalIdentity identity;
        final Session session;

        Person(Account account, ExternalIdentity identity, Session session) {
            this.account = account;
            this.identity = identity;
            this.session = session;
        }

        String token() {
            return tokenOf(session);
        }

        /** A client that carries the session itself. */
        Client client() {
            return TestService.this.client().bearing(token());
        }

        /** A browser that holds the session in its cookie. */
        Client browser() {
            return TestService.this.client().always("Cookie", "patchbay_session=" + token());
        }
    }
}
