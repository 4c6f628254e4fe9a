package dev.patchbay.sandbox.wire;

import java.io.IOException;
import java.net.Socket;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One connection through the proxy: its two sockets and the wire between them. Safe for many threads. */
final class Link {
    private final Orders orders;
    private final Socket client;
    private final Socket server;
    private final Upstream upstream = new Upstream();
    private final Set<Direction> deaf = EnumSet.noneOf(Direction.class);
    private final Set<Direction> atEnd = EnumSet.noneOf(Direction.class);
    private @Nullable Course own;
    private Course usual;
    private boolean ended;

    /** A link on this wire of its own or, if there is none, on the usual one. */
    Link(Orders orders, Socket client, Socket server, Optional<Wire> ofItsOwn) {
        this.orders = orders;
        this.client = client;
        this.server = server;
        this.own = ofItsOwn.map(Course::new).orElse(null);
        this.usual = new Course(orders.usual());
    }

    Socket from(Direction direction) {
        return direction == Direction.UP ? client : server;
    }

    Socket to(Direction direction) {
        return direction == Direction.UP ? server : client;
    }

    private Course course() {
        if (own != null) {
            return own;
        }
        if (usual.wire() != orders.usual()) {
            usual = new Course(orders.usual());
        }
        return usual;
    }

    /** Hears what the client sent, before it goes on: it may be the cue of a fault. */
    synchronized void hear(byte[] bytes, int count) {
        upstream.add(bytes, count);
        course().hear(upstream);
        orders.takeArmed(upstream).ifPresent(wire -> own = new Course(wire).begin());
    }

    synchronized Flow flow(Direction direction) {
        return course().flow(direction);
    }

    /** How many bytes may still go this way before the cut. */
    synchronized long room(Direction direction) {
        return course().room(direction);
    }

    synchronized void pass(Direction direction, long bytes) {
        course().pass(direction, bytes);
    }

    /** From now on the usual wire is good enough. */
    synchronized void forget() {
        own = null;
    }

    synchronized void deafen(Direction direction) {
        deaf.add(direction);
    }

    synchronized boolean isDeaf(Direction direction) {
        return deaf.contains(direction);
    }

    synchronized boolean hasEnded() {
        return ended;
    }

    /** No more comes from this side. */
    void endOf(Direction direction) {
        boolean both;
        synchronized (this) {
            atEnd.add(direction);
            both = atEnd.size() == Direction.values().length;
        }
        if (both) {
            end(Ending.CLOSE);
        }
    }

    /** Ends both sides, once. */
    void end(Ending how) {
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
        }
        close(client, how);
        close(server, how);
        orders.changed();
    }

    /** Closes a socket in this way; one that is closed already stays so. */
    static void close(Socket socket, Ending how) {
        try (socket) {
            if (how == Ending.RESET) {
                socket.setSoLinger(true, 0); // closing then discards and sends RST
            }
        } catch (IOException e) {
            // it was closed from the other end, which is all that was wanted
        }
    }
}
