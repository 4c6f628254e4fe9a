package dev.patchbay.oauth;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Parameters in the order they were added; a name comes once. Prints names only. Not safe for many threads. */
public final class Form {
    private final Map<String, String> parameters = new LinkedHashMap<>();

    /** Adds a parameter, or replaces the one of that name. */
    public Form with(String name, String value) {
        parameters.put(name, value);
        return this;
    }

    /** Adds all of these. */
    public Form with(Map<String, String> more) {
        parameters.putAll(more);
        return this;
    }

    /** As {@code application/x-www-form-urlencoded} in UTF-8. */
    String encoded() {
        return parameters.entrySet().stream()
                .map(parameter -> encode(parameter.getKey()) + "=" + encode(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    /**
     * The address with these parameters after those it has. A space becomes {@code %20}, which every server reads
     * alike.
     */
    public URI appendedTo(URI address) {
        String text = address.toString();
        String join = address.getRawQuery() == null ? "?" : "&";
        return URI.create(text + join + encoded().replace("+", "%20"));
    }

    /** RFC 6749 appendix B; what client ids and secrets go through before they become Basic credentials (§2.3.1). */
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** All of them, for whoever has to sign them. */
    public Map<String, String> values() {
        return Map.copyOf(parameters);
    }

    @Override
    public String toString() {
        return parameters.keySet().toString();
    }
}
