package dev.patchbay.usecase.chat;

import dev.patchbay.domain.chat.Chat;
import dev.patchbay.port.chat.ChatOutbox;
import dev.patchbay.port.chat.ChatWords;
import dev.patchbay.port.chat.Notice;
import java.util.Optional;

/** Tells a chat something it did not ask for, soon and once. */
public final class TellChat {
    private static final boolean REPEATABLE = true;

    private final ChatOutbox outbox;
    private final ChatWords words;
    private final SealMessage sealMessage;

    public TellChat(ChatOutbox outbox, ChatWords words, SealMessage sealMessage) {
        this.outbox = outbox;
        this.words = words;
        this.sealMessage = sealMessage;
    }

    /** Tells it unless it is muted. @return whether it will be told */
    public boolean tell(Chat chat, Notice notice) {
        return tell(chat, Optional.empty(), notice);
    }

    /** As {@link #tell(Chat, Notice)}, and once for each key. */
    boolean tell(Chat chat, Optional<String> key, Notice notice) {
        return !chat.isMuted() && outbox.put(sealMessage.seal(chat.user(), key, words.body(chat, notice), REPEATABLE));
    }
}
