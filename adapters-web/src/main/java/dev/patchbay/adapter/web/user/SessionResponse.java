package dev.patchbay.adapter.web.user;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.patchbay.adapter.web.message.Times;
import dev.patchbay.domain.session.Session;
import dev.patchbay.domain.session.SignedIn;
import io.micronaut.serde.annotation.Serdeable;

/** @param current whether it is the one that asks */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
record SessionResponse(String id, boolean current, String via, String device, String startedAt, String expiresAt) {

    static SessionResponse of(Session session, SignedIn who) {
        return new SessionResponse(
                session.id().toString(),
                who.session().filter(session.id()::equals).isPresent(),
                session.via().value(),
                session.device(),
                Times.text(session.startedAt()),
                Times.text(session.expiresAt()));
    }
}
