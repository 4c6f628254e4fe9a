package dev.patchbay.adapter.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.telegram.telegrambots.meta.api.objects.Update;

/** Reads and writes the Bot API's JSON. What cannot be read is empty, and never quoted. */
final class BotJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private BotJson() {}

    static Optional<JsonNode> parse(String text) {
        try {
            return Optional.of(MAPPER.readTree(text)).filter(JsonNode::isObject);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** An update whose known members have the types that Telegram documents; unknown ones are left out. */
    static Optional<Update> update(JsonNode json) {
        try {
            return Optional.of(MAPPER.treeToValue(json, Update.class));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * A method under that name. The number of a chat is written as one; the library makes text of it.
     *
     * @throws IllegalArgumentException when the types of the library cannot be written, which is a defect
     */
    static String write(String name, Object method) {
        try {
            ObjectNode json = MAPPER.valueToTree(method);
            json.put("method", name);
            JsonNode chat = json.path("chat_id");
            if (chat.isTextual()) {
                json.put("chat_id", Long.parseLong(chat.asText()));
            }
            return MAPPER.writeValueAsString(json);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new IllegalArgumentException("a method that is no JSON: " + name);
        }
    }
}
