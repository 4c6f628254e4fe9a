package dev.patchbay.usecase.attempt;

import dev.patchbay.domain.attempt.ReturnTo;
import java.net.URI;

/** Where people's chats with the bot are, such as {@code https://t.me/some_bot}: from our settings, never from a request. */
public record BotAddress(URI value) {
    /** The parameter that the messenger hands to the bot ({@code https://core.telegram.org/bots/features#deep-linking}). */
    public static final String START = "start";

    ReturnTo returnTo() {
        return new ReturnTo(value);
    }
}
