package dev.patchbay.sandbox.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patchbay.sandbox.web.Json;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Inline keyboards, both ways: rows of buttons, each a link or callback data of 1 to 64 bytes. */
final class Keyboard {
    private static final int LONGEST_DATA = 64;
    private static final int MOST_BUTTONS = 100;

    private Keyboard() {}

    /** The keyboard that a call brings; no rows if it brings none. */
    static List<List<Button>> of(BotCall call) {
        List<List<Button>> rows = call.object("reply_markup", "object expected as reply markup")
                .map(Keyboard::rows)
                .orElse(List.of());
        if (rows.stream().mapToInt(List::size).sum() > MOST_BUTTONS) {
            throw BotRefusal.bad("reply markup is too long");
        }
        return rows;
    }

    private static List<List<Button>> rows(Map<?, ?> markup) {
        Object keyboard = markup.get("inline_keyboard");
        if (keyboard == null) {
            return List.of(); // the other kinds of reply markup change the phone's own keyboard
        }
        if (!(keyboard instanceof List<?> rows)) {
            throw BotRefusal.bad("field \"inline_keyboard\" must be of type Array");
        }
        List<List<Button>> read = new ArrayList<>();
        for (Object row : rows) {
            if (!(row instanceof List<?> buttons)) {
                throw BotRefusal.bad(
                        "field \"inline_keyboard\" of the InlineKeyboardMarkup must be an Array of Arrays");
            }
            if (!buttons.isEmpty()) {
                read.add(buttons.stream().map(Keyboard::button).toList());
            }
        }
        return List.copyOf(read);
    }

    private static Button button(Object described) {
        if (!(described instanceof Map<?, ?> button)) {
            throw refusal("InlineKeyboardButton must be an Object");
        }
        String label = field(button, "text");
        if (label.isBlank()) {
            throw refusal("Field \"text\" must be of type String and non-empty");
        }
        String url = field(button, "url");
        if (!url.isEmpty()) {
            if (!isLink(url)) {
                throw BotRefusal.bad("inline keyboard button URL '" + url + "' is invalid: Wrong HTTP URL");
            }
            return new Button(label, url, "");
        }
        String data = field(button, "callback_data");
        if (data.isEmpty()) {
            throw refusal("Text buttons are unallowed in the inline keyboard");
        }
        if (data.getBytes(UTF_8).length > LONGEST_DATA) {
            throw BotRefusal.bad("BUTTON_DATA_INVALID");
        }
        return new Button(label, "", data);
    }

    private static String field(Map<?, ?> object, String name) {
        Object value = object.get(name);
        if (value != null && !(value instanceof String)) {
            throw refusal("Field \"" + name + "\" must be of type String");
        }
        return value == null ? "" : (String) value;
    }

    /** Telegram takes web addresses with a host, and its own. */
    private static boolean isLink(String url) {
        try {
            URI uri = URI.create(url);
            return uri.getScheme() == null
                    ? url.matches("[\\w.-]+\\.\\w{2,}(/.*)?")
                    : uri.getScheme().matches("(?i)https?") && uri.getHost() != null
                            || uri.getScheme().equalsIgnoreCase("tg");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static BotRefusal refusal(String why) {
        return BotRefusal.bad("can't parse inline keyboard button: " + why);
    }

    static Map<String, @Nullable Object> json(List<List<Button>> rows) {
        return Json.object(
                "inline_keyboard",
                rows.stream()
                        .map(row -> row.stream()
                                .map(button -> button.url().isEmpty()
                                        ? Json.object("text", button.label(), "callback_data", button.data())
                                        : Json.object("text", button.label(), "url", button.url()))
                                .toList())
                        .toList());
    }
}
