package dev.patchbay.domain.chat;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.account.Language;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

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

    /** Names the chat among those of its account without the messenger's number of its user; always the same. */
    public UUID handle() {
        return UUID.nameUUIDFromBytes(("chat/" + account + "/" + user.value()).getBytes(StandardCharsets.UTF_8));
    }

    public boolean isMuted() {
        return mutedSince.isPresent();
    }
}
