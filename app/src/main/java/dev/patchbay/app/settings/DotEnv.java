package dev.patchbay.app.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads a {@code .env} file: {@code NAME=value} lines, {@code #} comments, an optional {@code export} in front, and values
 * in single or double quotes. Nothing is expanded.
 */
public final class DotEnv {
    /** Empty when there is no such file. */
    public static Map<String, String> read(Path file) {
        if (!Files.isRegularFile(file)) {
            return Map.of();
        }
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    static Map<String, String> parse(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        text.lines().map(String::strip).forEach(line -> {
            String rest = line.startsWith("export ") ? line.substring(7).strip() : line;
            int equals = rest.indexOf('=');
            if (equals > 0 && !rest.startsWith("#")) {
                values.put(
                        rest.substring(0, equals).strip(),
                        unquote(rest.substring(equals + 1).strip()));
            }
        });
        return values;
    }

    private static String unquote(String value) {
        boolean quoted = value.length() >= 2
                && ((value.startsWith("\"") && value.endsWith("\"")) || (value.startsWith("'") && value.endsWith("'")));
        if (quoted) {
            return value.substring(1, value.length() - 1);
        }
        int comment = value.indexOf(" #");
        return comment < 0 ? value : value.substring(0, comment).strip();
    }

    private DotEnv() {}
}
