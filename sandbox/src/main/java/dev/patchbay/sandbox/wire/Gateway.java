package dev.patchbay.sandbox.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A loopback port that can stop listening and begin again. A second socket, bound and silent, keeps the port from being
 * given to anybody else meanwhile, and lets the system refuse connections.
 */
final class Gateway implements AutoCloseable {
    private static final int BACKLOG = 1024;

    private final Consumer<Socket> guest;
    private final Socket keeper = new Socket();
    private final InetSocketAddress address;
    private @Nullable ServerSocket listener;
    private @Nullable Thread porter;

    /** Takes a free port and listens; each new connection is given to {@code guest}, which must not block. */
    Gateway(Consumer<Socket> guest) {
        this.guest = guest;
        try {
            InetAddress loopback = InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
            keeper.setReuseAddress(true);
            keeper.bind(new InetSocketAddress(loopback, 0));
            this.address = new InetSocketAddress(loopback, keeper.getLocalPort());
            open();
        } catch (IOException e) {
            Link.close(keeper, Ending.CLOSE);
            throw new UncheckedIOException("cannot listen on 127.0.0.1", e);
        }
    }

    int port() {
        return address.getPort();
    }

    /** Listens, or does not. */
    synchronized void listen(boolean wanted) {
        try {
            if (wanted && listener == null) {
                open();
            } else if (!wanted) {
                shut();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot change whether the proxy listens", e);
        }
    }

    private void open() throws IOException {
        ServerSocket opened = new ServerSocket();
        try {
            opened.setReuseAddress(true);
            opened.bind(address, BACKLOG);
        } catch (IOException e) {
            opened.close();
            throw e;
        }
        listener = opened;
        porter = Thread.ofVirtual().name("proxy-gateway").start(() -> accept(opened));
    }

    private void accept(ServerSocket opened) {
        try {
            while (true) {
                guest.accept(opened.accept());
            }
        } catch (IOException e) {
            // closed: nobody listens any more
        }
    }

    private void shut() throws IOException {
        if (listener != null && porter != null) {
            listener.close();
            listener = null;
            try {
                porter.join(); // the system listens on until the last accept has returned
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public synchronized void close() {
        listen(false);
        Link.close(keeper, Ending.CLOSE);
    }
}
