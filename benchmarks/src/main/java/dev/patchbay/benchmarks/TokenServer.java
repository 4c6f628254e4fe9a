package dev.patchbay.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * Answers every request on a kept-alive connection with the same granted access token. One thread and no parsing beyond where a
 * request ends, because what it takes of the machine is missing from what is measured. Loopback, a free port.
 */
final class TokenServer implements AutoCloseable {
    private static final int LARGEST = 16 * 1024;
    private static final String LENGTH = "Content-Length: ";
    private static final byte[] ANSWER = answer();

    private final ServerSocketChannel server;
    private final Selector selector;
    private final Thread thread;

    private TokenServer(ServerSocketChannel server, Selector selector) {
        this.server = server;
        this.selector = selector;
        this.thread = Thread.ofPlatform().name("token-server").daemon().unstarted(this::serve);
    }

    static TokenServer start() throws IOException {
        ServerSocketChannel server =
                ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        server.configureBlocking(false);
        Selector selector = Selector.open();
        server.register(selector, SelectionKey.OP_ACCEPT);
        var started = new TokenServer(server, selector);
        started.thread.start();
        return started;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.socket().getLocalPort());
    }

    private static byte[] answer() {
        String json = """
            {"access_token":"%s","token_type":"Bearer","expires_in":3600,"scope":"%s"}\
            """.formatted(Tokens.ACCESS, Tokens.SCOPE);
        return """
            HTTP/1.1 200 OK\r
            Content-Type: application/json\r
            Content-Length: %d\r
            \r
            %s\
            """.formatted(json.length(), json).getBytes(StandardCharsets.US_ASCII);
    }

    private void serve() {
        try {
            while (selector.isOpen()) {
                selector.select(this::ready);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void ready(SelectionKey key) {
        try {
            if (key.isAcceptable()) {
                accept();
            } else {
                answer(key);
            }
        } catch (IOException gone) {
            close(key);
        }
    }

    private void accept() throws IOException {
        SocketChannel client = server.accept();
        if (client != null) {
            client.setOption(StandardSocketOptions.TCP_NODELAY, true).configureBlocking(false);
            client.register(selector, SelectionKey.OP_READ, ByteBuffer.allocate(LARGEST));
        }
    }

    private static void answer(SelectionKey key) throws IOException {
        var client = (SocketChannel) key.channel();
        var received = (ByteBuffer) key.attachment();
        if (client.read(received) < 0 || !received.hasRemaining()) {
            close(key);
        } else if (isWhole(received)) {
            received.clear();
            ByteBuffer answer = ByteBuffer.wrap(ANSWER);
            while (answer.hasRemaining()) {
                client.write(answer);
            }
        }
    }

    /** A client sends its next request after the answer only, so there is never more than one here. */
    private static boolean isWhole(ByteBuffer received) {
        String text = new String(received.array(), 0, received.position(), StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return false;
        }
        int length = text.indexOf(LENGTH);
        int body = length < 0 || length > end
                ? 0
                : Integer.parseInt(text, length + LENGTH.length(), text.indexOf('\r', length), 10);
        return text.length() >= end + 4 + body;
    }

    private static void close(SelectionKey key) {
        try {
            key.channel().close();
        } catch (IOException closedAnyway) {
            // There is nothing else to do with it.
        }
    }

    @Override
    public void close() {
        try {
            selector.close();
            server.close();
            thread.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
