package dev.patchbay.adapter.persistence;

import dev.patchbay.port.Pause;
import dev.patchbay.port.SecretSource;
import dev.patchbay.port.SeededSecrets;
import dev.patchbay.port.Stores;
import dev.patchbay.port.account.Accounts;
import dev.patchbay.port.activity.Activity;
import dev.patchbay.port.attempt.Attempts;
import dev.patchbay.port.attempt.Handoffs;
import dev.patchbay.port.clientapp.AppConditions;
import dev.patchbay.port.connection.Connections;
import dev.patchbay.port.session.Sessions;
import dev.patchbay.port.signin.SignInMethods;
import dev.patchbay.port.vault.KeyShelf;
import dev.patchbay.port.vault.SealedShelf;
import io.micronaut.context.ApplicationContext;
import io.micronaut.data.jdbc.config.DataJdbcConfiguration;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/** All roles over one data source, wired as in the service but for the pool, which stays the caller's to close. */
record JdbcStores(ApplicationContext context) implements Stores {

    static final Pause SLEEP = duration -> LockSupport.parkNanos(duration.toNanos());

    static JdbcStores over(DataSource source) {
        return over(source, SLEEP);
    }

    static JdbcStores over(DataSource source, Pause pause) {
        ApplicationContext context =
                ApplicationContext.builder().deduceEnvironment(false).build();
        context.registerSingleton(DataSource.class, source, Qualifiers.byName("default"))
                .registerSingleton(
                        DataJdbcConfiguration.class, new DataJdbcConfiguration("default"), Qualifiers.byName("default"))
                .registerSingleton(SecretSource.class, new SeededSecrets())
                .registerSingleton(Pause.class, pause);
        return new JdbcStores(context.start());
    }

    Database database() {
        return context.getBean(Database.class);
    }

    StoreHealth health() {
        return context.getBean(StoreHealth.class);
    }

    AccountTable accountTable() {
        return context.getBean(AccountTable.class);
    }

    @Override
    public Accounts accounts() {
        return context.getBean(Accounts.class);
    }

    @Override
    public SignInMethods signInMethods() {
        return context.getBean(SignInMethods.class);
    }

    @Override
    public Attempts attempts() {
        return context.getBean(Attempts.class);
    }

    @Override
    public Handoffs handoffs() {
        return context.getBean(Handoffs.class);
    }

    @Override
    public Sessions sessions() {
        return context.getBean(Sessions.class);
    }

    @Override
    public AppConditions appConditions() {
        return context.getBean(AppConditions.class);
    }

    @Override
    public Connections connections() {
        return context.getBean(Connections.class);
    }

    @Override
    public KeyShelf keyShelf() {
        return context.getBean(KeyShelf.class);
    }

    @Override
    public SealedShelf sealedShelf() {
        return context.getBean(SealedShelf.class);
    }

    @Override
    public Activity activity() {
        return context.getBean(Activity.class);
    }
}
