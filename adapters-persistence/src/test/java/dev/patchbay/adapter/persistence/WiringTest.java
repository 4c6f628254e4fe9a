package dev.patchbay.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.patchbay.port.Fixtures;
import dev.patchbay.port.GivenAuditKey;
import dev.patchbay.port.Pause;
import dev.patchbay.port.SecretSource;
import dev.patchbay.port.SeededSecrets;
import dev.patchbay.port.account.Accounts;
import dev.patchbay.port.activity.Activity;
import dev.patchbay.port.activity.AuditKey;
import dev.patchbay.port.activity.AuditLog;
import dev.patchbay.port.attempt.Attempts;
import dev.patchbay.port.attempt.Handoffs;
import dev.patchbay.port.clientapp.Allowances;
import dev.patchbay.port.clientapp.AppConditions;
import dev.patchbay.port.connection.Claims;
import dev.patchbay.port.connection.Connections;
import dev.patchbay.port.connection.ParkedGrants;
import dev.patchbay.port.connection.Presence;
import dev.patchbay.port.connection.Upkeep;
import dev.patchbay.port.provider.Rotations;
import dev.patchbay.port.session.Sessions;
import dev.patchbay.port.signin.SignInMethods;
import dev.patchbay.port.vault.KeyShelf;
import dev.patchbay.port.vault.SealedShelf;
import io.micronaut.context.ApplicationContext;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class WiringTest {

    @Test
    void every_role_is_a_bean_over_a_pool_with_our_settings() throws SQLException {
        DatabaseSettings settings = Schema.settings(Schema.freshH2(), "sa");
        try (ApplicationContext context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .properties(settings.micronautProperties())
                .build()) {
            context.registerSingleton(settings)
                    .registerSingleton(SecretSource.class, new SeededSecrets())
                    .registerSingleton(AuditKey.class, new GivenAuditKey())
                    .registerSingleton(Pause.class, JdbcStores.SLEEP);
            context.start();

            Migrations migrations = context.getBean(Migrations.class);
            assertThat(migrations.isEmpty()).as("nothing migrates by itself").isTrue();
            migrations.migrate();
            context.getBean(DatabaseClock.class).synchronise();

            assertThat(List.of(
                            Accounts.class,
                            SignInMethods.class,
                            Attempts.class,
                            Handoffs.class,
                            Sessions.class,
                            AppConditions.class,
                            Connections.class,
                            Claims.class,
                            Upkeep.class,
                            ParkedGrants.class,
                            Allowances.class,
                            Rotations.class,
                            KeyShelf.class,
                            SealedShelf.class,
                            Activity.class,
                            AuditLog.class))
                    .allSatisfy(role -> assertThat(context.getBean(role)).isNotNull());
            assertThat(context.getBean(Accounts.class).find(Fixtures.anAccount().id()))
                    .isEmpty();
            assertThat(context.getBean(Clock.class)).isSameAs(context.getBean(DatabaseClock.class));
            assertThat(context.getBean(StoreHealth.class).isWritable()).isTrue();
            assertThat(context.getBean(Presence.class))
                    .isSameAs(context.getBean(StoredPresence.class))
                    .isInstanceOf(SingleProcessPresence.class);
            assertThat(context.getBean(DatabaseCheck.class)
                            .run(java.time.Duration.ZERO)
                            .refusals())
                    .isEmpty();
            HikariDataSource pool = context.getBean(DataSource.class).unwrap(HikariDataSource.class);
            assertThat(pool.getMaximumPoolSize()).isEqualTo(16);
            assertThat(pool.getConnectionTimeout()).isEqualTo(2_000);
            assertThat(pool.getMaxLifetime()).isEqualTo(300_000);
            assertThat(pool.getInitializationFailTimeout()).isEqualTo(-1);
            assertThat(pool.getTransactionIsolation()).isEqualTo("TRANSACTION_READ_COMMITTED");
        }
    }
}
