package dev.patchbay.adapter.persistence;

import dev.patchbay.port.Pause;
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
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/** All roles over one data source. */
record JdbcStores(Database database) implements Stores {

    static final Pause SLEEP = duration -> LockSupport.parkNanos(duration.toNanos());

    static JdbcStores over(DataSource source) {
        return new JdbcStores(new Database(source, new SeededSecrets(), SLEEP));
    }

    @Override
    public Accounts accounts() {
        return new JdbcAccounts(database);
    }

    @Override
    public SignInMethods signInMethods() {
        return new JdbcSignInMethods(database);
    }

    @Override
    public Attempts attempts() {
        return new JdbcAttempts(database);
    }

    @Override
    public Handoffs handoffs() {
        return new JdbcHandoffs(database);
    }

    @Override
    public Sessions sessions() {
        return new JdbcSessions(database);
    }

    @Override
    public AppConditions appConditions() {
        return new JdbcAppConditions(database);
    }

    @Override
    public Connections connections() {
        return new JdbcConnections(database);
    }

    @Override
    public KeyShelf keyShelf() {
        return new JdbcKeyShelf(database);
    }

    @Override
    public SealedShelf sealedShelf() {
        return new JdbcSealedShelf(database);
    }

    @Override
    public Activity activity() {
        return new JdbcActivity(database);
    }
}
