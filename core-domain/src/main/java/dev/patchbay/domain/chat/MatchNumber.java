package dev.patchbay.domain.chat;

import java.util.Optional;
import java.util.regex.Pattern;

/** The number that is shown in one place and has to be typed in another (number matching, as in RFC 10027): two digits, 10 to 99. */
public final class MatchNumber {
    public static final int LEAST = 10;
    public static final int MOST = 99;

    /** How many there are: whoever guesses is right once in so many times. */
    public static final int COUNT = MOST - LEAST + 1;

    private static final Pattern TYPED = Pattern.compile("[1-9][0-9]");

    private MatchNumber() {}

    /** What somebody typed; empty when it is no such number. */
    public static Optional<Integer> parse(String text) {
        return TYPED.matcher(text).matches() ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    static void require(int number) {
        if (number < LEAST || number > MOST) {
            throw new IllegalArgumentException("the number has two digits");
        }
    }
}
