package dev.patchbay.adapter.web.attempt;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The same wishes, sent by an HTML form ({@code application/x-www-form-urlencoded}). */
final class BeginForm {

    private BeginForm() {}

    /** Empty when it is not well formed. */
    static Optional<BeginRequest> read(byte[] body) {
        List<String> pairs = Arrays.stream(new String(body, StandardCharsets.UTF_8).split("&"))
                .filter(pair -> !pair.isEmpty())
                .toList();
        try {
            return Optional.of(new BeginRequest(
                    value(pairs, "returnTo"),
                    value(pairs, "return"),
                    value(pairs, "app"),
                    null,
                    "true".equals(value(pairs, "reconnect"))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static @Nullable String value(List<String> pairs, String name) {
        return pairs.stream()
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse(null);
    }
}
