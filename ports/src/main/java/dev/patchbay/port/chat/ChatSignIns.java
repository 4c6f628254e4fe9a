package dev.patchbay.port.chat;

import dev.patchbay.domain.chat.ChatSignIn;
import dev.patchbay.domain.chat.ChatUser;
import dev.patchbay.domain.vault.Fingerprint;
import java.time.Instant;
import java.util.Optional;

/** People who are about to sign in by their chat. Safe for many threads and processes; each method is atomic. */
public interface ChatSignIns {
    /** Keeps one that nobody has opened. Codes and states are random: one that is there already is a mistake. */
    void put(ChatSignIn signIn);

    /**
     * Notes who opened the link; nobody else opens it then, and that user as often as they like until they say a number. Another one that
     * they had opened and not answered ends: a chat is asked for one number at a time. Of several opened at once by one user one is left;
     * when the process dies in between, the one opened last is the one that is answered.
     *
     * @return it as it is now; empty when there is none, it expired, was answered, or somebody else opened it before
     */
    Optional<ChatSignIn> open(Fingerprint code, ChatUser user, Instant now);

    /**
     * Notes the number that a user said, once, and keeps it for whoever began until then.
     *
     * @return it as it is now; empty when that user has opened none, it expired, or they said a number before
     */
    Optional<ChatSignIn> answer(ChatUser user, int said, Instant now, Instant keepUntil);

    /** Ends what a user had opened and not answered. */
    void drop(ChatUser user);

    /** The one with that state, unless it expired. */
    Optional<ChatSignIn> find(Fingerprint state, Instant now);

    /** Ends one that was answered and has not expired, and returns it. Of any number of callers at most one gets it. */
    Optional<ChatSignIn> take(Fingerprint state, Instant now);

    /** Removes what expired before then, a bounded number at a time. @return how many */
    int purge(Instant before);
}
