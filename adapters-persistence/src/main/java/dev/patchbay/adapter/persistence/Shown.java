package dev.patchbay.adapter.persistence;

import java.util.Optional;

/** Fits text that is only shown to people into its column. */
final class Shown {

    static final int NAME = 1000;
    static final int ADDRESS = 2048;
    static final int EMAIL = 320;
    static final int DETAIL = 1000;

    private Shown() {}

    /** The text if it fits; a cut address or picture would be of no use. */
    static Optional<String> ifFits(Optional<String> text, int max) {
        return text.filter(value -> value.length() <= max);
    }

    /** The beginning that fits, whole characters only. */
    static String cut(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max;
        return text.substring(0, end);
    }
}
