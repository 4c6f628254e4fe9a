package dev.patchbay.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

/** Cuts what a test is about out of a page. */
final class Pieces {
    private Pieces() {}

    static String between(String text, String start, String end) {
        int from = text.indexOf(start);
        assertThat(from).as("%s in %s", start, text).isNotNegative();
        return text.substring(from, text.indexOf(end, from));
    }
}
