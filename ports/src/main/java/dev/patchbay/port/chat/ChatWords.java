package dev.patchbay.port.chat;

import dev.patchbay.domain.chat.Chat;
import dev.patchbay.domain.vault.Secret;

/** Puts a notice into a channel's own form and a chat's language. Safe for many threads. */
public interface ChatWords {
    /** The body of a message; it may hold a link that only this person may follow, so it is a secret. */
    Secret body(Chat chat, Notice notice);
}
