package dev.patchbay.usecase.chat;

import dev.patchbay.domain.activity.Event;
import dev.patchbay.domain.chat.Chat;
import dev.patchbay.domain.session.SessionId;
import dev.patchbay.domain.session.SignedIn;
import dev.patchbay.port.activity.Activity;
import dev.patchbay.port.chat.ChatSignIns;
import dev.patchbay.port.chat.Chats;
import dev.patchbay.port.chat.Notice;
import dev.patchbay.usecase.signin.WaysInChanged;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Shows from which chats an account is used, and ends that: never the last way in, and only for somebody who signed in lately. */
public final class ManageChats {
    private final Chats chats;
    private final ChatSignIns signIns;
    private final TellChat tellChat;
    private final WaysInChanged waysInChanged;
    private final Activity activity;
    private final Clock clock;

    public ManageChats(
            Chats chats,
            ChatSignIns signIns,
            TellChat tellChat,
            WaysInChanged waysInChanged,
            Activity activity,
            Clock clock) {
        this.chats = chats;
        this.signIns = signIns;
        this.tellChat = tellChat;
        this.waysInChanged = waysInChanged;
        this.activity = activity;
        this.clock = clock;
    }

    /** What came of ending the use of an account from a chat. */
    public enum Ending {
        ENDED,
        NO_SUCH_CHAT,
        /** It is the only way in; nothing is changed. */
        LAST_ONE,
        /** Only somebody who signed in lately may do this; nothing is changed. */
        FRESH_SIGN_IN_NEEDED
    }

    public List<Chat> list(SignedIn who) {
        return chats.of(who.account());
    }

    /** @param handle the chat's {@link Chat#handle()} */
    public Ending end(SignedIn who, String handle) {
        Optional<SessionId> session = who.freshSession(clock.instant());
        if (session.isEmpty()) {
            return Ending.FRESH_SIGN_IN_NEEDED;
        }
        Optional<Chat> chat = list(who).stream()
                .filter(one -> one.handle().toString().equals(handle))
                .findFirst();
        if (chat.isEmpty()) {
            return Ending.NO_SUCH_CHAT;
        }
        return switch (chats.leave(chat.get().user(), who.account())) {
            case NOT_THERE -> Ending.NO_SUCH_CHAT;
            case LAST_ONE -> Ending.LAST_ONE;
            case LEFT -> {
                signIns.drop(chat.get().user());
                activity.add(new Event(who.account(), Event.Kind.CHAT_UNLINKED, Optional.empty(), "", clock.instant()));
                waysInChanged.startOver(who.account(), session);
                tellChat.tell(chat.get(), new Notice.ChatLeft());
                yield Ending.ENDED;
            }
        };
    }
}
