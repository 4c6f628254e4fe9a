package dev.patchbay.oauth;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.micronaut.jackson.core.tree.JsonNodeTreeCodec;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads JSON from outside without trusting its shape: a member that is missing, null or of another type is absent. */
public final class Json {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(32).build())
            .build();

    private Json() {}

    /** One JSON value and nothing after it. */
    static Optional<JsonNode> parse(byte[] bytes) {
        try (JsonParser parser = FACTORY.createParser(bytes)) {
            if (parser.nextToken() == null) {
                return Optional.empty();
            }
            JsonNode node = JsonNodeTreeCodec.getInstance().readTree(parser);
            return parser.nextToken() == null ? Optional.of(node) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** A JSON object of these texts, to be sent. */
    public static String write(Map<String, String> texts) {
        StringWriter written = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(written)) {
            generator.writeStartObject();
            for (Map.Entry<String, String> member : texts.entrySet()) {
                generator.writeStringField(member.getKey(), member.getValue());
            }
            generator.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return written.toString();
    }

    /** The member of that name; empty when the node is no object, or the member is missing or null. */
    public static Optional<JsonNode> member(JsonNode node, String name) {
        @Nullable JsonNode member = node.isObject() ? node.get(name) : null;
        return member == null || member.isNull() ? Optional.empty() : Optional.of(member);
    }

    /** A member that is a text and not blank. */
    public static Optional<String> text(JsonNode node, String name) {
        return member(node, name)
                .filter(JsonNode::isString)
                .map(JsonNode::getStringValue)
                .filter(text -> !text.isBlank());
    }

    /** A member that names something: a text that is not blank, or a number. */
    public static Optional<String> id(JsonNode node, String name) {
        return text(node, name)
                .or(() -> member(node, name).filter(JsonNode::isNumber).map(JsonNode::coerceStringValue));
    }

    /** A member that is a list; empty when it is none. */
    public static List<JsonNode> list(JsonNode node, String name) {
        List<JsonNode> items = new ArrayList<>();
        member(node, name).filter(JsonNode::isArray).ifPresent(array -> array.values()
                .forEach(items::add));
        return items;
    }

    /** The texts in a member that is a list. */
    static List<String> texts(JsonNode node, String name) {
        return list(node, name).stream()
                .filter(JsonNode::isString)
                .map(JsonNode::getStringValue)
                .toList();
    }
}
