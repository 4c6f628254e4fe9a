package dev.patchbay.app;

import static dev.patchbay.port.Fixtures.aConnection;
import static dev.patchbay.port.Fixtures.aMethodOf;
import static dev.patchbay.port.Fixtures.anAccount;
import static dev.patchbay.port.Fixtures.anIdentity;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.patchbay.adapter.persistence.MariaDbServer;
import dev.patchbay.adapter.persistence.StoredPresence;
import dev.patchbay.adapter.vault.DataKeyRenewal;
import dev.patchbay.adapter.vault.KeyRotation;
import dev.patchbay.adapter.vault.Rewrapping;
import dev.patchbay.app.settings.EnvironmentSettings;
import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.SealedTokens;
import dev.patchbay.domain.vault.Place;
import dev.patchbay.domain.vault.SealedSecret;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.StoreUnavailable;
import dev.patchbay.port.account.Accounts;
import dev.patchbay.port.connection.Connections;
import dev.patchbay.port.vault.KeyShelf;
import dev.patchbay.port.vault.KeyState;
import dev.patchbay.port.vault.Opening;
import dev.patchbay.port.vault.TokenVault;
import dev.patchbay.port.vault.VaultKey;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys turn while tokens are read and renewed. */
class TurningKeysTest {
    private static final int CONNECTIONS = Integer.getInteger("patchbay.turning.connections", 5_000);
    private static final int REFRESHERS = 2;
    private static final int READERS = 2;

    @TempDir
    Path folder;

    @Test
    void every_key_turns_on_two_processes_one_of_which_stops_half_way_and_no_read_fails_and_no_refresh_is_lost()
            throws Exception {
        try (World world = World.usual();
                MariaDbServer server = MariaDbServer.start();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Map<String, String> settings = settings(world, server);
            try (ApplicationContext one = process(settings);
                    ApplicationContext two = process(settings)) {
                Load load = new Load(one, connected(one));
                List<Future<?>> running = load.start(threads);

                rotate(one, two);
                Future<?> others = threads.submit(() -> untilTheStoreIsGone(two));
                Rewrapping rewrapping = one.getBean(Rewrapping.class);
                Future<?> ours = threads.submit(rewrapping::run);
                while (rewrapping.left() > CONNECTIONS / 2) {
                    Thread.sleep(20);
                }
                two.close();
                ours.get();
                others.get();
                while (state(one, 1) == KeyState.DECRYPT_ONLY) {
                    rewrapping.run();
                }
                assertThat(state(one, 1)).isEqualTo(KeyState.DISABLED);
                assertThat(rewrapping.left()).isZero();

                age(settings, 31);
                try (ApplicationContext three = process(settings)) {
                    Future<?> theirs = threads.submit(() -> around(three));
                    around(one);
                    theirs.get();
                }
                load.stop(running);
                load.assertNothingWasLost(one);

                age(settings, 8);
                around(one);
                assertThat(firstKeys(settings)).isZero();
                try (ApplicationContext late = process(settings)) {
                    load.assertNothingWasLost(late);
                }
            }
        }
    }

    @Test
    void an_operator_sees_and_turns_the_keys() {
        try (World world = World.usual()) {
            Map<String, String> settings = new HashMap<>(world.settings(folder));
            try (Patchbay service = Patchbay.start(settings)) {
                assertThat(service.address()).isNotNull();
            }

            assertThat(Operator.run(settings, List.of("keys", "rotate"))).contains("vault key 2 is active");
            assertThat(Operator.run(settings, List.of("keys", "status")))
                    .contains("vault key 1 only unwraps", "vault key 2 is active", "no process serves");

            Map<String, String> both = new HashMap<>(settings);
            both.put("NEXT_ENCRYPTION_KEY", "9f1c0b7ae25d438861f4c3d29e07ab5560d8127b3ecf94a1726a5e0d83b9f24c");
            assertThat(Operator.run(both, List.of("keys", "change-master")))
                    .startsWith("2 vault keys open with the old");
            Map<String, String> next = new HashMap<>(settings);
            next.put("ENCRYPTION_KEY", both.get("NEXT_ENCRYPTION_KEY"));
            try (Patchbay service = Patchbay.start(next)) {
                assertThat(service.address()).isNotNull();
            }
            assertThat(Operator.run(next, List.of("keys", "change-master", "--finish")))
                    .contains("opens the vault keys now");
            assertThat(catchThrowableOfType(StartRefused.class, () -> Operator.run(settings, List.of("keys", "status")))
                            .lines())
                    .singleElement()
                    .asString()
                    .startsWith("Wrong master key");
            assertThat(catchThrowableOfType(StartRefused.class, () -> Operator.run(next, List.of("keys", "turn")))
                            .lines())
                    .containsExactly(OperatorKeys.USAGE);
        }
    }

    /** Two of everything that happens to tokens, until it is stopped. Each connection has one who renews it, as it has a lease. */
    private static final class Load {
        private final Connections connections;
        private final TokenVault vault;
        private final List<Connection> all;
        private final Map<Integer, String> newest = new ConcurrentHashMap<>();
        private final AtomicBoolean stopped = new AtomicBoolean();
        private final AtomicInteger failedReads = new AtomicInteger();
        private final AtomicInteger refused = new AtomicInteger();
        private final AtomicLong reads = new AtomicLong();
        private final AtomicLong refreshes = new AtomicLong();

        Load(ApplicationContext process, List<Connection> all) {
            this.connections = process.getBean(Connections.class);
            this.vault = process.getBean(TokenVault.class);
            this.all = all;
        }

        List<Future<?>> start(ExecutorService threads) {
            return IntStream.range(0, READERS + REFRESHERS)
                    .<Future<?>>mapToObj(i -> threads.submit(() -> {
                        for (int at = i; !stopped.get(); at = (at + 7 * REFRESHERS) % all.size()) {
                            if (i < READERS) {
                                read(at);
                            } else {
                                refresh(at - at % REFRESHERS + i - READERS);
                            }
                        }
                    }))
                    .toList();
        }

        void stop(List<Future<?>> running) throws Exception {
            stopped.set(true);
            for (Future<?> one : running) {
                one.get();
            }
        }

        private void read(int at) {
            Connection there = connections.find(all.get(at).id()).orElseThrow();
            if (!opens(vault, there, there.accessTokenPlace(), there.tokens().accessToken())) {
                failedReads.incrementAndGet();
            }
            reads.incrementAndGet();
        }

        private void refresh(int number) {
            int at = number % all.size();
            Connection there = connections.find(all.get(at).id()).orElseThrow();
            String token = "token-" + (there.version() + 1);
            SealedTokens tokens = new SealedTokens(
                    "Bearer",
                    vault.seal(
                            there.keyOwner(),
                            Connection.accessTokenPlace(there.id(), there.platform(), there.version() + 1),
                            Secret.of(token)),
                    Optional.of(vault.seal(
                            there.keyOwner(),
                            Connection.refreshTokenPlace(there.id(), there.platform(), there.version() + 1),
                            Secret.of(token))));
            if (connections.advance(there.refreshed(tokens, there.scopes(), there.clocks()))) {
                newest.put(at, token);
            } else {
                refused.incrementAndGet();
            }
            refreshes.incrementAndGet();
        }

        void assertNothingWasLost(ApplicationContext process) {
            assertThat(reads.get()).isPositive();
            assertThat(refreshes.get()).isPositive();
            assertThat(failedReads).hasValue(0);
            assertThat(refused).hasValue(0);
            TokenVault by = process.getBean(TokenVault.class);
            for (int at = 0; at < all.size(); at++) {
                Connection there = process.getBean(Connections.class)
                        .find(all.get(at).id())
                        .orElseThrow();
                Secret expected = Secret.of(newest.getOrDefault(at, "token"));
                assertThat(by.open(
                                there.keyOwner(),
                                there.accessTokenPlace(),
                                there.tokens().accessToken()))
                        .isEqualTo(new Opening.Opened(expected));
                assertThat(by.open(
                                there.keyOwner(),
                                there.refreshTokenPlace(),
                                there.tokens().refreshToken().orElseThrow()))
                        .isEqualTo(new Opening.Opened(expected));
            }
        }

        private static boolean opens(TokenVault vault, Connection there, Place place, SealedSecret token) {
            try {
                return vault.open(there.keyOwner(), place, token) instanceof Opening.Opened;
            } catch (StoreUnavailable e) {
                return false;
            }
        }
    }

    /** Everything of a process but its schedules and its server. */
    private static ApplicationContext process(Map<String, String> values) {
        var settings = new EnvironmentSettings(values);
        ApplicationContext context = Patchbay.context(settings).start();
        new StartUp(context, settings, Set.of()).openStore();
        context.getBean(StoredPresence.class).start();
        context.getBean(KeyRotation.class).look();
        return context;
    }

    private static List<Connection> connected(ApplicationContext process) throws Exception {
        List<Connection> all = new ArrayList<>();
        Callable<Connection> connecting = () -> connect(process);
        try (ExecutorService few = Executors.newFixedThreadPool(8)) {
            for (Future<Connection> one : few.invokeAll(Collections.nCopies(CONNECTIONS, connecting))) {
                all.add(one.get());
            }
        }
        return all;
    }

    private static Connection connect(ApplicationContext process) {
        Account account = anAccount();
        process.getBean(Accounts.class).open(account, aMethodOf(account, anIdentity()));
        Connection connection = aConnection()
                .ownedBy(account)
                .sealedBy(process.getBean(TokenVault.class), "token", "token")
                .build();
        process.getBean(Connections.class).add(connection);
        return connection;
    }

    private static void rotate(ApplicationContext one, ApplicationContext two) {
        one.getBean(KeyRotation.class).rotate();
        one.getBean(KeyRotation.class).look();
        assertThat(state(one, 2)).isEqualTo(KeyState.PENDING);
        two.getBean(KeyRotation.class).look();
        assertThat(state(one, 2)).isEqualTo(KeyState.ACTIVE);
        assertThat(one.getBean(Rewrapping.class).left()).isGreaterThanOrEqualTo(CONNECTIONS);
    }

    private static void untilTheStoreIsGone(ApplicationContext process) {
        try {
            process.getBean(Rewrapping.class).run();
        } catch (RuntimeException stopped) {
            // closed under its hands
        }
    }

    private static void around(ApplicationContext process) {
        while (!process.getBean(DataKeyRenewal.class).run()) {
            // on
        }
    }

    private static KeyState state(ApplicationContext process, int number) {
        return process.getBean(KeyShelf.class).vaultKeys().stream()
                .filter(key -> key.number() == number)
                .map(VaultKey::state)
                .findFirst()
                .orElseThrow();
    }

    private static void age(Map<String, String> settings, int days) throws SQLException {
        try (var connection = database(settings);
                var statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE data_key SET created_at = created_at - INTERVAL " + days + " DAY");
        }
    }

    private static long firstKeys(Map<String, String> settings) throws SQLException {
        try (var connection = database(settings);
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT COUNT(*) FROM data_key WHERE number = 1")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static java.sql.Connection database(Map<String, String> settings) throws SQLException {
        String url = settings.getOrDefault("DATABASE_URL", "").replace("jdbc:mariadb:", "jdbc:mysql:");
        return DriverManager.getConnection(url, settings.get("DATABASE_USER"), "");
    }

    private static Map<String, String> settings(World world, MariaDbServer server) {
        Map<String, String> settings = world.settings(server.freshSchema());
        settings.put("DATABASE_USER", server.user());
        return settings;
    }
}
