package dev.patchbay.sandbox.wire;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * A TCP proxy on a loopback port of its own in front of any server, whose wire can be made to misbehave while it runs.
 * Put it before a token endpoint or a database. A connection goes by the wire it was given with {@link #next} or
 * {@link #arm}, or else by the usual one. Safe for many threads; {@link #close} ends every connection and thread.
 */
public final class FaultProxy implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 5_000;

    private final InetSocketAddress server;
    private final long seed;
    private final Orders orders = new Orders();
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private final AtomicInteger accepted = new AtomicInteger();
    private final LongAdder up = new LongAdder();
    private final LongAdder down = new LongAdder();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Gateway gateway;

    private FaultProxy(InetSocketAddress server, long seed) {
        this.server = server;
        this.seed = seed;
        this.gateway = new Gateway(this::welcome);
    }

    /** A sound proxy before this server, which need not be up yet. Jitter comes from a fixed seed. */
    public static FaultProxy to(String host, int port) {
        return to(host, port, 1);
    }

    /** As {@link #to(String, int)}, with jitter from this seed: the same for the n-th connection of every run. */
    public static FaultProxy to(String host, int port, long seed) {
        return new FaultProxy(new InetSocketAddress(host, port), seed);
    }

    /** The port on 127.0.0.1; the same for the proxy's whole life. */
    public int port() {
        return gateway.port();
    }

    /** Exactly the next connections get these wires, one each, after those already waiting. */
    public void next(Wire... wires) {
        orders.next(List.of(wires));
    }

    /**
     * The usual wire from now on: for new connections, and for running ones without a wire of their own. What is counted
     * or awaited on it is counted and awaited on each connection for itself.
     */
    public void always(Wire wire) {
        orders.always(wire);
        gateway.listen(!wire.isRefused());
    }

    /**
     * Whichever connection, old or new, is the first to send the wire's cue ({@link Wire#whenSent}; any byte if there is
     * none) gets it, and no other: one call of this, one fault. It takes effect at that moment.
     */
    public void arm(Wire wire) {
        orders.arm(wire);
    }

    /** All is well: the usual wire is sound, also for running connections, and whatever else was ordered is forgotten. */
    public void wellAgain() {
        orders.forget();
        links.forEach(Link::forget);
        orders.changed();
        gateway.listen(true);
    }

    /** Resets every open connection now, both sides. New ones are not concerned. */
    public void cutAll() {
        links.forEach(link -> link.end(Ending.RESET));
    }

    /** How many connections have been accepted, those that were reset at once included. */
    public int accepted() {
        return accepted.get();
    }

    /** How many connections to the server are open now. */
    public int open() {
        return links.size();
    }

    /** How many bytes went this way through all connections so far; what was lost or held back does not count. */
    public long delivered(Direction direction) {
        return bytes(direction).sum();
    }

    private LongAdder bytes(Direction direction) {
        return direction == Direction.UP ? up : down;
    }

    private void welcome(Socket client) {
        int number = accepted.incrementAndGet();
        Optional<Wire> own = orders.takeNext();
        if (own.filter(Wire::isRefused).isPresent()) {
            Link.close(client, Ending.RESET);
            return;
        }
        try {
            threads.execute(() -> serve(client, number, own));
        } catch (RejectedExecutionException e) {
            Link.close(client, Ending.RESET); // it came while the proxy was closing
        }
    }

    private void serve(Socket client, int number, Optional<Wire> own) {
        Socket upstream = new Socket();
        Link link = new Link(orders, client, upstream, own);
        links.add(link);
        try {
            if (own.orElseGet(orders::usual).isBlackhole()) {
                link.deafen(Direction.UP);
                pump(link, Direction.UP, number, up).run();
                return;
            }
            client.setTcpNoDelay(true);
            upstream.setTcpNoDelay(true);
            upstream.connect(server, PATIENCE_MILLIS);
            Thread downstream = Thread.ofVirtual().start(pump(link, Direction.DOWN, number, down));
            pump(link, Direction.UP, number, up).run();
            downstream.join();
        } catch (IOException e) {
            link.end(Ending.RESET); // the server is not there
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            link.end(Ending.RESET);
            links.remove(link);
        }
    }

    private Pump pump(Link link, Direction direction, int number, LongAdder delivered) {
        long own = seed + 2L * number + direction.ordinal();
        return new Pump(link, direction, orders, new SplittableRandom(own), delivered);
    }

    /** Ends every connection with a reset, and waits for the threads. */
    @Override
    public void close() {
        gateway.close();
        orders.close();
        threads.shutdown();
        cutAll();
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(5, TimeUnit.SECONDS)) {
                throw new IllegalStateException("a connection of the proxy does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
