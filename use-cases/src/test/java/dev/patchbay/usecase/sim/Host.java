package dev.patchbay.usecase.sim;

import dev.patchbay.port.InMemorySpool;
import org.jspecify.annotations.Nullable;

/** A machine: at most one living process, and a disk that outlives it. */
final class Host {
    final int number;
    final InMemorySpool disk = new InMemorySpool();
    private int boots;
    private @Nullable Boot boot;

    Host(int number) {
        this.number = number;
    }

    /** A new life, with a new name. */
    Boot boot(long now) {
        Boot fresh = new Boot(this, "h" + number + "b" + ++boots, now);
        boot = fresh;
        return fresh;
    }

    /** The living process; null while there is none. */
    @Nullable
    Boot alive() {
        return boot != null && !boot.isDead() ? boot : null;
    }
}
