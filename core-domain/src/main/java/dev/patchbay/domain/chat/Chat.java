package dev.patchbay.domain.chat;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.account.Language;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody's private chat with the bot, and the account that is used from it. A person has one chat with the bot; an account may be used from
 * several.
 *
 * @param mutedSince when the person blocked the bot; nothing is sent meanwhile
 * @param since when the chat was first seen
 */
public record Chat(ChatUser user, AccountId account, Language language, Optional<Instant> mutedSince, Instant since) {
    public static Chat begun(ChatUser user, AccountId account, Language language, Instant now) {
        return new Chat(user, account, language, Optional.empty(), now);
    }

    /** As it is when its user lets the bot speak again. */
    public Chat unmuted() {
        return new Chat(user, account, language, Optional.empty(), since);
    }

    public boolean isMuted() {
        return mutedSince.isPresent();
    }
}
