package dev.patchbay.adapter.web.page;

import dev.patchbay.adapter.web.tls.CertificateReport;
import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.account.Operators;
import dev.patchbay.domain.certificate.CertificateNames;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.Fixtures;
import dev.patchbay.port.InMemoryStore;
import dev.patchbay.port.Monotonic;
import dev.patchbay.port.PlainVault;
import dev.patchbay.port.SeededSecrets;
import dev.patchbay.port.StoreUnavailable;
import dev.patchbay.port.certificate.TestAuthority;
import dev.patchbay.port.session.SessionTokens;
import dev.patchbay.port.settings.GivenSettings;
import dev.patchbay.port.vault.KeptSecrets;
import dev.patchbay.usecase.app.AppConnectionsEnding;
import dev.patchbay.usecase.connection.ReplaceAccount;
import dev.patchbay.usecase.provider.ClientApps;
import dev.patchbay.usecase.provider.Providers;
import dev.patchbay.usecase.session.ProveSession;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/** The web module on a real server, with just what its pages need. */
final class Site implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final InMemoryStore store = new InMemoryStore();
    private final Account operator = Fixtures.open(store);
    private final TestAuthority authority = new TestAuthority("Test Root", Fixtures.NOW);
    private final ForgetfulSecrets kept = new ForgetfulSecrets();
    private final EmbeddedServer server;

    private Site(String baseUrl) {
        Clock clock = Clock.fixed(Fixtures.NOW, ZoneOffset.UTC);
        Monotonic still = () -> Duration.ZERO;
        ApplicationContext context = ApplicationContext.builder()
                .properties(Map.of("micronaut.server.port", -1, "micronaut.server.host", "127.0.0.1"))
                .singletons(
                        GivenSettings.strict(Map.of("PATCHBAY_BASE_URL", baseUrl)),
                        clock,
                        still,
                        new SeededSecrets(),
                        kept,
                        new Operators(Set.of(operator.id())),
                        (CertificateReport.Source) () -> Optional.of(certificate()),
                        Parties.with("Google", "google", "spotify"),
                        store.connections(),
                        new ProveSession(store.sessions(), clock),
                        Parties.chats(Optional.empty()),
                        new ReplaceAccount(
                                new Providers(List.of(), List.of()),
                                new ClientApps(
                                        provider -> Optional.empty(),
                                        store.ownApps(),
                                        store.seats(),
                                        new PlainVault(),
                                        provider -> URI.create(baseUrl),
                                        clock),
                                new AppConnectionsEnding(
                                        store.appConnections(),
                                        store.connections(),
                                        store.accounts(),
                                        store.activity(),
                                        clock),
                                store.connections(),
                                store.parkedGrants(),
                                new PlainVault(),
                                store.activity(),
                                clock))
                .start();
        server = context.getBean(EmbeddedServer.class).start();
    }

    static Site at(String baseUrl) {
        return new Site(baseUrl);
    }

    ApplicationContext context() {
        return server.getApplicationContext();
    }

    /** A token that is good as long as the session lives, which the pages do not ask. */
    String sessionToken() {
        var session = Fixtures.aSessionOf(Fixtures.anAccount());
        return context().getBean(SessionTokens.class).issue(session).reveal();
    }

    /** A token of somebody whose session lives. @param isOperator whether they look after the service */
    String livingSession(boolean isOperator) {
        Account account = isOperator ? operator : Fixtures.open(store);
        var session = Fixtures.aSessionOf(account);
        store.sessions().start(session);
        return context().getBean(SessionTokens.class).issue(session).reveal();
    }

    /** Good for ten days, and the last attempt to renew it failed. */
    private CertificateReport certificate() {
        Instant now = Fixtures.NOW;
        var chain = authority
                .issue(
                        CertificateNames.of("patchbay.example"),
                        now.minus(Duration.ofDays(80)),
                        now.plus(Duration.ofDays(10)).plusSeconds(1))
                .chain();
        return new CertificateReport(
                chain,
                false,
                Optional.of(now.minus(Duration.ofHours(1))),
                Optional.of(now.plus(Duration.ofHours(2))),
                Optional.of("port 80 of <patchbay.example> is closed"));
    }

    /** From now on the signing key cannot be had. */
    void loseStore() {
        kept.lost = true;
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.getPort() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        client.close();
        server.close();
        context().close();
    }

    private static final class ForgetfulSecrets implements KeptSecrets {
        private final ConcurrentMap<String, Secret> secrets = new ConcurrentHashMap<>();
        private volatile boolean lost;

        @Override
        public Secret get(String name, Supplier<Secret> first) {
            if (lost) {
                throw new StoreUnavailable("the store is away", new IOException("gone"));
            }
            return secrets.computeIfAbsent(name, unknown -> first.get());
        }
    }
}
