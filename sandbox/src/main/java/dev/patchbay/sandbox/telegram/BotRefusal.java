package dev.patchbay.sandbox.telegram;

import dev.patchbay.sandbox.web.Json;
import dev.patchbay.sandbox.web.Reply;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The Bot API says no. It is an exception because a call is read in depth, and any part of it may be wrong; it never
 * leaves the package. The texts are those of the open-source server, github.com/tdlib/telegram-bot-api.
 */
final class BotRefusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int code;
    private final String description;
    private final transient Map<String, @Nullable Object> parameters;

    private BotRefusal(int code, String description, Map<String, @Nullable Object> parameters) {
        super(description, null, false, false);
        this.code = code;
        this.description = description;
        this.parameters = parameters;
    }

    static BotRefusal of(int code, String description) {
        return new BotRefusal(code, description, Map.of());
    }

    /** 400; the reason begins in lower case. */
    static BotRefusal bad(String reason) {
        return of(400, "Bad Request: " + reason);
    }

    static BotRefusal forbidden(String reason) {
        return of(403, "Forbidden: " + reason);
    }

    static BotRefusal conflict(String reason) {
        return of(409, "Conflict: " + reason);
    }

    static BotRefusal migrated(long to) {
        return new BotRefusal(
                400,
                "Bad Request: group chat was upgraded to a supergroup chat",
                Json.object("migrate_to_chat_id", to));
    }

    static BotRefusal tooMany(long seconds) {
        return new BotRefusal(429, "Too Many Requests: retry after " + seconds, Json.object("retry_after", seconds));
    }

    int code() {
        return code;
    }

    String description() {
        return description;
    }

    Reply reply() {
        Map<String, @Nullable Object> body = Json.object("ok", false, "error_code", code, "description", description);
        if (!parameters.isEmpty()) {
            body.put("parameters", parameters);
        }
        Reply reply = Reply.json(code, body);
        Object seconds = parameters.get("retry_after");
        return seconds == null ? reply : reply.with("Retry-After", seconds.toString());
    }
}
