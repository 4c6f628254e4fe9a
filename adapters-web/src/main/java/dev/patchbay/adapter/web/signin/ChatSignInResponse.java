package dev.patchbay.adapter.web.signin;

import dev.patchbay.adapter.web.chat.ChatUrl;
import dev.patchbay.adapter.web.message.Times;
import dev.patchbay.usecase.chat.SignInByChat.Begun;
import io.micronaut.serde.annotation.Serdeable;

/** The link into the chat, the number to show, and what whoever began keeps. */
@Serdeable.Serializable
record ChatSignInResponse(String chatUrl, int number, String state, String expiresAt) {

    static ChatSignInResponse of(Begun begun) {
        return new ChatSignInResponse(
                ChatUrl.of(begun).toString(),
                begun.number(),
                begun.state().value().reveal(),
                Times.text(begun.expiresAt()));
    }
}
