package dev.patchbay.port.chat;

import dev.patchbay.domain.chat.ChatLink;
import dev.patchbay.domain.chat.ChatUser;
import dev.patchbay.domain.vault.Fingerprint;
import java.time.Instant;
import java.util.Optional;

/** Chats that are about to be linked, one wish of each. Safe for many threads and processes; each method is atomic. */
public interface ChatLinks {
    /** Keeps a wish, in place of one that chat had before. */
    void put(ChatLink link);

    /**
     * Notes who brought the code, once, and for how long the answer may take from now on.
     *
     * @return the link as it is now; empty when there is none, it expired, or somebody brought the code before
     */
    Optional<ChatLink> claim(Fingerprint code, ChatLink.Claim claim, Instant now, Instant answerUntil);

    /** Ends the chat's wish and returns it if it had not expired. Of any number of callers at most one gets it. */
    Optional<ChatLink> take(ChatUser user, Instant now);

    /** Removes what expired before then, a bounded number at a time. @return how many */
    int purge(Instant before);
}
