package dev.patchbay.benchmarks;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.ConnectionId;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.vault.KeyOwner;
import dev.patchbay.domain.vault.SealedSecret;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.vault.Opening;
import dev.patchbay.port.vault.TokenVault;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/** What the service is measured against, on the same server and database: nothing at all, and the least that a hand-out needs. */
@Controller("/benchmarks")
final class Yardsticks {
    private static final String ROW = """
        SELECT access_token, account_id, id, token_version FROM connection WHERE account_id = ? AND platform = ?
        """;

    private final DataSource database;
    private final TokenVault vault;
    private final Map<String, String> verifiedOnce = new ConcurrentHashMap<>();

    Yardsticks(DataSource database, TokenVault vault) {
        // Bare JDBC, as a yardstick should be: the bean itself asks for one of Micronaut Data's operations around it.
        this.database = DelegatingDataSource.unwrapDataSource(database);
        this.vault = vault;
    }

    @Serdeable
    record Data(Token data) {}

    @Serdeable
    record Token(String accessToken, String tokenType, Instant expiresAt) {}

    @Get("/static")
    Data nothing() {
        return new Data(new Token("none", "Bearer", Instant.EPOCH));
    }

    /** A session verified once and remembered by hash, one read by primary key, one sealed token opened. */
    @Get("/floor/{account}")
    @ExecuteOn(TaskExecutors.BLOCKING)
    Data floor(String account, @Header("Authorization") String authorization) throws SQLException {
        verifiedOnce.computeIfAbsent(Secret.of(authorization).fingerprint().hex(), hash -> account);
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(ROW)) {
            statement.setString(1, account);
            statement.setString(2, "spotify");
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("no connection to measure");
                }
                return new Data(new Token(open(row), "Bearer", Instant.EPOCH));
            }
        }
    }

    private String open(ResultSet row) throws SQLException {
        var place = Connection.accessTokenPlace(
                new ConnectionId(uuid(row.getBytes(3))), new ProviderId("spotify"), row.getLong(4));
        var sealed = new SealedSecret(row.getBytes(1));
        var owner = KeyOwner.of(new AccountId(row.getString(2)));
        return vault.open(owner, place, sealed) instanceof Opening.Opened(var token) ? token.reveal() : "";
    }

    private static UUID uuid(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
