package dev.patchbay.adapter.web.settings;

import dev.patchbay.port.settings.ModuleSettings;
import dev.patchbay.port.settings.Settings;
import java.util.Locale;

/**
 * {@code PAGE}.
 *
 * @param shown whether our own page is served; without it people come back to {@code FRONTEND_URL}
 */
public record PageSettings(boolean shown) implements ModuleSettings {
    static final String PAGE = "PAGE";

    /** Reads it, and notes what is wrong. */
    public static PageSettings read(Settings settings) {
        String word = settings.text(PAGE).orElse("on").toLowerCase(Locale.ROOT);
        switch (word) {
            case "on", "off" -> {}
            default -> settings.problem(PAGE, "must be on or off");
        }
        boolean off = word.equals("off");
        if (off && settings.text(WebSettings.FRONTEND_URL).isEmpty()) {
            settings.problem(PAGE, "off needs FRONTEND_URL: people have to come back to some page");
        }
        return new PageSettings(!off);
    }
}
