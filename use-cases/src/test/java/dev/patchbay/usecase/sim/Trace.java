package dev.patchbay.usecase.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What happened in a universe, in words; kept only when one is looked at again. */
final class Trace {
    private final List<String> lines = new ArrayList<>();
    private final boolean on;
    private final Kernel kernel;

    Trace(boolean on, Kernel kernel) {
        this.on = on;
        this.kernel = kernel;
    }

    /** Ask this before building a line: most universes are never read. */
    boolean isOn() {
        return on;
    }

    void note(String what) {
        if (on) {
            String who = kernel.isInTask() ? kernel.running().toString() : "outside";
            lines.add(String.format(Locale.ROOT, "%12.6f %-22s %s", kernel.now() / 1e6, who, what));
        }
    }

    String text() {
        return String.join("\n", lines);
    }
}
