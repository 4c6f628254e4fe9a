package dev.patchbay.adapter.web.chat;

import dev.patchbay.adapter.web.message.Times;
import dev.patchbay.usecase.chat.LinkChat.Bringing;
import io.micronaut.serde.annotation.Serdeable;

/** The number that the chat has to say. */
@Serdeable.Serializable
record ChatLinkResponse(int number, String chatName, String until) {
    static ChatLinkResponse of(Bringing.NumberShown shown) {
        return new ChatLinkResponse(shown.number(), shown.chatName().value(), Times.text(shown.expiresAt()));
    }
}
