package dev.patchbay.oauth;

import io.micronaut.json.tree.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The body of an answer, whatever its content type says. Prints its size only. Immutable. */
public final class AnswerBody {
    private final byte[] bytes;

    AnswerBody(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The body as a JSON object; empty when it is anything else, or deeper than 32 levels. */
    public Optional<JsonNode> object() {
        return Json.parse(bytes).filter(JsonNode::isObject);
    }

    /** The body as a JSON array of objects, which are given; empty when it is anything else. */
    public List<JsonNode> objects() {
        List<JsonNode> items = new ArrayList<>();
        Json.parse(bytes).filter(JsonNode::isArray).ifPresent(array -> array.values()
                .forEach(items::add));
        return items.stream().filter(JsonNode::isObject).toList();
    }

    /** The body as text (UTF-8), for whoever reads it with types of their own; never for a log. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The bytes themselves, not to be written to; never for a log. */
    byte[] bytes() {
        return bytes;
    }

    /** Whether the body, JSON or not, has this phrase in it, ignoring case. */
    public boolean mentions(String phrase) {
        return text().toLowerCase(Locale.ROOT).contains(phrase.toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return "body(" + bytes.length + " bytes)";
    }
}
