package dev.patchbay.adapter.telegram;

import dev.patchbay.domain.chat.Outgoing;
import java.util.List;
import java.util.Optional;

/**
 * What follows from an update.
 *
 * @param replies kept together with the note that the update is done, and sent then
 * @param aside a call that is tried once, and missed by nobody if it fails
 */
record Turn(List<Outgoing> replies, Optional<BotCall> aside) {
    Turn {
        replies = List.copyOf(replies);
    }

    static Turn nothing() {
        return new Turn(List.of(), Optional.empty());
    }
}
