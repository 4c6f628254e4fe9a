package dev.patchbay.adapter.web.attempt;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.patchbay.adapter.web.message.Times;
import dev.patchbay.usecase.attempt.Beginning;
import io.micronaut.serde.annotation.Serdeable;

/** Where to send the person, and what a client that asked for a handoff keeps. */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
record BegunResponse(String authUrl, String state, String expiresAt) {

    static BegunResponse of(Beginning.Begun begun) {
        return new BegunResponse(
                begun.authorizationUrl().toString(), begun.state().value().reveal(), Times.text(begun.expiresAt()));
    }
}
