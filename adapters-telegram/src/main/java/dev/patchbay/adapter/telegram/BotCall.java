package dev.patchbay.adapter.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.domain.vault.Secret;
import java.util.Optional;
import java.util.regex.Pattern;
import org.telegram.telegrambots.meta.api.methods.botapimethods.PartialBotApiMethod;

/**
 * A call to the Bot API: JSON with the method's name in it, as Telegram also takes it in a webhook's answer. This is what waits sealed in the
 * outbox. Prints the method only.
 */
record BotCall(String method, String json) {
    private static final Pattern METHOD = Pattern.compile("[A-Za-z]{1,64}");

    /** Named as the documentation names it: Telegram takes any case, and the library writes lower case, but stand-ins may not take that. */
    static BotCall of(PartialBotApiMethod<?> method) {
        String type = method.getClass().getSimpleName();
        String name = Character.toLowerCase(type.charAt(0)) + type.substring(1);
        return new BotCall(name, BotJson.write(name, method));
    }

    /** One that was sealed; empty when it is none. */
    static Optional<BotCall> parse(Secret body) {
        String json = body.reveal();
        return BotJson.parse(json)
                .map(node -> node.path("method"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .filter(name -> METHOD.matcher(name).matches())
                .map(name -> new BotCall(name, json));
    }

    Secret body() {
        return Secret.of(json);
    }

    @Override
    public String toString() {
        return method;
    }
}
