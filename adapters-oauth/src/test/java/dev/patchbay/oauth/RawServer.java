package dev.patchbay.oauth;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that handles its sockets by hand, for what no proper HTTP server would do. */
abstract class RawServer implements AutoCloseable {
    private final ServerSocket server;
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();

    RawServer() {
        try {
            server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    final URI address() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
    }

    final int connections() {
        return connections.get();
    }

    final int requests() {
        return requests.get();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> talk(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket socket) {
        try (socket) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            while (readRequest(in)) {
                if (!answer(socket, requests.incrementAndGet())) {
                    return;
                }
            }
        } catch (IOException gone) {
            return;
        }
    }

    /** Answers the request of that number; whether the connection stays open. */
    abstract boolean answer(Socket socket, int number) throws IOException;

    private static boolean readRequest(BufferedReader in) throws IOException {
        String line = in.readLine();
        int length = 0;
        while (line != null && !line.isEmpty()) {
            if (line.regionMatches(true, 0, "Content-Length: ", 0, 16)) {
                length = Integer.parseInt(line.substring(16).strip());
            }
            line = in.readLine();
        }
        return line != null && in.skip(length) == length;
    }

    static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    @Override
    public final void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
