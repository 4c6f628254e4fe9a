package dev.patchbay.domain.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How often a chat lately said what may be a guess at a code or a number.
 *
 * @param count 1 to {@link #MOST}
 * @param last when the latest one was let through
 */
public record Tries(int count, Instant last) {
    /** How many are let through in any one minute. */
    public static final int MOST = 5;

    /** How long a chat has to leave guessing alone to have all of them again. */
    public static final Duration REST = Duration.ofMinutes(1);

    public Tries {
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException("tries are 1 to " + MOST);
        }
    }

    /**
     * With one more. They are counted anew a minute after the latest, not after the first: so no minute holds the end of one count and the
     * beginning of the next.
     *
     * @param before empty when there was none yet
     * @return empty when it is one too many
     */
    public static Optional<Tries> after(Optional<Tries> before, Instant now) {
        if (before.isEmpty() || !now.isBefore(before.get().last.plus(REST))) {
            return Optional.of(new Tries(1, now));
        }
        Tries seen = before.get();
        // Clocks of processes differ a little; the rest counts from the later.
        return seen.count < MOST
                ? Optional.of(new Tries(seen.count + 1, now.isAfter(seen.last) ? now : seen.last))
                : Optional.empty();
    }
}
