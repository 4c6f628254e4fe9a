package dev.patchbay.pages.screen;

import com.microsoft.playwright.Page;

/** How the service does, for whoever looks after it. */
public final class Operator extends Screen {
    /** On that page. */
    public Operator(Page page) {
        super(page);
    }

    /** Waits until it is shown. */
    public Operator isShown() {
        isTitled("How the service does");
        return this;
    }
}
