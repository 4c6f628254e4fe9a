package dev.patchbay.pages.stage;

import java.util.Locale;

/**
 * Somebody who has no account anywhere before the story.
 *
 * @param name as they are called everywhere; nobody else in a run has it
 */
public record Person(String name) {
    /** Their address. */
    public String email() {
        return idAtParties() + "@example.com";
    }

    /** What the stand-ins know them by, once they have been there. */
    public String idAtParties() {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
