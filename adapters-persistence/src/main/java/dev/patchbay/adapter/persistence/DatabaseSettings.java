package dev.patchbay.adapter.persistence;

import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.settings.ModuleSettings;
import dev.patchbay.port.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which database to keep everything in.
 *
 * @param url complete: with every option that our promises need
 * @param driver class name of the JDBC driver
 */
public record DatabaseSettings(Secret url, String driver, String user, Optional<Secret> password)
        implements ModuleSettings {

    private static final String URL = "DATABASE_URL";
    private static final String USER = "DATABASE_USER";
    private static final String DEFAULT_URL = "jdbc:h2:file:./data/patchbay";
    private static final String EMBEDDED_USER = "sa";

    /** Reads {@code DATABASE_URL}, {@code DATABASE_USER} and {@code DATABASE_PASSWORD}; notes what is wrong. */
    public static DatabaseSettings read(Settings settings) {
        // A URL may carry a password, so it is treated as a secret.
        String given =
                settings.secret(URL).map(Secret::reveal).orElse(DEFAULT_URL).strip();
        Optional<Engine> known = engineOf(given);
        if (known.isEmpty()) {
            settings.problem(URL, "must begin with jdbc:h2:, jdbc:mariadb: or jdbc:mysql:");
        }
        Engine engine = known.orElse(Engine.H2);
        JdbcUrl url = engine.parse(known.isPresent() ? given : DEFAULT_URL);
        engine.objections(url).forEach(objection -> settings.problem(URL, objection));
        Optional<String> user = settings.text(USER).or(() -> url.option("user"));
        if (engine == Engine.MYSQL && user.isEmpty()) {
            settings.problem(USER, "is needed with MariaDB and MySQL");
        }
        return new DatabaseSettings(
                Secret.of(engine.complete(url).toString()),
                engine.driver(),
                user.orElse(EMBEDDED_USER),
                settings.secret("DATABASE_PASSWORD").or(() -> url.option("password")
                        .filter(text -> !text.isEmpty())
                        .map(Secret::of)));
    }

    private static Optional<Engine> engineOf(String url) {
        String lower = url.toLowerCase(Locale.ROOT);
        if (lower.startsWith("jdbc:h2:")) {
            return Optional.of(Engine.H2);
        }
        boolean mysql = lower.startsWith("jdbc:mysql:") || lower.startsWith("jdbc:mariadb:");
        return mysql ? Optional.of(Engine.MYSQL) : Optional.empty();
    }

    /** Whether the database lives inside this process. */
    public boolean isEmbedded() {
        return driver.equals(Engine.H2.driver());
    }

    /** Where an embedded database keeps its files; empty when it is elsewhere, or in memory. */
    public Optional<Path> folder() {
        return isEmbedded()
                ? Engine.fileIn(url.reveal())
                        .map(file -> file.toAbsolutePath().normalize().getParent())
                : Optional.empty();
    }

    /** Whether there is a database already; one that is elsewhere, or in memory, is taken to be there. */
    public boolean isThere() {
        return !isEmbedded()
                || Engine.fileIn(url.reveal())
                        .map(file -> Files.exists(file.resolveSibling(file.getFileName() + ".mv.db")))
                        .orElse(true);
    }

    /**
     * The properties that Micronaut makes the pool of; the password is readable in them. The pool is made without a
     * connection, so that {@link Migrations} can say plainly what is wrong.
     */
    public Map<String, Object> micronautProperties() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("datasources.default.url", url.reveal());
        all.put("datasources.default.driver-class-name", driver);
        all.put("datasources.default.username", user);
        all.put("datasources.default.password", password.map(Secret::reveal).orElse(""));
        all.put("datasources.default.maximum-pool-size", 16);
        // The first connection makes an embedded database, and must not come before start-up asks for it; Migrations
        // has the pool filled.
        all.put("datasources.default.minimum-idle", 0);
        all.put("datasources.default.connection-timeout", 2_000);
        all.put("datasources.default.validation-timeout", 1_000);
        all.put("datasources.default.max-lifetime", 300_000);
        all.put("datasources.default.idle-timeout", 120_000);
        all.put("datasources.default.keepalive-time", 60_000);
        all.put("datasources.default.initialization-fail-timeout", -1);
        all.put("datasources.default.transaction-isolation", "TRANSACTION_READ_COMMITTED");
        return all;
    }
}
