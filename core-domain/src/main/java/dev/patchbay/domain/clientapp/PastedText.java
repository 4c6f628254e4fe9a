package dev.patchbay.domain.clientapp;

/**
 * A client id or secret as somebody copied it from a dashboard. What surrounds it is cut off; what cannot belong to it is refused with
 * a reason, because a credential that looks right and is not costs people hours.
 */
public sealed interface PastedText {
    /** The longest that a client id or secret may be. */
    int MAX_LENGTH = 255;

    /** Made of visible ASCII alone, 1 to 255 characters. */
    record Taken(String text) implements PastedText {
        @Override
        public String toString() {
            return "taken";
        }
    }

    /** @param why a plain clause that goes on from the name of the value; never quotes it */
    record Refused(String why) implements PastedText {}

    static PastedText read(String pasted) {
        String text = trimmed(pasted);
        if (text.isEmpty()) {
            return new Refused("is empty");
        }
        if (text.length() > MAX_LENGTH) {
            return new Refused("is longer than any client id or secret (255 characters)");
        }
        if (text.codePoints().anyMatch(PastedText::isQuote)) {
            return new Refused("has quotation marks in it: paste what is between them");
        }
        if (text.codePoints().anyMatch(PastedText::isBlank)) {
            return new Refused("has a space or line break in it: paste it in one piece");
        }
        if (text.codePoints().anyMatch(PastedText::isInvisible)) {
            return new Refused("has an invisible character in it: copy it again from the dashboard");
        }
        return text.codePoints().allMatch(c -> c > 0x20 && c < 0x7F)
                ? new Taken(text)
                : new Refused("has a character that no client id or secret has: copy it again from the dashboard");
    }

    /** Without white space at its ends, the kinds that {@link String#strip} leaves included. */
    private static String trimmed(String pasted) {
        int[] points = pasted.codePoints().toArray();
        int from = 0;
        int to = points.length;
        while (from < to && isBlank(points[from])) {
            from++;
        }
        while (to > from && isBlank(points[to - 1])) {
            to--;
        }
        return new String(points, from, to - from);
    }

    private static boolean isBlank(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isInvisible(int c) {
        return Character.getType(c) == Character.FORMAT || Character.isISOControl(c);
    }

    private static boolean isQuote(int c) {
        return c == '"'
                || c == '\''
                || c == '`'
                || Character.getType(c) == Character.INITIAL_QUOTE_PUNCTUATION
                || Character.getType(c) == Character.FINAL_QUOTE_PUNCTUATION
                || c == 0x201E
                || c == 0x201A;
    }
}
