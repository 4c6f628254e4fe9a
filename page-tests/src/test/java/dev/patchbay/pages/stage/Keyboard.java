package dev.patchbay.pages.stage;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Somebody who has no pointer: goes from stop to stop, and sees at each where they are. */
public final class Keyboard {
    private static final int MOST_STOPS = 80;
    private static final String WHERE = """
        () => {
          const here = document.activeElement;
          if (!here || here === document.body) return '';
          const style = getComputedStyle(here);
          const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
          const box = here.getBoundingClientRect();
          const inView = box.bottom > 0 && box.top < innerHeight && box.width > 0 && box.height > 0;
          return outlined && inView ? '' : here.outerHTML.slice(0, 200);
        }
        """;

    private final Page page;

    Keyboard(Page page) {
        this.page = page;
    }

    /** Goes on with Tab until that button, link or field has the focus. */
    public Keyboard goesTo(AriaRole role, String name) {
        return goesTo(
                page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true)));
    }

    /** Goes on with Tab until that has the focus. */
    public Keyboard goesTo(Locator wanted) {
        wanted.waitFor();
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            if (Boolean.TRUE.equals(wanted.evaluate("one => one === document.activeElement"))) {
                return this;
            }
            page.keyboard().press("Tab");
            String unseen = String.valueOf(page.evaluate(WHERE));
            if (!unseen.isEmpty()) {
                throw new AssertionError("nobody sees that this has the focus: " + unseen);
            }
        }
        throw new AssertionError("it cannot be reached with Tab: " + wanted);
    }

    /** Presses a key. */
    public Keyboard presses(String key) {
        page.keyboard().press(key);
        return this;
    }

    /** Types. */
    public Keyboard types(String text) {
        page.keyboard().type(text);
        return this;
    }
}
