package dev.patchbay.domain.account;

import java.util.Optional;
import java.util.stream.IntStream;

/** What a person is called here: 1 to 80 characters, no control characters, no white space around it. */
public record DisplayName(String value) {
    public static final int MAX_LENGTH = 80;

    public DisplayName {
        if (!isGood(value)) {
            throw new IllegalArgumentException("a display name has 1 to 80 characters and no control characters");
        }
    }

    private static boolean isGood(String text) {
        return !text.isEmpty()
                && text.length() <= MAX_LENGTH
                && text.equals(stripped(text))
                && text.codePoints()
                        .noneMatch(c -> Character.getType(c) == Character.CONTROL
                                || Character.getType(c) == Character.FORMAT
                                || Character.getType(c) == Character.LINE_SEPARATOR
                                || Character.getType(c) == Character.PARAGRAPH_SEPARATOR
                                || Character.getType(c) == Character.SURROGATE);
    }

    /** The name a person typed, stripped; empty when it cannot be one. */
    public static Optional<DisplayName> parse(String text) {
        String stripped = stripped(text);
        return isGood(stripped) ? Optional.of(new DisplayName(stripped)) : Optional.empty();
    }

    /** The best that can be made of a name a provider gave; {@code Listener} when nothing is left of it. */
    public static DisplayName from(Optional<String> outsideName) {
        String kept = outsideName
                .orElse("")
                .codePoints()
                .filter(c -> Character.getType(c) != Character.CONTROL
                        && Character.getType(c) != Character.FORMAT
                        && Character.getType(c) != Character.LINE_SEPARATOR
                        && Character.getType(c) != Character.PARAGRAPH_SEPARATOR
                        && Character.getType(c) != Character.SURROGATE)
                .limit(MAX_LENGTH / 2)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return parse(kept).orElse(new DisplayName("Listener"));
    }

    /** As {@link String#strip}, for no-break spaces too: a name of these alone looks like none. */
    private static String stripped(String text) {
        int[] shown = IntStream.range(0, text.length())
                .filter(i -> !Character.isWhitespace(text.charAt(i)) && !Character.isSpaceChar(text.charAt(i)))
                .toArray();
        return shown.length == 0 ? "" : text.substring(shown[0], shown[shown.length - 1] + 1);
    }

    @Override
    public String toString() {
        return value;
    }
}
