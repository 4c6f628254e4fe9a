package dev.patchbay.sandbox.web;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One request as the stand-ins see it.
 *
 * @param method the HTTP method
 * @param path the path without the query
 * @param query the query's parameters
 * @param form the body's parameters; empty unless the body was form-encoded
 * @param body the body as text, read as UTF-8
 * @param headers header values by lower-case name
 */
public record Request(
        String method, String path, Parameters query, Parameters form, String body, Map<String, List<String>> headers) {

    /** The first value of a header. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                .findFirst();
    }

    /** The value of a cookie; empty if the browser sent none of that name. */
    public Optional<String> cookie(String name) {
        return headers.getOrDefault("cookie", List.of()).stream()
                .flatMap(line -> Arrays.stream(line.split(";", -1)))
                .map(String::strip)
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.substring(name.length() + 1))
                .findFirst();
    }

    /**
     * Whether a browser sent this from a page of some other machine. A browser names the page that a form came from;
     * programs do not.
     */
    public boolean isForeign() {
        Optional<String> origin = header("origin");
        try {
            return origin.isPresent() && !Loopback.isLoopback(URI.create(origin.get()));
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    /** The credentials of an {@code Authorization} header of this scheme (RFC 9110 §11.4), such as {@code Bearer}. */
    public Optional<String> authorization(String scheme) {
        String prefix = scheme + " ";
        return header("authorization")
                .filter(value -> value.regionMatches(true, 0, prefix, 0, prefix.length()))
                .map(value -> value.substring(prefix.length()).strip())
                .filter(value -> !value.isEmpty());
    }

    /** Prints no parameters, no body and no headers: they hold codes, tokens and client secrets. */
    @Override
    public String toString() {
        return method + " " + (path.startsWith("/bot") ? "/bot..." : path); // a bot's token is in its path
    }
}
