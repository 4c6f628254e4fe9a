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
    private final SeatNotices seatNotices;
    private final TellChat tellChat;

    public TellChats(Activity trail, Chats chats, SeatNotices seatNotices, TellChat tellChat) {
        this.trail = trail;
        this.chats = chats;
        this.seatNotices = seatNotices;
        this.tellChat = tellChat;
    }

    @Override
    public void add(Event event) {
        trail.add(event);
        try {
            notice(event).ifPresent(notice -> chats.of(event.account()).forEach(chat -> tellChat.tell(chat, notice)));
        } catch (StoreUnavailable | IllegalStateException goneOrOutage) {
            LOG.log(Level.WARNING, "chats of {0} were not told: {1}", event.account(), event.kind());
        }
    }

    @Override
    public List<Event> recent(AccountId account, int limit) {
        return trail.recent(account, limit);
    }

    /** Empty for what a chat is not told: what its people do themselves, and see where they do it. */
    private Optional<Notice> notice(Event event) {
        Optional<ProviderId> provider = event.provider();
        return switch (event.kind()) {
            // With a seat its connection ends; who did not end it themselves hears of the seat.
            case CONNECTION_BROKEN ->
                provider.filter(at -> !cause(event).equals(Optional.of(Cause.SEAT_ENDED)))
                        .map(at -> new Notice.ConnectionBroken(at, cause(event)));
            case PLATFORM_RECONNECTED ->
                provider.filter(at -> !event.detail().equals(Event.IN_CHAT)).map(Notice.ConnectionRecovered::new);
            case APP_BLOCKED -> provider.map(at -> new Notice.AppBlocked(at, cause(event)));
            case APP_WELL -> provider.map(Notice.AppWell::new);
            case METHOD_LINKED -> provider.map(Notice.MethodLinked::new);
            case METHOD_UNLINKED -> provider.map(Notice.MethodUnlinked::new);
            case ACCOUNT_MERGED -> Optional.of(new Notice.AccountsMerged());
            case SEAT_TAKEN -> seatNotices.taken(event);
            case SEAT_ENDED -> seatNotices.ended(event);
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
                    CHAT_LINKED,
                    CHAT_UNLINKED,
                    ACCOUNT_ENDED -> Optional.empty();
        };
    }

    private static Optional<Cause> cause(Event event) {
        return Arrays.stream(Cause.values())
                .filter(cause -> cause.code().equals(event.detail()))
                .findFirst();
    }
}
