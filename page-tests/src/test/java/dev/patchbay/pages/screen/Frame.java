package dev.patchbay.pages.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** What is around every screen: places, notices, the way out, languages. */
public final class Frame extends Screen {
    /** Of that page. */
    public Frame(Page page) {
        super(page);
    }

    /** The way to another screen. */
    public Locator place(String name) {
        return page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Places"))
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    /** The way out. */
    public Locator signOut() {
        return button("Sign out");
    }

    /** Waits until good news is told. */
    public void tells(String words) {
        assertThat(page.getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions().setHasText(words)))
                .isVisible();
    }

    /** Waits until it is told what went wrong. */
    public void warns(String words) {
        assertThat(page.getByRole(AriaRole.ALERT).filter(new Locator.FilterOptions().setHasText(words)))
                .isVisible();
    }

    /** The dialog of that title, once it is open. */
    public Locator dialog(String title) {
        Locator dialog = page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName(title));
        assertThat(dialog).isVisible();
        return dialog;
    }

    /** What can be pressed in that dialog. */
    public static Locator answer(Locator dialog, String label) {
        return dialog.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(label).setExact(true));
    }
}
