package dev.patchbay.port.vault;

import java.time.Instant;

/**
 * Moves vault keys through their states, each move at once or not at all: of several processes that try, one does it. Safe
 * for many threads and processes.
 */
public interface KeyTurns {
    /**
     * Makes a pending key the active one; whichever was active before is {@link KeyState#DECRYPT_ONLY} from then on. There is no
     * moment at which there are two active keys, or none.
     *
     * @return false when it is not pending (any more); nothing is changed then
     */
    boolean promote(int number, Instant now);

    /**
     * Disables a key that only unwraps. A data key that names it, also one that is just being added, is reason to refuse.
     *
     * @return false when it is referenced, or in another state; nothing is changed then
     */
    boolean disable(int number, Instant now);

    /**
     * Destroys a key that has been disabled since before that time: its bytes are gone, the number stays taken.
     *
     * @return false when it is referenced, in another state, or disabled later; nothing is changed then
     */
    boolean destroy(int number, Instant disabledBefore, Instant now);
}
