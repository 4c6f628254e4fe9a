package dev.patchbay.benchmarks;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.ConnectionId;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.vault.KeyOwner;
import dev.patchbay.domain.vault.Place;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.clientapp.SharedApps;
import dev.patchbay.port.vault.DataKey;
import dev.patchbay.port.vault.TokenVault;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Writes accounts that look as if people had signed in and connected: sealed by the real vault, each account with a data key of its
 * own. Their tokens are good for a month, so that nothing is due until a benchmark says so. Safe for many threads.
 */
@Singleton
final class Seeding {
    static final ProviderId PLATFORM = new ProviderId("spotify");

    private static final Duration LIFE = Duration.ofDays(30);
    private static final List<String> ACCOUNT = List.of("id", "display_name", "created_at");
    private static final List<String> KEY = List.of("owner", "number", "vault_key", "wrapped", "created_at");
    private static final List<String> SESSION =
            List.of("account_id", "id", "via", "device", "started_at", "expires_at");
    private static final List<String> CONNECTION = List.of(
            "account_id",
            "platform",
            "id",
            "app_provider",
            "client_id",
            "external_id",
            "external_name",
            "scopes",
            "status",
            "failures",
            "token_type",
            "access_token",
            "refresh_token",
            "token_version",
            "access_issued_at",
            "access_expires_at",
            "consented_at",
            "reauthorize_by",
            "connected_at",
            "refresh_after",
            "lease_fence");

    private final DataSource database;
    private final TokenVault vault;
    private final CollectedKeys collectedKeys;
    private final ClientAppId app;
    private final Clock clock;

    Seeding(DataSource database, TokenVault vault, CollectedKeys collectedKeys, SharedApps apps, Clock clock) {
        this.database = DelegatingDataSource.unwrapDataSource(database);
        this.vault = vault;
        this.collectedKeys = collectedKeys;
        this.app = apps.of(PLATFORM).orElseThrow().id();
        this.clock = clock;
    }

    /** Writes the accounts of these numbers, all of them or none. */
    void write(Population population, int from, int to) throws SQLException {
        Instant now = clock.instant();
        List<List<@Nullable Object>> accounts = new ArrayList<>();
        List<List<@Nullable Object>> sessions = new ArrayList<>();
        List<List<@Nullable Object>> connections = new ArrayList<>();
        List<DataKey> keys =
                collectedKeys.during(() -> IntStream.range(from, to).forEach(number -> {
                    accounts.add(List.of(population.account(number).value(), "Somebody", wall(now)));
                    sessions.add(session(population, number, now));
                    connections.add(connection(population, number, now));
                }));
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            ManyRows.insert(
                    connection,
                    "trail",
                    List.of("id"),
                    accounts.stream()
                            .<List<@Nullable Object>>map(row -> List.of(row.getFirst()))
                            .toList());
            ManyRows.insert(connection, "account", ACCOUNT, accounts);
            ManyRows.insert(
                    connection, "data_key", KEY, keys.stream().map(Seeding::key).toList());
            ManyRows.insert(connection, "session", SESSION, sessions);
            ManyRows.insert(connection, "connection", CONNECTION, connections);
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    private static List<@Nullable Object> key(DataKey key) {
        return List.of(
                key.owner().name(), key.number(), key.vaultKey(), key.wrapped().bytes(), wall(key.createdAt()));
    }

    private static List<@Nullable Object> session(Population population, int number, Instant now) {
        return List.of(
                population.account(number).value(),
                bytes(population.session(number).value()),
                "google",
                "a benchmark",
                wall(now),
                wall(now.plus(LIFE)));
    }

    private List<@Nullable Object> connection(Population population, int number, Instant now) {
        AccountId account = population.account(number);
        ConnectionId id = population.connection(number);
        return Arrays.asList(
                account.value(),
                PLATFORM.value(),
                bytes(id.value()),
                app.provider().value(),
                app.clientId().getBytes(StandardCharsets.UTF_8),
                "listener" + number,
                "Somebody who listens",
                Tokens.SCOPE,
                "ACTIVE",
                0,
                "Bearer",
                sealed(account, Connection.accessTokenPlace(id, PLATFORM, 1), Tokens.ACCESS),
                sealed(account, Connection.refreshTokenPlace(id, PLATFORM, 1), Tokens.refresh(number)),
                1L,
                wall(now),
                wall(now.plus(LIFE)),
                wall(now),
                wall(now.plus(LIFE.multipliedBy(6))),
                wall(now),
                wall(now.plus(LIFE)),
                0L);
    }

    private byte[] sealed(AccountId account, Place place, String token) {
        return vault.seal(KeyOwner.of(account), place, Secret.of(token)).envelope();
    }

    static LocalDateTime wall(Instant time) {
        return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
