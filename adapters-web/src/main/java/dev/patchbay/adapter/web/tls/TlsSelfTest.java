package dev.patchbay.adapter.web.tls;

import dev.patchbay.domain.certificate.CertificateChain;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/** Looks at our own TLS port as a client does, before anybody else does: it has to speak TLS, and nothing else. */
public final class TlsSelfTest {
    private static final int PATIENCE = (int) Duration.ofSeconds(10).toMillis();

    private TlsSelfTest() {}

    /**
     * What is wrong with that port, in plain words; empty when it is as it should be.
     *
     * @param shown what it has to show
     */
    public static Optional<String> problem(InetSocketAddress port, CertificateChain shown) {
        if (speaksClearText(port)) {
            return Optional.of("answers in clear text");
        }
        try (Socket plain = connected(port);
                SSLSocket socket = (SSLSocket) trusting(shown)
                        .getSocketFactory()
                        .createSocket(plain, port.getHostString(), port.getPort(), false)) {
            socket.startHandshake();
            return Optional.empty();
        } catch (IOException | GeneralSecurityException e) {
            return Optional.of("does not show the certificate that it should (" + e.getMessage() + ")");
        }
    }

    private static SSLContext trusting(CertificateChain shown) throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new OnlyThis(shown.leaf())}, null);
        return context;
    }

    private static boolean speaksClearText(InetSocketAddress port) {
        try (Socket socket = connected(port)) {
            socket.getOutputStream()
                    .write("HEAD / HTTP/1.1\r\nHost: self-test\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            return new String(in.readNBytes(5), StandardCharsets.US_ASCII).startsWith("HTTP");
        } catch (IOException e) {
            // It broke the connection off, as it should; or nobody is there, which the handshake tells.
            return false;
        }
    }

    private static Socket connected(InetSocketAddress port) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(port, PATIENCE);
            socket.setSoTimeout(PATIENCE);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}
