package dev.patchbay.adapter.web.message;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a page without scripts sends: the fields of an HTML form ({@code application/x-www-form-urlencoded}). */
public final class Form {
    private final List<String> pairs;

    private Form(List<String> pairs) {
        this.pairs = pairs;
    }

    /** Whether the request says that its body is one. */
    public static boolean isIn(HttpRequest<?> request) {
        return request.getContentType()
                .filter(type -> type.getName().equals(MediaType.APPLICATION_FORM_URLENCODED))
                .isPresent();
    }

    /** No body at all is a form without fields. */
    public static Form in(HttpRequest<byte[]> request) {
        String body = new String(request.getBody().orElse(new byte[0]), StandardCharsets.UTF_8);
        return new Form(
                Arrays.stream(body.split("&")).filter(pair -> !pair.isEmpty()).toList());
    }

    /**
     * The first field of that name; empty without one, and when nothing was written into it.
     *
     * @throws IllegalArgumentException when it is not well encoded
     */
    public Optional<String> value(String name) {
        return pairs.stream()
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8))
                .filter(value -> !value.isEmpty())
                .findFirst();
    }
}
