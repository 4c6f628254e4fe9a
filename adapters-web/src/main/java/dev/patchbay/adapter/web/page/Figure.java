package dev.patchbay.adapter.web.page;

import java.text.NumberFormat;

/** Numbers as people here write them. */
final class Figure {
    private static final long LONG = 10_000;

    private Figure() {}

    /** Such as "12,345". */
    static String whole(long number, Words words) {
        return NumberFormat.getIntegerInstance(words.locale()).format(number);
    }

    /** Such as "12k", where there is little room. */
    static String brief(long number, Words words) {
        return number < LONG
                ? whole(number, words)
                : NumberFormat.getCompactNumberInstance(words.locale(), NumberFormat.Style.SHORT)
                        .format(number);
    }
}
