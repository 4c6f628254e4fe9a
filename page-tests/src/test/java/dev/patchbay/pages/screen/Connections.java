package dev.patchbay.pages.screen;

import com.microsoft.playwright.Page;

/** What whoever is signed in sees first. */
public final class Connections extends Screen {
    /** On that page. */
    public Connections(Page page) {
        super(page);
    }

    /** Waits until it is shown. */
    public Connections isShown() {
        isTitled("Your connections");
        return this;
    }
}
