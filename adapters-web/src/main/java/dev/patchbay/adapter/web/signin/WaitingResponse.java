package dev.patchbay.adapter.web.signin;

import dev.patchbay.adapter.web.message.Times;
import dev.patchbay.usecase.chat.SignInByChat.Waiting;
import io.micronaut.serde.annotation.Serdeable;

/** The number that is still to be said. */
@Serdeable.Serializable
record WaitingResponse(int number, String expiresAt) {

    static WaitingResponse of(Waiting.NotYet waiting) {
        return new WaitingResponse(waiting.number(), Times.text(waiting.expiresAt()));
    }
}
