package dev.patchbay.app.logging;

import dev.patchbay.port.settings.Settings;
import java.util.Locale;

/** What a line of the log looks like. It is the same for all of a JVM, for so is the log. */
public enum LogFormat {
    /** For people. */
    TEXT,
    /** A JSON object in each line, for programs that collect logs. */
    JSON;

    private static volatile LogFormat current = TEXT;

    /** By {@code LOG_FORMAT}; for people when it does not say. */
    public static LogFormat read(Settings settings) {
        String said = settings.text("LOG_FORMAT").orElse("text").toLowerCase(Locale.ROOT);
        return switch (said) {
            case "text" -> TEXT;
            case "json" -> JSON;
            default -> {
                settings.problem("LOG_FORMAT", "is text or json");
                yield TEXT;
            }
        };
    }

    /** From now on lines look like that. */
    public void use() {
        current = this;
    }

    static LogFormat current() {
        return current;
    }
}
