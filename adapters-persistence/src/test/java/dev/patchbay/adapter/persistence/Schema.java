package dev.patchbay.adapter.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.settings.GivenSettings;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** An empty database of its own, with our tables, for one test class: register it as a static extension. */
final class Schema implements BeforeAllCallback, AfterAllCallback {

    private final Supplier<DatabaseSettings> where;
    private @Nullable HikariDataSource pool;
    private @Nullable JdbcStores stores;

    private Schema(Supplier<DatabaseSettings> where) {
        this.where = where;
    }

    static Schema onH2() {
        return new Schema(() -> settings(freshH2(), "sa"));
    }

    static Schema onMariaDb() {
        return new Schema(() -> settings(
                MariaDbServer.shared().freshSchema(), MariaDbServer.shared().user()));
    }

    static String freshH2() {
        return "jdbc:h2:mem:" + UUID.randomUUID();
    }

    static DatabaseSettings settings(String url, String user) {
        GivenSettings settings = GivenSettings.of(Map.of("DATABASE_URL", url, "DATABASE_USER", user));
        DatabaseSettings read = DatabaseSettings.read(settings);
        if (!settings.problems().isEmpty()) {
            throw new AssertionError(settings.problems());
        }
        return read;
    }

    /** A pool as the service has it, but for its size and its patience. */
    static HikariDataSource pool(DatabaseSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(settings.url().reveal());
        config.setDriverClassName(settings.driver());
        config.setUsername(settings.user());
        config.setPassword(settings.password().map(Secret::reveal).orElse(""));
        config.setMaximumPoolSize(10);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(2_000);
        config.setInitializationFailTimeout(-1);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        return new HikariDataSource(config);
    }

    HikariDataSource pool() {
        return Objects.requireNonNull(pool, "register it as a static extension");
    }

    JdbcStores stores() {
        return Objects.requireNonNull(stores, "register it as a static extension");
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        pool = pool(where.get());
        new Migrations(pool()).migrate();
        stores = JdbcStores.over(pool());
    }

    @Override
    public void afterAll(ExtensionContext context) {
        pool().close();
    }
}
