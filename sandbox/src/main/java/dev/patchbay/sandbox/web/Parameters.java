package dev.patchbay.sandbox.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The parameters of a query or a form ({@code application/x-www-form-urlencoded}), in the order sent. Immutable. */
public final class Parameters {
    private final Map<String, String> values;
    private final boolean repeated;

    private Parameters(Map<String, String> values, boolean repeated) {
        this.values = Collections.unmodifiableMap(values);
        this.repeated = repeated;
    }

    /** Parameters that hold exactly these values. */
    public static Parameters of(Map<String, String> values) {
        return new Parameters(new LinkedHashMap<>(values), false);
    }

    /**
     * Reads an encoded query or form. Of a repeated name the first value is kept.
     *
     * @throws IllegalArgumentException if a percent escape is broken
     */
    public static Parameters parse(String encoded) {
        Map<String, String> values = new LinkedHashMap<>();
        boolean repeated = false;
        for (String pair : encoded.split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String name = URLDecoder.decode(equals < 0 ? pair : pair.substring(0, equals), UTF_8);
            String value = equals < 0 ? "" : URLDecoder.decode(pair.substring(equals + 1), UTF_8);
            repeated |= values.putIfAbsent(name, value) != null;
        }
        return new Parameters(values, repeated);
    }

    /** Encodes values as a query or form. */
    public static String encode(Map<String, String> values) {
        return values.entrySet().stream()
                .map(e -> URLEncoder.encode(e.getKey(), UTF_8) + "=" + URLEncoder.encode(e.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** The value; empty if the parameter is missing or has no text (RFC 6749 §3.1 treats both alike). */
    public Optional<String> get(String name) {
        String value = values.getOrDefault(name, "");
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    /** Whether the parameter is there with exactly this value. */
    public boolean has(String name, String value) {
        return value.equals(values.get(name));
    }

    /** Whether any name came more than once, which RFC 6749 §3.2 forbids. */
    public boolean repeated() {
        return repeated;
    }

    /** All values by name, in the order sent; unmodifiable. */
    public Map<String, String> asMap() {
        return values;
    }
}
