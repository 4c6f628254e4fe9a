package dev.patchbay.sandbox.telegram;

import dev.patchbay.sandbox.web.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the bot says about itself: commands, by scope and language, and descriptions. Safe for many threads. */
final class ProfileMethods {
    private static final Pattern COMMAND = Pattern.compile("[a-z0-9_]{1,32}");
    private static final int MOST_COMMANDS = 100;
    private static final int LONGEST_DESCRIPTION = 256;

    private final Map<String, List<Map<String, @Nullable Object>>> commands = new LinkedHashMap<>();
    private final Map<String, String> texts = new LinkedHashMap<>();

    synchronized Done setCommands(BotCall call) {
        List<?> given =
                call.list("commands", "can't parse commands JSON object").orElse(List.of());
        if (given.size() > MOST_COMMANDS) {
            throw BotRefusal.bad("BOT_COMMANDS_TOO_MUCH");
        }
        commands.put(key(call), given.stream().map(ProfileMethods::command).toList());
        return Done.yes();
    }

    synchronized Done deleteCommands(BotCall call) {
        commands.remove(key(call));
        return Done.yes();
    }

    synchronized Done commands(BotCall call) {
        return Done.with(commands.getOrDefault(key(call), List.of()));
    }

    /** What a person with this language is offered in a private chat, by Telegram's order of preference. */
    synchronized List<Map<String, @Nullable Object>> offered(String language) {
        for (String scope : List.of("all_private_chats", "default")) {
            for (String spoken : List.of(language, "")) {
                List<Map<String, @Nullable Object>> found = commands.get(scope + "::" + spoken);
                if (found != null) {
                    return found;
                }
            }
        }
        return List.of();
    }

    private static Map<String, @Nullable Object> command(Object described) {
        if (!(described instanceof Map<?, ?> command)) {
            throw BotRefusal.bad("can't parse BotCommand: expected an Object");
        }
        String name = String.valueOf(command.get("command"));
        String description = String.valueOf(command.get("description"));
        name = name.startsWith("/") ? name.substring(1) : name;
        if (!COMMAND.matcher(name).matches()) {
            throw BotRefusal.bad("BOT_COMMAND_INVALID");
        }
        if (command.get("description") == null || description.isBlank() || description.length() > LONGEST_DESCRIPTION) {
            throw BotRefusal.bad("BOT_COMMAND_DESCRIPTION_INVALID");
        }
        return Json.object("command", name, "description", description);
    }

    private static String key(BotCall call) {
        Map<?, ?> scope =
                call.object("scope", "can't parse BotCommandScope JSON object").orElse(Map.of("type", "default"));
        String type = String.valueOf(scope.get("type"));
        List<String> known = List.of(
                "default",
                "all_private_chats",
                "all_group_chats",
                "all_chat_administrators",
                "chat",
                "chat_administrators",
                "chat_member");
        if (!known.contains(type)) {
            throw BotRefusal.bad("can't parse BotCommandScope: Unsupported type specified");
        }
        Object chat = scope.get("chat_id");
        Object user = scope.get("user_id");
        return type + ":" + (chat == null ? "" : chat) + (user == null ? "" : "/" + user) + ":"
                + call.text("language_code");
    }

    /** {@code setMyName} and its kin: a text under the name of the thing and the language. */
    synchronized Done set(String field, int longest, BotCall call) {
        String text = call.text(field);
        if (text.length() > longest) {
            throw BotRefusal.bad(field + " is too long");
        }
        texts.put(field + ":" + call.text("language_code"), text);
        return Done.yes();
    }

    /** {@code getMyName} and its kin. */
    synchronized Done get(String field, String usual, BotCall call) {
        String general = texts.getOrDefault(field + ":", usual);
        return Done.with(Json.object(field, texts.getOrDefault(field + ":" + call.text("language_code"), general)));
    }
}
