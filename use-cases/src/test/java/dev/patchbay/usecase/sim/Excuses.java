package dev.patchbay.usecase.sim;

import dev.patchbay.domain.provider.GrantClass;
import dev.patchbay.usecase.sim.Ledger.Grant;

/**
 * Says which losses nobody could have avoided. With a strict provider there is one window: it has processed a rotation, and
 * the answer is not durable here yet. With a grace period there is the time in which nobody could show the token again. With
 * the other classes there is none.
 */
final class Excuses {
    /** An awake process that has an answer puts it on a disk or into the store within this time. */
    static final long DURABLE_WITHIN = 5 * Kernel.SECOND;

    private final Weather weather;

    Excuses(Weather weather) {
        this.weather = weather;
    }

    boolean areThereFor(Grant grant, GrantClass grantClass) {
        if (grant.rotations.isEmpty()) {
            return false;
        }
        Rotation last = grant.rotations.getLast();
        return switch (grantClass) {
            case GrantClass.NonRotating() -> false;
            case GrantClass.Overlap() -> false;
            case GrantClass.Grace(var window) -> !couldBeShownAgain(last, window.toMillis() * Kernel.MILLI);
            case GrantClass.Strict() -> isOutsideOurHands(last, Long.MAX_VALUE);
            case GrantClass.StrictRevoke() ->
                isOutsideOurHands(last, grant.doomedAt) || wasOutOfReach(last, grant) || grant.endedByAGhost;
        };
    }

    /** A process that may work needs the longest back-off inside the window, and a few seconds for the renewal. */
    private boolean couldBeShownAgain(Rotation rotation, long window) {
        long opened = rotation.shown.spentAt;
        return weather.wasFine(opened, opened + window, window / 6 + 3 * Kernel.SECOND);
    }

    private static boolean isOutsideOurHands(Rotation rotation, long doomedAt) {
        if (rotation.isDurableBy(doomedAt)) {
            return false;
        }
        long until = Math.min(rotation.asker.diedAt(), doomedAt);
        return rotation.reachedAt > until || rotation.asker.awake(rotation.reachedAt, until) < DURABLE_WITHIN;
    }

    /** It lay on the disk of a machine that was down, or without a store, when somebody else had to ask. */
    private static boolean wasOutOfReach(Rotation rotation, Grant grant) {
        return rotation.spooledAt < grant.doomedAt && grant.endedOutOfReach;
    }
}
