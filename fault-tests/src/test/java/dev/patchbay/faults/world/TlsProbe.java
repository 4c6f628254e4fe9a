package dev.patchbay.faults.world;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** Opens a TLS connection about ten times a second and writes down what it is shown, until it is closed. */
public final class TlsProbe implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int PATIENCE_MILLIS = 5000;

    /**
     * One handshake.
     *
     * @param shown empty when somebody listened and no handshake came of it
     */
    public record Seen(Instant at, Optional<X509Certificate> shown) {
        /** Whether it was issued, and not made by the service for itself, and is good now. */
        public boolean isGood() {
            return shown.filter(one -> !one.getIssuerX500Principal().equals(one.getSubjectX500Principal()))
                    .filter(one -> at.isBefore(one.getNotAfter().toInstant()))
                    .isPresent();
        }
    }

    private final int port;
    private final SSLContext tls;
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final Thread thread = Thread.ofVirtual().unstarted(this::run);
    private volatile boolean closed;

    /** @param port of loopback */
    public TlsProbe(int port) {
        this.port = port;
        try {
            tls = SSLContext.getInstance("TLS");
            tls.init(null, new TrustManager[] {new Anybody()}, new SecureRandom());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** From now on it looks by itself. */
    public TlsProbe start() {
        thread.start();
        return this;
    }

    /** What it has seen so far. */
    public List<Seen> seen() {
        return List.copyOf(seen);
    }

    /** Looks once. @return empty when nobody listens, or whoever did is gone */
    public Optional<Seen> look() {
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
            plain.setSoTimeout(PATIENCE_MILLIS);
            try (SSLSocket socket =
                    (SSLSocket) tls.getSocketFactory().createSocket(plain, "music.example.test", port, true)) {
                socket.startHandshake();
                X509Certificate leaf = (X509Certificate) socket.getSession().getPeerCertificates()[0];
                return Optional.of(new Seen(Instant.now(), Optional.of(leaf)));
            }
        } catch (SSLHandshakeException refused) {
            boolean cut = String.valueOf(refused.getMessage()).contains("terminated the handshake");
            return cut ? Optional.empty() : Optional.of(new Seen(Instant.now(), Optional.empty()));
        } catch (IOException nobodyThere) {
            return Optional.empty();
        }
    }

    private void run() {
        while (!closed) {
            look().ifPresent(seen::add);
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join(Duration.ofSeconds(20));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes any certificate, to look at it. */
    private static final class Anybody extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
