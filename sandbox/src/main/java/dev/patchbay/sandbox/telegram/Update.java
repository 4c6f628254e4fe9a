package dev.patchbay.sandbox.telegram;

import dev.patchbay.sandbox.web.Json;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One update for the bot.
 *
 * @param id its number
 * @param at when it came about
 * @param type the member that holds it, such as {@code message}
 * @param lane updates of one lane are delivered to a webhook one after another; a chat is a lane
 * @param content the object itself
 */
record Update(long id, Instant at, String type, long lane, Map<String, @Nullable Object> content) {
    Map<String, @Nullable Object> json() {
        return Json.object("update_id", id, type, content);
    }
}
