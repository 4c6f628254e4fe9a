package dev.patchbay.faults;

import java.time.Duration;

/** How much is done: little in every build, much at night ({@code -Pfaults}). */
final class Scale {
    private static final boolean NIGHTLY = "nightly".equals(System.getProperty("faults.scale", "ci"));

    static int of(int ci, int nightly) {
        return NIGHTLY ? nightly : ci;
    }

    static boolean isNightly() {
        return NIGHTLY;
    }

    static Duration seconds(int ci, int nightly) {
        return Duration.ofSeconds(of(ci, nightly));
    }

    private Scale() {}
}
