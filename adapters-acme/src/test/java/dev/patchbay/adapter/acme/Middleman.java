package dev.patchbay.adapter.acme;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.patchbay.domain.certificate.CertificateNames;
import dev.patchbay.domain.certificate.KeyAndChain;
import dev.patchbay.port.certificate.TestAuthority;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.BiPredicate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/**
 * Stands between a service and Pebble, which takes it for itself, and spoils what goes through it. Counts what goes through. Safe for many
 * threads.
 */
public final class Middleman implements AutoCloseable {
    /** What an ACME client asks for, by Pebble's paths. */
    public enum Step {
        DIRECTORY("/dir"),
        NONCE("/nonce-plz"),
        ACCOUNT("/sign-me-up"),
        ORDER("/order-plz"),
        AUTHORIZATION("/authZ/"),
        CHALLENGE("/chalZ/"),
        FINALIZE("/finalize-order/"),
        LOOK("/my-order/"),
        DOWNLOAD("/certZ/");

        private final String path;

        Step(String path) {
            this.path = path;
        }
    }

    /** What becomes of a call. */
    public enum Spoiling {
        /** It is answered with a server's error and not passed on. */
        REFUSED,
        /** It is passed on, and the answer does not come. */
        ANSWER_LOST,
        /** It is passed on, and the beginning of what comes is missing. */
        GARBLED
    }

    private final Pebble pebble;
    private final SSLContext tls;
    private final HttpsServer server;
    private final X509Certificate root;
    private final Map<Step, Integer> calls = new EnumMap<>(Step.class);
    private volatile BiPredicate<Step, Integer> spoils = (step, call) -> false;
    private volatile Spoiling spoiling = Spoiling.REFUSED;

    public Middleman(Pebble pebble) {
        this.pebble = pebble;
        var authority = new TestAuthority("Root of the one between", Instant.now());
        try {
            Instant now = Instant.now();
            tls = tls(
                    authority.issue(
                            CertificateNames.of("localhost"), now.minusSeconds(60), now.plus(Duration.ofDays(1))),
                    pebble.root());
            server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        root = authority.root();
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::pass);
        server.start();
    }

    /** What has to be trusted to speak to it. */
    public X509Certificate root() {
        return root;
    }

    /** Where its directory is. */
    public URI directory() {
        return URI.create("https://localhost:" + server.getAddress().getPort() + "/dir");
    }

    /** From now on these calls are spoilt so. @param which asked with a step, and the number of this call of it, from 1 */
    public void spoil(Spoiling how, BiPredicate<Step, Integer> which) {
        spoiling = how;
        spoils = which;
    }

    /** From now on everything goes through. */
    public void letThrough() {
        spoils = (step, call) -> false;
    }

    /** How often that was asked for. */
    public synchronized int calls(Step step) {
        return calls.getOrDefault(step, 0);
    }

    private synchronized int count(Step step) {
        return calls.merge(step, 1, Integer::sum);
    }

    private void pass(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getRawPath();
        Step step = Arrays.stream(Step.values())
                .filter(one -> path.startsWith(one.path))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Pebble has another path: " + path));
        boolean spoilt = spoils.test(step, count(step));
        byte[] body = exchange.getRequestBody().readAllBytes();
        try (exchange) {
            if (spoilt && spoiling == Spoiling.REFUSED) {
                exchange.getResponseHeaders().set("Content-Type", "text/html");
                answer(exchange, 503, "<h1>Service Unavailable</h1>".getBytes(StandardCharsets.US_ASCII));
                return;
            }
            Answer answer = ask(exchange, body);
            if (spoilt && spoiling == Spoiling.ANSWER_LOST) {
                return; // closed without a byte
            }
            answer.headers.forEach(line -> exchange.getResponseHeaders().add(line.name, line.value));
            answer(exchange, answer.status, spoilt ? garbled(answer.body) : answer.body);
        }
    }

    private static byte[] garbled(byte[] body) {
        return Arrays.copyOfRange(body, body.length / 2, body.length);
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        boolean isEmpty = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, isEmpty ? -1 : body.length);
        if (!isEmpty) {
            exchange.getResponseBody().write(body);
        }
    }

    private record Header(String name, String value) {}

    private record Answer(int status, List<Header> headers, byte[] body) {}

    /** As if it had come to Pebble itself: of its own address Pebble knows what it is asked by. */
    private Answer ask(HttpExchange exchange, byte[] body) throws IOException {
        URI there = pebble.directory();
        try (SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket(there.getHost(), there.getPort())) {
            var head = new StringBuilder("%s %s HTTP/1.0\r\nHost: localhost:%d\r\n"
                    .formatted(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI(),
                            server.getAddress().getPort()));
            for (String name : List.of("Content-Type", "User-Agent", "Accept")) {
                List<String> values = exchange.getRequestHeaders().getOrDefault(name, List.of());
                values.forEach(
                        value -> head.append(name).append(": ").append(value).append("\r\n"));
            }
            head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
            var request = new ByteArrayOutputStream();
            request.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
            request.writeBytes(body);
            socket.getOutputStream().write(request.toByteArray());
            socket.getOutputStream().flush();
            return read(socket.getInputStream().readAllBytes());
        }
    }

    private static Answer read(byte[] all) throws IOException {
        String text = new String(all, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            throw new IOException("Pebble does not answer");
        }
        List<String> lines = text.substring(0, end).lines().toList();
        List<Header> headers = lines.stream()
                .skip(1)
                .map(line -> new Header(
                        line.substring(0, line.indexOf(':')),
                        line.substring(line.indexOf(':') + 1).strip()))
                .filter(header -> !List.of("content-length", "connection", "date", "transfer-encoding")
                        .contains(header.name().toLowerCase(Locale.ROOT)))
                .toList();
        int status = Integer.parseInt(lines.getFirst().split(" ")[1]);
        return new Answer(status, headers, Arrays.copyOfRange(all, end + 4, all.length));
    }

    private static SSLContext tls(KeyAndChain own, X509Certificate trusted) throws IOException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(
                    "own",
                    own.privateKey().orElseThrow(),
                    new char[0],
                    own.chain().certificates().toArray(X509Certificate[]::new));
            KeyStore roots = KeyStore.getInstance("PKCS12");
            roots.load(null, null);
            roots.setCertificateEntry("pebble", trusted);
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, new char[0]);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(roots);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
