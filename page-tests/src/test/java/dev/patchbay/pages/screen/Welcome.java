package dev.patchbay.pages.screen;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** What whoever is not signed in sees. */
public final class Welcome extends Screen {
    /** On that page. */
    public Welcome(Page page) {
        super(page);
    }

    /** Waits until it is shown. */
    public Welcome isShown() {
        isTitled("Sign in once. Your music stays connected.");
        return this;
    }

    /** A way in. */
    public Locator signInWith(String provider) {
        return button("Sign in with " + provider);
    }

    /** A way in by a chat. */
    public Locator signInByChat(String messenger) {
        return button("Sign in by a chat in " + messenger);
    }
}
