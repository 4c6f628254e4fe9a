package dev.patchbay.adapter.persistence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A JDBC URL taken apart: what stands before the options, and the options, whose names ignore case. H2 writes
 * {@code base;A=1;B=2}, MySQL {@code base?a=1&b=2}.
 */
record JdbcUrl(String base, Map<String, String> options, char begin, char separator) {

    static JdbcUrl h2(String url) {
        return parse(url, ';', ';');
    }

    static JdbcUrl mysql(String url) {
        return parse(url, '?', '&');
    }

    private static JdbcUrl parse(String url, char begin, char separator) {
        int end = url.indexOf(begin);
        Map<String, String> options = new LinkedHashMap<>();
        if (end >= 0) {
            for (String option : split(url.substring(end + 1), separator)) {
                int equals = option.indexOf('=');
                options.put(
                        equals < 0 ? option : option.substring(0, equals),
                        equals < 0 ? "" : option.substring(equals + 1));
            }
        }
        return new JdbcUrl(end < 0 ? url : url.substring(0, end), options, begin, separator);
    }

    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
            parts.add(text.substring(from, at));
            from = at + 1;
        }
        parts.add(text.substring(from));
        parts.removeIf(String::isBlank);
        return parts;
    }

    Optional<String> option(String name) {
        return options.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    boolean startsWith(String prefix) {
        return base.toLowerCase(Locale.ROOT).startsWith(prefix);
    }

    /** This URL with those of the options that it does not have yet. */
    JdbcUrl withMissing(Map<String, String> wanted) {
        Map<String, String> all = new LinkedHashMap<>(options);
        wanted.forEach((name, value) -> {
            if (option(name).isEmpty()) {
                all.put(name, value);
            }
        });
        return new JdbcUrl(base, all, begin, separator);
    }

    /** This URL with these options, in place of its own of the same names. */
    JdbcUrl with(Map<String, String> wanted) {
        Map<String, String> all = new LinkedHashMap<>(options);
        all.keySet().removeIf(name -> wanted.keySet().stream().anyMatch(name::equalsIgnoreCase));
        all.putAll(wanted);
        return new JdbcUrl(base, all, begin, separator);
    }

    @Override
    public String toString() {
        return options.isEmpty() ? base : base + begin + joined();
    }

    private String joined() {
        return options.entrySet().stream()
                .map(option -> option.getKey() + "=" + option.getValue())
                .collect(Collectors.joining(String.valueOf(separator)));
    }
}
