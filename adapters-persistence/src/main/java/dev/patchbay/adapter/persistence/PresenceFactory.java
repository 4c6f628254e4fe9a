package dev.patchbay.adapter.persistence;

import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.SecretSource;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;

/** How processes that share the database know of each other. */
@Factory
final class PresenceFactory {

    /**
     * The lock's connection is patient: when it gives a slow server up, the lock is free although its owner lives. What hangs
     * for good is broken by the system's own probes.
     */
    private static final Map<String, String> PATIENT =
            Map.of("connectTimeout", "2000", "socketTimeout", "10000", "tcpKeepAlive", "true");

    @Singleton
    @Bean(preDestroy = "close")
    StoredPresence presence(DatabaseSettings settings, SecretSource ids) {
        String me = ids.nextId().toString();
        return settings.isEmbedded()
                ? new SingleProcessPresence(me)
                : new LockPresence(me, line(settings), LockPresence.SETTLED, System::nanoTime);
    }

    /** Connections to that database outside of the pool. */
    static LockPresence.Line line(DatabaseSettings settings) {
        Driver driver = driver(settings.driver());
        String url = JdbcUrl.mysql(settings.url().reveal()).with(PATIENT).toString();
        return () -> {
            Properties login = new Properties();
            login.setProperty("user", settings.user());
            settings.password().map(Secret::reveal).ifPresent(password -> login.setProperty("password", password));
            var connection = driver.connect(url, login);
            if (connection == null) {
                throw new SQLException("the driver does not take the database's address");
            }
            return connection;
        };
    }

    private static Driver driver(String name) {
        try {
            return (Driver) Class.forName(name).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the database's driver is not on the class path", e);
        }
    }
}
