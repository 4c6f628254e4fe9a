package dev.patchbay.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.patchbay.port.vault.KeyState;
import dev.patchbay.port.vault.VaultKey;
import dev.patchbay.port.vault.WrappedKey;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UpgradeTest {

    private static final String KEY = """
        INSERT INTO vault_key (number, state, master_key_id, wrapped, created_at)
        VALUES (1, 'ACTIVE', 'master', X'0102', '2026-11-21 10:00:00')
        """;

    private static final String DATA_KEY = """
        INSERT INTO data_key (owner, number, vault_key, wrapped, created_at)
        VALUES ('service', 1, 1, X'03', '2026-11-21 10:00:00')
        """;

    private static Stream<DatabaseSettings> emptyDatabases() {
        return Stream.of(
                Schema.settings(Schema.freshH2(), "sa"),
                Schema.settings(
                        MariaDbServer.shared().freshSchema(),
                        MariaDbServer.shared().user()));
    }

    @ParameterizedTest
    @MethodSource("emptyDatabases")
    void vault_keys_are_read_before_and_after_the_tables_are_brought_to_this_version(DatabaseSettings empty) {
        try (HikariDataSource pool = Schema.pool(empty)) {
            Flyway.configure()
                    .dataSource(pool)
                    .locations("classpath:db/migration")
                    .target("2")
                    .load()
                    .migrate();
            JdbcStores stores = JdbcStores.over(pool);
            stores.database().byHand(connection -> Statements.update(connection, KEY, values -> {}));
            stores.database().byHand(connection -> Statements.update(connection, DATA_KEY, values -> {}));
            VaultKey written = new VaultKey(
                    1,
                    KeyState.ACTIVE,
                    "master",
                    new WrappedKey(new byte[] {1, 2}),
                    Instant.parse("2026-11-21T10:00:00Z"));

            assertThat(stores.keyShelf().vaultKeys()).isEqualTo(List.of(written));
            new Migrations(pool).migrate();
            assertThat(stores.keyShelf().vaultKeys()).isEqualTo(List.of(written));
            assertThat(stores.rewraps().countUnder(1)).isEqualTo(1);
        }
    }
}
