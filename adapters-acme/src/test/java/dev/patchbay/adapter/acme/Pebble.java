package dev.patchbay.adapter.acme;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.patchbay.domain.certificate.CertificateNames;
import dev.patchbay.domain.certificate.Challenge;
import dev.patchbay.domain.certificate.ChallengeToken;
import dev.patchbay.domain.certificate.KeyAndChain;
import dev.patchbay.port.FreePorts;
import dev.patchbay.port.certificate.CertificateAuthority.ChallengeBoard;
import dev.patchbay.port.certificate.TestAuthority;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * Pebble, an ACME server that is not ours, with a name server that says of every name that it is here, and a web server of our own that answers
 * challenges. All on loopback, on free ports; ended with {@link #close()}. From Debian's package {@code pebble}.
 */
public final class Pebble implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/bin/pebble");
    private static final Path NAME_SERVER = Path.of("/usr/bin/pebble-challtestsrv");
    private static final Duration START = Duration.ofSeconds(30);

    /** How it is to behave. */
    public static final class Habits {
        private final List<String> settings = new ArrayList<>();
        private int nonceRejections = 5;
        private Optional<Function<String, Optional<String>>> answering = Optional.empty();
        private OptionalInt elsewhere = OptionalInt.empty();

        /** Challenges are looked for at that port of loopback, and not at a web server that comes with it. */
        public Habits lookingAt(int port) {
            elsewhere = OptionalInt.of(port);
            return this;
        }

        /** Challenges are answered so, and not from the board. */
        Habits answeredBy(Function<String, Optional<String>> answers) {
            answering = Optional.of(answers);
            return this;
        }

        /** Share of good nonces that are rejected all the same. */
        Habits rejectingNonces(int percent) {
            nonceRejections = percent;
            return this;
        }

        Habits blocking(String domain) {
            settings.add("\"domainBlocklist\": [\"" + domain + "\"]");
            return this;
        }

        Habits bindingAccounts(ExternalAccount account) {
            settings.add("\"externalAccountBindingRequired\": true");
            settings.add("\"externalAccountMACKeys\": {\"" + account.keyId() + "\": \""
                    + account.hmac().reveal() + "\"}");
            return this;
        }

        /** Its certificates live that long, in whole seconds. */
        public Habits issuingFor(Duration life) {
            settings.add("\"certificateValidityPeriod\": " + life.toSeconds());
            return this;
        }
    }

    private final Path folder;
    private final TestAuthority tls;
    private final int port;
    private final HttpServer web;
    private final Map<String, String> shown = new ConcurrentHashMap<>();
    private final Function<String, Optional<String>> answers;
    private final List<Process> processes = new ArrayList<>();
    private final Map<String, String> environment;
    private final int names;

    /** Whether both programs are there; in CI, where {@code .ci/run} installs them, what needs them does not stay out. */
    public static boolean isInstalled() {
        return System.getenv("CI") != null || (Files.isExecutable(PROGRAM) && Files.isExecutable(NAME_SERVER));
    }

    static Pebble start(Path folder) {
        return start(folder, new Habits());
    }

    /** @param folder an empty one for its settings and log */
    public static Pebble start(Path folder, Habits habits) {
        try {
            return new Pebble(folder, habits);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Pebble(Path folder, Habits habits) throws IOException {
        this.folder = folder;
        answers = habits.answering.orElse(token -> Optional.ofNullable(shown.get(token)));
        Instant now = Instant.now();
        tls = new TestAuthority("Root of Pebble's own TLS", now);
        KeyAndChain server = tls.issue(
                CertificateNames.of("localhost", "127.0.0.1"), now.minusSeconds(60), now.plus(Duration.ofDays(1)));
        Files.writeString(folder.resolve("cert.pem"), server.chain().toPem());
        Files.writeString(folder.resolve("key.pem"), pem(server.key().revealBytes()));
        web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.createContext(Challenge.PATH, this::answer);
        web.start();
        port = FreePorts.next();
        names = FreePorts.next();
        settings(habits);
        environment = Map.of(
                "PEBBLE_VA_NOSLEEP", "1",
                "PEBBLE_AUTHZREUSE", "0",
                "PEBBLE_WFE_NONCEREJECT", Integer.toString(habits.nonceRejections));
        try {
            startAll();
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private void startAll() throws IOException {
        run(List.of(
                NAME_SERVER.toString(),
                "-dns01",
                "127.0.0.1:" + names,
                "-management",
                "127.0.0.1:" + FreePorts.next(),
                "-http01",
                "",
                "-https01",
                "",
                "-tlsalpn01",
                "",
                "-defaultIPv4",
                "127.0.0.1",
                "-defaultIPv6",
                ""));
        run(List.of(
                PROGRAM.toString(),
                "-config",
                folder.resolve("config.json").toString(),
                "-dnsserver",
                "127.0.0.1:" + names));
        awaitPort();
    }

    private void settings(Habits habits) throws IOException {
        List<String> all = new ArrayList<>(habits.settings);
        all.add("\"listenAddress\": \"127.0.0.1:" + port + "\"");
        all.add("\"managementListenAddress\": \"\"");
        all.add("\"certificate\": \"" + folder.resolve("cert.pem") + "\"");
        all.add("\"privateKey\": \"" + folder.resolve("key.pem") + "\"");
        all.add("\"httpPort\": " + habits.elsewhere.orElse(web.getAddress().getPort()));
        all.add("\"tlsPort\": " + FreePorts.next());
        Files.writeString(folder.resolve("config.json"), "{\"pebble\": {" + String.join(", ", all) + "}}");
    }

    private void run(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("log.txt").toFile()));
        builder.environment().putAll(environment);
        processes.add(builder.start());
    }

    private void awaitPort() throws IOException {
        Instant end = Instant.now().plus(START);
        while (Instant.now().isBefore(end)) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
                return;
            } catch (IOException e) {
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
        }
        throw new IOException("pebble does not come up: " + Files.readString(folder.resolve("log.txt")));
    }

    private static String pem(byte[] key) {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key) + "\n-----END PRIVATE KEY-----\n";
    }

    private void answer(HttpExchange exchange) throws IOException {
        String token = exchange.getRequestURI().getPath().substring(Challenge.PATH.length());
        Optional<byte[]> answer = answers.apply(token).map(text -> text.getBytes(StandardCharsets.US_ASCII));
        try (exchange) {
            exchange.sendResponseHeaders(answer.isPresent() ? 200 : 404, answer.isPresent() ? answer.get().length : -1);
            if (answer.isPresent()) {
                exchange.getResponseBody().write(answer.get());
            }
        }
    }

    /** Where its directory is. */
    public URI directory() {
        return URI.create("https://localhost:" + port + "/dir");
    }

    /** What has to be trusted to speak to it. */
    public X509Certificate root() {
        return tls.root();
    }

    /** The port at which challenges are looked for. */
    int webPort() {
        return web.getAddress().getPort();
    }

    /** Challenges put there are answered. */
    ChallengeBoard board() {
        return new ChallengeBoard() {
            @Override
            public void put(Challenge challenge) {
                shown.put(challenge.token().value(), challenge.keyAuthorization());
            }

            @Override
            public void takeDown(ChallengeToken token) {
                shown.remove(token.value());
            }
        };
    }

    /** How many challenges are answered now. */
    int shown() {
        return shown.size();
    }

    /** The authority is away from now on; the web server stays. */
    public void stop() {
        Process pebble = processes.getLast();
        pebble.destroyForcibly();
        await(pebble);
    }

    /** The authority is back, and knows nothing of what was. */
    public void comeBack() {
        try {
            run(List.of(
                    PROGRAM.toString(),
                    "-config",
                    folder.resolve("config.json").toString(),
                    "-dnsserver",
                    "127.0.0.1:" + names));
            awaitPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        web.stop(0);
        processes.forEach(Process::destroyForcibly);
        processes.forEach(Pebble::await);
    }

    private static void await(Process process) {
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("process " + process.pid() + " does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
