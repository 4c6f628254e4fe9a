package dev.patchbay.usecase.attempt;

import dev.patchbay.domain.chat.ChatUser;
import java.util.Optional;

/**
 * How a client wants an attempt to end.
 *
 * @param returnTo where the browser shall end: a path, or an address at an allowed origin
 * @param ending which proof the client will bring
 */
public record Wish(Optional<String> returnTo, Ending ending) {
    /** Which proof the client will bring. */
    public sealed interface Ending {
        /** The browser that began comes back with its flow cookie. */
        Ending BROWSER = new Browser();
        /** The client brings back a handoff. */
        Ending HANDOFF = new Handoff();

        /** {@link #BROWSER}. */
        record Browser() implements Ending {}

        /** {@link #HANDOFF}. */
        record Handoff() implements Ending {}

        /**
         * The user brings the handoff back in their chat.
         *
         * @param bot where that chat is; nobody may wish for another place
         */
        record InChat(ChatUser user, BotAddress bot) implements Ending {}
    }

    public static Wish browser() {
        return new Wish(Optional.empty(), Ending.BROWSER);
    }

    public static Wish inChat(ChatUser user, BotAddress bot) {
        return new Wish(Optional.empty(), new Ending.InChat(user, bot));
    }
}
