package dev.patchbay.pages.screen;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** One's account: ways to sign in, sessions, chats, language, export and end. */
public final class Account extends Screen {
    /** On that page. */
    public Account(Page page) {
        super(page);
    }

    /** Waits until it is shown. */
    public Account isShown() {
        isTitled("Your account");
        return this;
    }

    /** Ends all sessions. */
    public Locator signOutEverywhere() {
        return button("Sign out everywhere");
    }
}
