package dev.patchbay.pages.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** What all screens have, found as a screen reader finds it: by role and name. */
public class Screen {
    /** What is shown. */
    protected final Page page;

    Screen(Page page) {
        this.page = page;
    }

    /** The one button of this name. */
    protected final Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** The one link of this name. */
    protected final Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** The dialog that is open. */
    protected final Locator dialog() {
        return page.getByRole(AriaRole.DIALOG);
    }

    /** Waits for the screen's title. */
    protected final void isTitled(String title) {
        assertThat(page.getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setLevel(1).setName(title)))
                .isVisible();
    }
}
