package dev.patchbay.adapter.web.seat;

import dev.patchbay.domain.clientapp.Invitation;
import dev.patchbay.domain.vault.Secret;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Somebody brings the invitation they were given. */
@Serdeable.Deserializable
record InvitationRequest(@Nullable Secret invitation) {

    /** Empty when it cannot be one of ours. */
    Optional<Invitation> parsed() {
        return Optional.ofNullable(invitation).flatMap(text -> Invitation.parse(text.reveal()));
    }
}
