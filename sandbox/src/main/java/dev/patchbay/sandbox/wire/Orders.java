package dev.patchbay.sandbox.wire;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/** What has been ordered of a proxy, for all its connections. Safe for many threads. */
final class Orders {
    private final Queue<Wire> next = new ArrayDeque<>();
    private final List<Wire> armed = new ArrayList<>();
    private Wire usual = Wire.sound();
    private boolean closed;

    synchronized void next(List<Wire> wires) {
        next.addAll(wires);
    }

    synchronized void arm(Wire wire) {
        armed.add(wire);
    }

    synchronized void always(Wire wire) {
        usual = wire;
        notifyAll();
    }

    synchronized void forget() {
        next.clear();
        armed.clear();
        always(Wire.sound());
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }

    synchronized boolean isClosed() {
        return closed;
    }

    synchronized Wire usual() {
        return usual;
    }

    /** The wire meant for exactly this new connection. */
    synchronized Optional<Wire> takeNext() {
        return Optional.ofNullable(next.poll());
    }

    /** The armed wire whose cue has just been sent; it is used up. */
    synchronized Optional<Wire> takeArmed(Upstream upstream) {
        Iterator<Wire> waiting = armed.iterator();
        while (waiting.hasNext()) {
            Wire wire = waiting.next();
            if (upstream.holds(wire.cue().orElse(""))) {
                waiting.remove();
                return Optional.of(wire);
            }
        }
        return Optional.empty();
    }

    /** Wakes those who wait for a change. */
    synchronized void changed() {
        notifyAll();
    }

    /** Waits for a change of orders, up to this long; may return early. */
    synchronized void awaitChange(Duration atMost) throws InterruptedException {
        long millis = atMost.toMillis();
        if (!closed && millis > 0) {
            wait(millis);
        }
    }
}
