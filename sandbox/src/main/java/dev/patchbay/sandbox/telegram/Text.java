package dev.patchbay.sandbox.telegram;

import dev.patchbay.sandbox.web.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a message says.
 *
 * @param plain the text without markup
 * @param entities {@code MessageEntity} objects, by offset
 */
record Text(String plain, List<Map<String, @Nullable Object>> entities) {
    static final int LONGEST = 4096;

    private static final Pattern TYPED = Pattern.compile(
            "(?<!\\S)(?:(?<command>/[A-Za-z0-9_]{1,64}(?:@\\w+)?)|(?<url>https?://\\S+)|(?<mention>@\\w{4,}))");

    /** What a person typed, with the entities that Telegram finds by itself. */
    static Text typed(String plain) {
        List<Map<String, @Nullable Object>> entities = new ArrayList<>();
        Matcher found = TYPED.matcher(plain);
        while (found.find()) {
            String type =
                    found.group("command") != null ? "bot_command" : found.group("url") != null ? "url" : "mention";
            entities.add(Json.object("type", type, "offset", found.start(), "length", found.end() - found.start()));
        }
        return new Text(plain, List.copyOf(entities));
    }

    /** The text that a bot's call brings, checked. */
    static Text of(BotCall call) {
        String raw = call.text("text");
        if (raw.isEmpty()) {
            throw BotRefusal.bad("message text is empty");
        }
        Text text =
                switch (call.text("parse_mode").toLowerCase(Locale.ROOT)) {
                    case "" -> new Text(raw, given(call));
                    case "html" -> HtmlText.read(raw);
                    case "markdown", "markdownv2" ->
                        throw BotRefusal.bad("the sandbox reads parse_mode HTML and entities, and no Markdown");
                    default -> throw BotRefusal.bad("unsupported parse_mode");
                };
        if (text.plain().isBlank()) {
            throw BotRefusal.bad("text must be non-empty");
        }
        if (text.plain().length() > LONGEST) {
            throw BotRefusal.bad("message is too long");
        }
        return text;
    }

    private static List<Map<String, @Nullable Object>> given(BotCall call) {
        List<Map<String, @Nullable Object>> entities = new ArrayList<>();
        for (Object one :
                call.list("entities", "can't parse entities JSON object").orElse(List.of())) {
            if (!(one instanceof Map<?, ?> entity) || !(entity.get("type") instanceof String)) {
                throw BotRefusal.bad("can't parse MessageEntity: expected an Object");
            }
            Map<String, @Nullable Object> copy = Json.object();
            entity.forEach((name, value) -> copy.put(String.valueOf(name), value));
            entities.add(copy);
        }
        return List.copyOf(entities);
    }
}
