package dev.patchbay.adapter.web.client;

import java.util.ArrayList;
import java.util.List;

/** The hops that proxies wrote down, the nearest one last. */
final class ForwardedFor {
    private static final String PARAMETER = "for=";

    private ForwardedFor() {}

    /** Of {@code X-Forwarded-For}. @param lines as they came; several count as one (RFC 9110 §5.3) */
    static List<String> plain(List<String> lines) {
        return parts(lines, ',').stream().map(String::strip).toList();
    }

    /** Of {@code Forwarded} (RFC 7239 §4). A hop that does not say whom it serves is an empty text. */
    static List<String> standard(List<String> lines) {
        return parts(lines, ',').stream().map(ForwardedFor::whom).toList();
    }

    private static String whom(String element) {
        for (String pair : parts(List.of(element), ';')) {
            String text = pair.strip();
            if (text.regionMatches(true, 0, PARAMETER, 0, PARAMETER.length())) {
                return unquoted(text.substring(PARAMETER.length()));
            }
        }
        return "";
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    /** What is in quotes is not taken apart. */
    private static List<String> parts(List<String> lines, char separator) {
        List<String> parts = new ArrayList<>();
        for (String line : lines) {
            boolean quoted = false;
            int begin = 0;
            for (int at = 0; at < line.length(); at++) {
                char c = line.charAt(at);
                if (c == '"') {
                    quoted = !quoted;
                } else if (c == separator && !quoted) {
                    parts.add(line.substring(begin, at));
                    begin = at + 1;
                }
            }
            parts.add(line.substring(begin));
        }
        return parts;
    }
}
