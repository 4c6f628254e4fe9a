package dev.patchbay.usecase.chat;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.activity.Event;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.port.StoreUnavailable;
import dev.patchbay.port.activity.Activity;
import dev.patchbay.port.chat.Chats;
import dev.patchbay.port.chat.Notice;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An account's audit trail that also tells the account's chats what matters to them: one message each. Word of it is not worth failing what
 * happened.
 */
public final class TellChats implements Activity {
    private static final System.Logger LOG = System.getLogger(TellChats.class.getName());

    private final Activity trail;
    private final Chats chats;
    private final TellChat tellChat;

    public TellChats(Activity trail, Chats chats, TellChat tellChat) {
        this.trail = trail;
        this.chats = chats;
        this.tellChat = tellChat;
    }

    @Override
    public void add(Event event) {
        trail.add(event);
        notice(event).ifPresent(notice -> tell(event, notice));
    }

    @Override
    public List<Event> recent(AccountId account, int limit) {
        return trail.recent(account, limit);
    }

    private void tell(Event event, Notice notice) {
        try {
            chats.of(event.account()).forEach(chat -> tellChat.tell(chat, notice));
        } catch (StoreUnavailable | IllegalStateException goneOrOutage) {
            LOG.log(Level.WARNING, "chats of {0} were not told: {1}", event.account(), event.kind());
        }
    }

    /** Empty for what a chat is not told: what its people do themselves, and see where they do it. */
    private static Optional<Notice> notice(Event event) {
        Optional<ProviderId> provider = event.provider();
        return switch (event.kind()) {
            case CONNECTION_BROKEN -> provider.map(at -> new Notice.ConnectionBroken(at, cause(event)));
            case PLATFORM_RECONNECTED ->
                provider.filter(at -> !event.detail().equals(Event.IN_CHAT)).map(Notice.ConnectionRecovered::new);
            case APP_BLOCKED -> provider.map(at -> new Notice.AppBlocked(at, cause(event)));
            case APP_WELL -> provider.map(Notice.AppWell::new);
            case METHOD_LINKED -> provider.map(Notice.MethodLinked::new);
            case METHOD_UNLINKED -> provider.map(Notice.MethodUnlinked::new);
            case ACCOUNT_CREATED,
                    SIGNED_IN,
                    SIGNED_OUT,
                    SESSION_ENDED,
                    RENAMED,
                    PLATFORM_CONNECTED,
                    PLATFORM_DISCONNECTED,
                    ATTEMPT_REFUSED,
                    APP_BROUGHT,
                    APP_CHANGED,
                    APP_REMOVED,
                    SEAT_OFFERED,
                    SEAT_TAKEN,
                    SEAT_ENDED,
                    CHAT_LINKED -> Optional.empty();
        };
    }

    private static Optional<Cause> cause(Event event) {
        return Arrays.stream(Cause.values())
                .filter(cause -> cause.code().equals(event.detail()))
                .findFirst();
    }
}
