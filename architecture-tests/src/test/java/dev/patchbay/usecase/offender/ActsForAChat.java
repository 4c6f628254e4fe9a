package dev.patchbay.usecase.offender;

import dev.patchbay.domain.chat.Chat;
import dev.patchbay.domain.chat.ChatUser;
import dev.patchbay.domain.session.SignedIn;
import java.util.Optional;
import java.util.function.BiFunction;

public interface ActsForAChat {
    static Optional<SignedIn> byCall(Chat chat) {
        return SignedIn.inChat(chat, chat.user());
    }

    static BiFunction<Chat, ChatUser, Optional<SignedIn>> byReference() {
        return SignedIn::inChat;
    }
}
