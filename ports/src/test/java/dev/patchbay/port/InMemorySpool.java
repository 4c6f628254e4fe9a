package dev.patchbay.port;

import dev.patchbay.port.connection.Spool;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A spool in memory: it survives whatever a test calls a process. Safe for many threads. */
public final class InMemorySpool implements Spool {

    private final Set<Entry> kept = new LinkedHashSet<>();
    private boolean full;

    /** From now on nothing is kept, as on a full disk, until {@link #heal()}. What is kept already can be read and dropped. */
    public synchronized void fill() {
        full = true;
    }

    /** Keeps again. */
    public synchronized void heal() {
        full = false;
    }

    @Override
    public synchronized boolean keep(Entry entry) {
        if (!full) {
            kept.add(entry);
        }
        return !full;
    }

    @Override
    public synchronized List<Entry> entries() {
        return List.copyOf(kept);
    }

    @Override
    public synchronized void drop(Entry entry) {
        kept.remove(entry);
    }
}
