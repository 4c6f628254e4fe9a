package dev.patchbay.adapter.web.tls;

import dev.patchbay.adapter.web.FakeKeptSecrets;
import dev.patchbay.adapter.web.settings.TlsSettings;
import dev.patchbay.domain.certificate.KeyAndChain;
import dev.patchbay.port.FreePorts;
import dev.patchbay.port.InMemoryStore;
import dev.patchbay.port.Monotonic;
import dev.patchbay.port.SeededSecrets;
import dev.patchbay.port.settings.GivenSettings;
import dev.patchbay.usecase.certificate.AnswerChallenge;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/** The web module behind its own TLS, on real ports of loopback, with just what answers strangers. */
final class TlsSite implements AutoCloseable {
    static final String NAME = "music.example";

    final InMemoryStore store = new InMemoryStore();
    private final TlsSettings settings;
    private final ApplicationContext context;

    private TlsSite(Map<String, Object> more) {
        var given = GivenSettings.strict(Map.of(
                "DOMAIN",
                NAME,
                "ACME_EMAIL",
                "op@music.example",
                "PATCHBAY_BASE_URL",
                "https://" + NAME,
                "HTTP_PORT",
                String.valueOf(FreePorts.next()),
                "HTTPS_PORT",
                String.valueOf(FreePorts.next())));
        settings = TlsSettings.read(given);
        Map<String, Object> properties = new HashMap<>(TlsListeners.properties(settings, "127.0.0.1", "127.0.0.1", 0));
        properties.putAll(more);
        Clock clock = Clock.systemUTC();
        Monotonic still = () -> Duration.ZERO;
        context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .banner(false)
                .properties(properties)
                .singletons(
                        given,
                        clock,
                        still,
                        new FakeKeptSecrets(),
                        new SeededSecrets(),
                        new AnswerChallenge(store.challenges(), clock))
                .start();
        context.getBean(EmbeddedServer.class).start();
    }

    static TlsSite open() {
        return new TlsSite(Map.of());
    }

    /** With something set otherwise than we set it. */
    static TlsSite misled(String property, Object value) {
        return new TlsSite(Map.of(property, value));
    }

    ServedCertificate served() {
        return context.getBean(ServedCertificate.class);
    }

    void show(KeyAndChain certificate) {
        served().show(certificate);
    }

    InetSocketAddress tlsPort() {
        return new InetSocketAddress("127.0.0.1", settings.httpsPort());
    }

    /** What a connection is shown that is opened now. */
    X509Certificate shown() {
        try (SSLSocket socket = connect()) {
            return leaf(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static X509Certificate leaf(SSLSocket socket) throws IOException {
        return (X509Certificate) socket.getSession().getPeerCertificates()[0];
    }

    /** An open connection of somebody who trusts whatever is shown now. */
    SSLSocket connect() {
        try {
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(
                    null,
                    new TrustManager[] {
                        new OnlyThis(served().chain().orElseThrow().leaf())
                    },
                    null);
            SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket("127.0.0.1", settings.httpsPort());
            socket.startHandshake();
            return socket;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Asks for something on an open connection, and reads the answer's head. */
    static String ask(Socket socket, String requestLine) throws IOException {
        socket.setSoTimeout(10_000);
        socket.getOutputStream()
                .write((requestLine + " HTTP/1.1\r\nHost: evil.example\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
        InputStream in = socket.getInputStream();
        StringBuilder answer = new StringBuilder();
        for (int one = in.read(); one >= 0; one = in.read()) {
            answer.append((char) one);
            if (answer.toString().endsWith("\r\n\r\n")) {
                break;
            }
        }
        for (int left = length(answer.toString()); left > 0; left--) {
            answer.append((char) in.read());
        }
        return answer.toString();
    }

    private static int length(String head) {
        return head.lines()
                .map(String::toLowerCase)
                .filter(line -> line.startsWith("content-length: "))
                .map(line -> Integer.parseInt(line.substring("content-length: ".length())))
                .findFirst()
                .orElse(0);
    }

    /** Asks for something in clear text. */
    String plainly(String requestLine) {
        try (Socket socket = new Socket("127.0.0.1", settings.httpPort())) {
            return ask(socket, requestLine);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
