package dev.patchbay.usecase.sim;

import dev.patchbay.domain.connection.Connection;
import dev.patchbay.usecase.connection.Lending;
import java.time.Duration;
import java.util.Optional;

/** What runs in a process. Every method is called in a task of it, and may throw what the real acts throw. */
interface Service {
    Lending lend(Slot who, Optional<Duration> minTtl);

    Lending lendRefreshed(Slot who);

    /** @return false when there was nothing to disconnect */
    boolean disconnect(Slot who);

    /** Ends a consent that came back with this code. Empty when nothing was connected. */
    Optional<Connection> connect(Slot who, String code);

    /** What is done once, before anything else. */
    void start();

    /** What is done every second. */
    void recover();

    /** What is done every minute. */
    void sweep();
}
