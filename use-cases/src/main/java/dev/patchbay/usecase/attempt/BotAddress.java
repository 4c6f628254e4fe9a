package dev.patchbay.usecase.attempt;

import dev.patchbay.domain.attempt.ReturnTo;
import dev.patchbay.domain.provider.ProviderId;
import java.net.URI;

/**
 * Where people's chats with the bot are, such as {@code https://t.me/some_bot}: from our settings, never from a request.
 *
 * @param messenger as which a session names it that began by a chat
 * @param name as people know the messenger
 */
public record BotAddress(ProviderId messenger, String name, URI value) {
    /** The parameter that the messenger hands to the bot ({@code https://core.telegram.org/bots/features#deep-linking}). */
    public static final String START = "start";

    ReturnTo returnTo() {
        return new ReturnTo(value);
    }

    /** Opens the chat and hands that to the bot; it must already be URL-safe. */
    public URI opening(String payload) {
        return returnTo().with(START, payload);
    }
}
