package dev.patchbay.adapter.web.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.patchbay.adapter.web.message.Times;
import dev.patchbay.domain.connection.ParkedGrant;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * Another outside account than the connected one, which waits for a yes.
 *
 * @param expiresAt when it is given up without a word
 */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
record ReplacementResponse(String platformUserId, @Nullable String displayName, String expiresAt) {

    static ReplacementResponse of(ParkedGrant waiting) {
        return new ReplacementResponse(
                waiting.who().id(), waiting.who().name().orElse(null), Times.text(waiting.expiresAt()));
    }
}
