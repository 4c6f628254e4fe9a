package dev.patchbay.usecase.sim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;

/** When it was stormy: times in which nobody could be expected to get a renewal done. */
final class Weather {
    private record Storm(long from, long until) {}

    /** An app that its provider refused has one try in this time; whoever takes it and fails, took it from all. */
    private static final long BETWEEN_TRIES = 5 * Kernel.MINUTE;

    private final List<Storm> storms = new ArrayList<>();
    private final BooleanSupplier isAppBlocked;

    /** @param isAppBlocked whether it is noted that the provider refuses the app */
    Weather(BooleanSupplier isAppBlocked) {
        this.isAppBlocked = isAppBlocked;
    }

    /** Something went wrong that keeps people from working. */
    void storm(long from, long until) {
        storms.add(new Storm(from, isAppBlocked.getAsBoolean() ? until + BETWEEN_TRIES : until));
    }

    /** Somebody was at work, and nobody else was to interfere. */
    void work(long from, long until) {
        storms.add(new Storm(from, until));
    }

    /** Whether between the two there was fine weather for so long in one piece. */
    boolean wasFine(long from, long until, long enough) {
        storms.sort(Comparator.comparingLong(Storm::from));
        long fineSince = from;
        for (Storm storm : storms) {
            if (Math.min(storm.from(), until) - fineSince >= enough) {
                return true;
            }
            fineSince = Math.max(fineSince, storm.until());
        }
        return until - fineSince >= enough;
    }
}
