package dev.patchbay.adapter.web.page;

/**
 * What a page tells first.
 *
 * @param words one or two plain sentences
 * @param tone whether it went well
 */
record Notice(String words, Tone tone) {
    enum Tone {
        GOOD,
        BAD
    }

    static Notice good(String words) {
        return new Notice(words, Tone.GOOD);
    }

    static Notice bad(String words) {
        return new Notice(words, Tone.BAD);
    }

    /** Bad news interrupts a screen reader, good news waits its turn. */
    Html html() {
        boolean bad = tone == Tone.BAD;
        return new Html("<p class=\"notice %s\" role=\"%s\">%s</p>"
                .formatted(
                        bad ? "bad" : "good",
                        bad ? "alert" : "status",
                        Html.text(words).markup()));
    }
}
