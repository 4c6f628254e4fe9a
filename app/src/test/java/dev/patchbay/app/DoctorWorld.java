package dev.patchbay.app;

import com.sun.net.httpserver.HttpServer;
import dev.patchbay.app.doctor.Findings;
import dev.patchbay.app.doctor.Machine;
import dev.patchbay.domain.certificate.OrderFailure.Obstacle;
import dev.patchbay.port.certificate.ReachesItself;
import dev.patchbay.port.certificate.ReachesItself.Reach;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** A service that is set up well, on a machine that is well, to be broken in one place. */
final class DoctorWorld implements AutoCloseable {
    static final String NAME = "music.example.org";
    static final String ADDRESS = "203.0.113.5";
    private static final String DIRECTORY = """
        {"newNonce":"https://ca.example/n","newAccount":"https://ca.example/a","newOrder":"https://ca.example/o",
         "meta":{"termsOfService":"https://ca.example/terms","profiles":{"classic":"usual"}%s}}\
        """;

    private final World world = World.usual();
    private final List<HttpServer> stubs = new ArrayList<>();
    final Path folder;
    final Map<String, String> settings;
    final Set<String> namesInFile = new HashSet<>();
    final WellMachine machine = new WellMachine();
    Clock clock = Clock.systemUTC();
    boolean nameLeadsHere = true;

    /** On a copy of a database that a service has made. */
    DoctorWorld(Path folder, Path database) throws IOException {
        this.folder = folder;
        Path data = Files.createDirectory(folder.resolve("data"));
        Files.copy(database, data.resolve("patchbay.mv.db"));
        settings = world.settings(data);
        settings.putAll(SandboxSettings.ofTelegram(world.sandbox()));
        settings.remove("ENCRYPTION_KEY");
        settings.put("MASTER_KEY_FILE", write("master.key", World.MASTER_KEY).toString());
        settings.put("MANAGEMENT_PORT", String.valueOf(World.freePort()));
    }

    /** The same with TLS in the process and an authority that issues the certificate. */
    void withTls() {
        settings.remove("PATCHBAY_BASE_URL");
        settings.put("DOMAIN", NAME);
        settings.put("ACME_EMAIL", "op@example.org");
        settings.put("ACME_DIRECTORY_URL", stub(DIRECTORY.formatted("")) + "/directory");
        settings.put("BIND_ADDRESS", "127.0.0.1");
        settings.put("HTTP_PORT", String.valueOf(World.freePort()));
        settings.put("HTTPS_PORT", String.valueOf(World.freePort()));
    }

    void authoritySaysToo(String meta) {
        settings.put("ACME_DIRECTORY_URL", stub(DIRECTORY.formatted("," + meta)) + "/directory");
    }

    World world() {
        return world;
    }

    Path write(String name, String text) {
        try {
            Path file = Files.writeString(folder.resolve(name), text);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A server that says the same to everybody. @return where it is */
    String stub(String says) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
            byte[] answer = says.getBytes(StandardCharsets.UTF_8);
            server.createContext("/", exchange -> {
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
                exchange.close();
            });
            server.start();
            stubs.add(server);
            return "http://127.0.0.1:" + server.getAddress().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Findings examined() {
        return DoctorCommand.examine(settings, namesInFile, machine, clock, Optional.of(reaches()));
    }

    /** Asks this machine for what the world would ask it by its name. */
    private ReachesItself reaches() {
        return (name, challenge) -> {
            Browser.Answer answer = nameLeadsHere ? asked(challenge.token().value()) : null;
            return answer != null && answer.body().equals(challenge.keyAuthorization())
                    ? new Reach.Reached()
                    : new Reach.Missed(
                            Obstacle.ANSWER, name + " port 80 is somebody else's; another server has the port");
        };
    }

    private Browser.Answer asked(String token) {
        return new Browser(URI.create("http://127.0.0.1:" + settings.get("HTTP_PORT")))
                .get("/.well-known/acme-challenge/" + token);
    }

    @Override
    public void close() {
        stubs.forEach(stub -> stub.stop(0));
        world.close();
    }

    /** Everything is as it should be, until a test says otherwise. */
    static final class WellMachine implements Machine {
        final Map<String, List<String>> names = new HashMap<>(Map.of(NAME, List.of(ADDRESS)));
        final List<String> own = new ArrayList<>(List.of(ADDRESS, "10.0.0.7"));
        boolean mayListen = true;
        long usable = 50L * 1024 * 1024 * 1024;
        long openFiles = 65_536;
        int java = 25;

        @Override
        public List<InetAddress> addressesOf(String name) throws UnknownHostException {
            if (!names.containsKey(name)) {
                throw new UnknownHostException(name);
            }
            return addresses(names.get(name));
        }

        private static List<InetAddress> addresses(List<String> written) {
            return written.stream().map(InetAddress::ofLiteral).toList();
        }

        @Override
        public List<InetAddress> own() {
            return addresses(own);
        }

        @Override
        public boolean mayListenOn(int port) {
            return mayListen;
        }

        @Override
        public long usableBytes(Path where) {
            return usable;
        }

        @Override
        public OptionalLong mostOpenFiles() {
            return OptionalLong.of(openFiles);
        }

        @Override
        public int javaVersion() {
            return java;
        }
    }
}
