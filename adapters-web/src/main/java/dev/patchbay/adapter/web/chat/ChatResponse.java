package dev.patchbay.adapter.web.chat;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.patchbay.adapter.web.message.Times;
import dev.patchbay.domain.chat.Chat;
import io.micronaut.serde.annotation.Serdeable;

/**
 * A chat from which the account is used.
 *
 * @param id ours; the messenger's number of its user is nobody else's business
 * @param name of the messenger
 * @param since when the chat was first seen
 * @param muted whether the person blocked the bot, so that nothing is sent
 */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
record ChatResponse(String id, String name, String language, String since, boolean muted) {

    static ChatResponse of(Chat chat, String messenger) {
        return new ChatResponse(
                chat.handle().toString(), messenger, chat.language().code(), Times.text(chat.since()), chat.isMuted());
    }
}
