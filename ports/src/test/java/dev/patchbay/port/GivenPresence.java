package dev.patchbay.port;

import dev.patchbay.port.connection.Presence;
import java.util.HashSet;
import java.util.Set;

/** A process that knows of the others what a test tells it. At first nobody is gone. Safe for many threads. */
public final class GivenPresence implements Presence {

    private final String me;
    private final Set<String> gone = new HashSet<>();

    private GivenPresence(String me) {
        this.me = me;
    }

    /** A process of that name. */
    public static GivenPresence of(String me) {
        return new GivenPresence(me);
    }

    /** That process has ended, and this one knows. */
    public synchronized void ended(String holder) {
        if (holder.equals(me)) {
            throw new IllegalArgumentException("who asks is there");
        }
        gone.add(holder);
    }

    @Override
    public String me() {
        return me;
    }

    @Override
    public synchronized boolean isGone(String holder) {
        return gone.contains(holder);
    }
}
