package dev.patchbay.domain.activity;

import java.util.Locale;

/** What the audit chain can be found to be wrong in; {@link #code()} is what scripts look for. */
public enum AuditFlaw {
    LINK_MISSING("links before this one are missing"),
    LINK_CHANGED("this link, or one that was in its place, was changed"),
    EVENT_MISSING("the event was removed, and its account was not erased"),
    EVENT_CHANGED("the event was changed, or made up, by somebody who does not have the key"),
    EVENT_EXCHANGED("another event stands in the place of the one that was chained"),
    EVENT_NOT_OURS("the event was noted without a signature"),
    EVENT_NOT_CHAINED("the event says that it is in the chain, and is not, or is there twice"),
    HEAD_NOT_REACHED(
            "the chain does not contain the head that was expected: its end was cut off, or all of it was replaced");

    private final String words;

    AuditFlaw(String words) {
        this.words = words;
    }

    /** Stable, lower case, such as {@code event_changed}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** One plain clause for an operator. */
    public String words() {
        return words;
    }
}
