package dev.patchbay.adapter.web.tls;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;

/** A handshake in memory: whether connections can be made with a key and its certificate at all. */
final class Rehearsal {
    /** A handshake takes a dozen steps. */
    private static final int MOST_STEPS = 200;

    private Rehearsal() {}

    /** @throws IllegalArgumentException when they cannot */
    static void of(KeyStore store, X509Certificate leaf) {
        try {
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, null);
            SSLContext ours = SSLContext.getInstance("TLS");
            ours.init(keys.getKeyManagers(), null, null);
            SSLContext theirs = SSLContext.getInstance("TLS");
            theirs.init(null, new TrustManager[] {new OnlyThis(leaf)}, null);
            SSLEngine server = ours.createSSLEngine();
            server.setUseClientMode(false);
            SSLEngine client = theirs.createSSLEngine();
            client.setUseClientMode(true);
            run(server, client);
        } catch (GeneralSecurityException | SSLException e) {
            throw new IllegalArgumentException("no connection can be made with it", e);
        }
    }

    private static void run(SSLEngine server, SSLEngine client) throws SSLException {
        server.beginHandshake();
        client.beginHandshake();
        int room = 2 * server.getSession().getPacketBufferSize();
        ByteBuffer toServer = ByteBuffer.allocate(room);
        ByteBuffer toClient = ByteBuffer.allocate(room);
        for (int i = 0; i < MOST_STEPS; i++) {
            if (isDone(server) && isDone(client)) {
                return;
            }
            step(client, toClient, toServer);
            step(server, toServer, toClient);
        }
        throw new SSLException("the handshake does not end");
    }

    private static boolean isDone(SSLEngine engine) {
        return engine.getHandshakeStatus() == SSLEngineResult.HandshakeStatus.NOT_HANDSHAKING;
    }

    private static void step(SSLEngine engine, ByteBuffer in, ByteBuffer out) throws SSLException {
        ByteBuffer nothing = ByteBuffer.allocate(0);
        switch (engine.getHandshakeStatus()) {
            case NEED_TASK -> {
                for (Runnable task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) {
                    task.run();
                }
            }
            case NEED_WRAP -> engine.wrap(nothing, out);
            case NEED_UNWRAP, NEED_UNWRAP_AGAIN -> {
                in.flip();
                engine.unwrap(in, ByteBuffer.allocate(engine.getSession().getApplicationBufferSize()));
                in.compact();
            }
            case FINISHED, NOT_HANDSHAKING -> {
                // Waits for the other one.
            }
        }
    }
}
