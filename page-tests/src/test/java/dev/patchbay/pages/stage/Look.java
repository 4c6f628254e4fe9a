package dev.patchbay.pages.stage;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;

/** What is shown, looked at in both themes, on a wide and on a narrow window. */
public final class Look {
    private static final List<Integer> WIDTHS = List.of(1280, 360);
    private static final List<ColorScheme> THEMES = List.of(ColorScheme.LIGHT, ColorScheme.DARK);
    /** Which element it is that sticks out; what scrolls in a box of its own does not. */
    private static final String STICKING_OUT = """
        () => document.documentElement.scrollWidth <= innerWidth ? '' : 'scrolls sideways because of ' +
          [...document.body.querySelectorAll('*')]
            .filter(one => one.getBoundingClientRect().left + one.scrollWidth > innerWidth + 1)
            .slice(-3).map(one => one.outerHTML.slice(0, 160)).join(' and ')
        """;
    /** What fades has colours meanwhile that nobody chose, and what pulses never comes to rest. */
    private static final String AT_REST = """
        () => {
          const still = new CSSStyleSheet();
          still.replaceSync('*, *::before, *::after { transition: none !important; animation: none !important }');
          document.adoptedStyleSheets = [still];
        }
        """;

    /** All that keeps somebody out in some theme at some width, each with where that is; none on a good page. */
    public static List<String> everyWay(Page page) {
        var before = page.viewportSize();
        List<String> faults = new ArrayList<>();
        for (int width : WIDTHS) {
            page.setViewportSize(width, 900);
            String sticksOut = String.valueOf(page.evaluate(STICKING_OUT));
            if (!sticksOut.isEmpty()) {
                faults.add(page.url() + " at " + width + " px " + sticksOut);
            }
            for (ColorScheme theme : THEMES) {
                in(page, theme);
                Axe.faults(page)
                        .forEach(fault -> faults.add(page.url() + " at " + width + " px, " + theme + ": " + fault));
            }
        }
        page.setViewportSize(before.width, before.height);
        return faults;
    }

    /** Shows the page in that theme, without anything in between. */
    public static void in(Page page, ColorScheme theme) {
        Object unused = page.evaluate(AT_REST);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
    }

    private Look() {}
}
