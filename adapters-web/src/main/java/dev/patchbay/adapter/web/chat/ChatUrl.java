package dev.patchbay.adapter.web.chat;

import dev.patchbay.usecase.chat.SignInByChat;
import dev.patchbay.usecase.chat.SignInByChat.Begun;
import java.net.URI;

/** The link by which somebody opens the chat that they want to sign in by. */
public final class ChatUrl {
    private ChatUrl() {}

    public static URI of(Begun begun) {
        return begun.bot().opening(SignInByChat.PREFIX + begun.code().value().reveal());
    }
}
