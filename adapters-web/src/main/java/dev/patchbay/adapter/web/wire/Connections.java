package dev.patchbay.adapter.web.wire;

import dev.patchbay.adapter.web.client.ClientAddresses;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/** How many connections there are. Safe for many threads. */
@Singleton
final class Connections {
    private final ConcurrentMap<Long, Integer> open = new ConcurrentHashMap<>();
    private final AtomicInteger all = new AtomicInteger();
    private final WireSettings settings;
    private final ClientAddresses addresses;

    Connections(WireSettings settings, ClientAddresses addresses) {
        this.settings = settings;
        this.addresses = addresses;
    }

    /** Counts one. @return false when it is one too many, and was not counted */
    boolean open(InetAddress from) {
        if (all.incrementAndGet() > settings.most()) {
            all.decrementAndGet();
            return false;
        }
        if (isCounted(from)
                && open.merge(ClientAddresses.sourceOf(from), 1, Integer::sum) > settings.mostPerAddress()) {
            close(from);
            return false;
        }
        return true;
    }

    /** One that was counted ended. */
    void close(InetAddress from) {
        all.decrementAndGet();
        if (isCounted(from)) {
            open.computeIfPresent(ClientAddresses.sourceOf(from), (_, count) -> count > 1 ? count - 1 : null);
        }
    }

    private boolean isCounted(InetAddress from) {
        return !from.isLoopbackAddress() && !addresses.isProxy(from);
    }
}
