package dev.patchbay.adapter.web.chat;

import dev.patchbay.domain.chat.ChatCode;
import dev.patchbay.domain.vault.Secret;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Somebody brings the code that a chat was given. */
@Serdeable.Deserializable
record ChatLinkRequest(@Nullable Secret code) {

    /** Empty when it cannot be one of ours. */
    Optional<ChatCode> parsed() {
        return Optional.ofNullable(code).flatMap(text -> ChatCode.parse(text.reveal()));
    }
}
