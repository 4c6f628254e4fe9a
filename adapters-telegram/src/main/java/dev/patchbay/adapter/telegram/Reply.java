package dev.patchbay.adapter.telegram;

import dev.patchbay.domain.chat.ChatUser;
import java.util.List;

/** What is done in a private chat in answer to something. */
sealed interface Reply {
    /** @param buttons one below the other */
    record Say(Html text, List<Button> buttons) implements Reply {
        public Say {
            buttons = List.copyOf(buttons);
        }
    }

    /** Takes a message out of the chat, on both sides. */
    record Remove(int messageId) implements Reply {}

    /** The same in the private chat of somebody else, whom it concerns too. */
    record Elsewhere(ChatUser user, Reply reply) implements Reply {}

    static Reply say(Html text, Button... buttons) {
        return new Say(text, List.of(buttons));
    }
}
