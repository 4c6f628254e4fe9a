package dev.patchbay.usecase.chat;

import dev.patchbay.domain.chat.ChatUser;
import dev.patchbay.domain.chat.Outgoing;
import dev.patchbay.port.SecretSource;
import dev.patchbay.port.chat.ChatOutbox;
import dev.patchbay.port.chat.Chats;
import dev.patchbay.usecase.chat.ChatAccounts.Present;
import java.time.Clock;
import java.util.List;

/** How much a chat may ask of us, counted for all processes together. */
public final class ChatLimits {
    /** What may wait for a chat before it is not heard any more; half a minute's worth, where a messenger takes one message a second. */
    static final int MOST_WAITING = 30;

    private static final String TOO_MUCH = "too-much/";

    private final Chats chats;
    private final ChatOutbox outbox;
    private final SecretSource secrets;
    private final Clock clock;

    public ChatLimits(Chats chats, ChatOutbox outbox, SecretSource secrets, Clock clock) {
        this.chats = chats;
        this.outbox = outbox;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Whether what a chat says is heard. */
    public sealed interface Hearing {
        record Heard() implements Hearing {}

        /**
         * Not any more: answers pile up. The chat is to be told so; as long as that message waits, nothing it says is heard.
         *
         * @param key the key that the message is to have
         */
        record TooMuch(String key) implements Hearing {}

        /** Not yet again, and the chat is told so. */
        record Unheard() implements Hearing {}
    }

    /**
     * To be asked for everything a chat says, before anything is done about it. Messages that arrive at the very same time may each be let
     * through.
     */
    public Hearing hear(Present present) {
        ChatUser user = present.chat().user();
        List<Outgoing> waiting = outbox.waiting(user, clock.instant(), MOST_WAITING);
        if (waiting.stream().anyMatch(ChatLimits::saysTooMuch)) {
            return new Hearing.Unheard();
        }
        return waiting.size() < MOST_WAITING
                ? new Hearing.Heard()
                : new Hearing.TooMuch(TOO_MUCH + user + "/" + secrets.nextId());
    }

    private static boolean saysTooMuch(Outgoing message) {
        return message.key().filter(key -> key.startsWith(TOO_MUCH)).isPresent();
    }

    /**
     * To be asked before anything is looked up, taken or used up that somebody may be guessing at: a code, a state, a number.
     *
     * @return false when the chat tried too often for now; whatever it brought stays good
     */
    public boolean mayTry(Present present) {
        return chats.takeTry(present.chat().user(), clock.instant());
    }

    /** What was let through was right: whoever knows is not guessing, and it does not count. */
    public void wasRight(Present present) {
        chats.giveBackTry(present.chat().user());
    }
}
