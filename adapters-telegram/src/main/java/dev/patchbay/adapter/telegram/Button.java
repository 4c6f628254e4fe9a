package dev.patchbay.adapter.telegram;

import java.net.URI;

/** A button under a message. */
sealed interface Button {
    String label();

    /** Leads somewhere. */
    record Link(String label, URI address) implements Button {}

    /** Tells us that it was tapped. */
    record Tap(String label, Tapped what) implements Button {}
}
