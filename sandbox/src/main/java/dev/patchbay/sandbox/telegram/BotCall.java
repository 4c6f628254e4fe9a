package dev.patchbay.sandbox.telegram;

import dev.patchbay.sandbox.web.Json;
import dev.patchbay.sandbox.web.Request;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A method of the Bot API with its arguments, from the query, a form or JSON alike. As at Telegram, a structured
 * argument may come as JSON or as a text of JSON. Immutable.
 *
 * @param method in lower case; Telegram does not tell cases apart
 */
record BotCall(String method, Map<String, Object> arguments) {
    static BotCall of(String method, Request request) {
        Map<String, Object> arguments = new LinkedHashMap<>(request.query().asMap());
        arguments.putAll(request.form().asMap());
        String type = request.header("content-type").orElse("").toLowerCase(Locale.ROOT);
        if (type.startsWith("application/json") && !request.body().isBlank()) {
            arguments.putAll(object(request.body()));
        } else if (type.startsWith("multipart/form-data")) {
            throw BotRefusal.bad("the sandbox reads queries, forms and JSON, and takes no files");
        }
        return of(method, arguments);
    }

    static BotCall of(String method, Map<String, Object> arguments) {
        return new BotCall(method.toLowerCase(Locale.ROOT), arguments);
    }

    private static Map<String, Object> object(String json) {
        try {
            return Json.read(json);
        } catch (IllegalArgumentException e) {
            throw BotRefusal.bad("can't parse JSON object");
        }
    }

    /** The text of an argument; empty if there is none. */
    String text(String name) {
        Object value = arguments.get(name);
        return value == null ? "" : value.toString();
    }

    /** A whole number; empty if there is none. */
    OptionalLong number(String name) {
        try {
            return text(name).isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text(name)));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    /** A number brought into a range, as Telegram does rather than refuse. */
    int number(String name, int usual, int least, int most) {
        return (int) Math.clamp(number(name).orElse(usual), least, most);
    }

    boolean flag(String name) {
        String value = text(name).toLowerCase(Locale.ROOT);
        return value.equals("true") || value.equals("yes") || value.equals("1");
    }

    /** An argument that is an object; empty if there is none. */
    Optional<Map<?, ?>> object(String name, String refusal) {
        Optional<Object> value = structure(name, refusal);
        if (value.isPresent() && !(value.get() instanceof Map)) {
            throw BotRefusal.bad(refusal);
        }
        return value.map(Map.class::cast);
    }

    /** An argument that is an array; empty if there is none. */
    Optional<List<?>> list(String name, String refusal) {
        Optional<Object> value = structure(name, refusal);
        if (value.isPresent() && !(value.get() instanceof List)) {
            throw BotRefusal.bad(refusal);
        }
        return value.map(List.class::cast);
    }

    private Optional<Object> structure(String name, String refusal) {
        Object value = arguments.get(name);
        if (!(value instanceof String text)) {
            return Optional.ofNullable(value);
        }
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(Json.read("{\"it\":" + text + "}").get("it"));
        } catch (IllegalArgumentException e) {
            throw BotRefusal.bad(refusal);
        }
    }

    /** Prints no arguments: they hold what people were told, and the webhook's secret. */
    @Override
    public String toString() {
        return "BotCall " + method;
    }
}
