package dev.patchbay.sandbox.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** The newest bytes that a client sent, with enough of those before to find a text that came in two pieces. */
final class Upstream {
    static final int LONGEST_TEXT = 256;

    private String before = "";
    private String newest = "";

    void add(byte[] bytes, int count) {
        String all = before + newest;
        before = all.substring(Math.max(0, all.length() - LONGEST_TEXT));
        newest = new String(bytes, 0, count, ISO_8859_1);
    }

    /** Whether the text ends within the newest bytes. */
    boolean holds(String text) {
        int reach = Math.clamp(text.length() - 1L, 0, before.length());
        return (before.substring(before.length() - reach) + newest).contains(text);
    }
}
