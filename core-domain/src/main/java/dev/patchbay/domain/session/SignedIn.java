package dev.patchbay.domain.session;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.chat.Chat;
import dev.patchbay.domain.chat.ChatUser;
import java.time.Instant;
import java.util.Optional;

/**
 * Proof of who acts in this request. Only {@link Session#admit} makes one, of a living session, and {@link #inChat}, of the chat that a
 * message came from; so a use case that asks for it can be called for nobody else.
 */
public final class SignedIn {
    private final AccountId account;
    private final Optional<SessionId> session;
    private final Instant since;

    SignedIn(Session session) {
        account = session.account();
        this.session = Optional.of(session.id());
        since = session.startedAt();
    }

    private SignedIn(Chat chat) {
        account = chat.account();
        session = Optional.empty();
        since = Instant.MIN;
    }

    /**
     * Whoever wrote in their private chat, as the account that is used from it. The messenger vouches for the sender of each message, as a
     * session does for a request.
     *
     * @param sender who wrote, as the messenger says
     * @return empty when the chat is somebody else's
     */
    public static Optional<SignedIn> inChat(Chat chat, ChatUser sender) {
        return chat.user().equals(sender) ? Optional.of(new SignedIn(chat)) : Optional.empty();
    }

    public AccountId account() {
        return account;
    }

    /** Empty in a chat, which begins and ends no sessions. */
    public Optional<SessionId> session() {
        return session;
    }

    /** The session, while the sign-in that began it is fresh ({@link Session#FRESH}); empty later, and in a chat. */
    public Optional<SessionId> freshSession(Instant now) {
        return session.filter(id -> !now.isAfter(since.plus(Session.FRESH)));
    }

    @Override
    public String toString() {
        return "signed in as " + account();
    }
}
