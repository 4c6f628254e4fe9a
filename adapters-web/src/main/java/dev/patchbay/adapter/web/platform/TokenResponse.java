package dev.patchbay.adapter.web.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.patchbay.adapter.web.message.Times;
import dev.patchbay.usecase.connection.Lending;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A token that is good now: the one answer that carries a platform's token out.
 *
 * @param expiresIn whole seconds, rounded down
 */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
record TokenResponse(String accessToken, String tokenType, String expiresAt, long expiresIn, List<String> scopes) {

    static TokenResponse of(Lending.Lent lent, Instant now) {
        return new TokenResponse(
                lent.accessToken().reveal(),
                lent.tokenType(),
                Times.text(lent.expiresAt()),
                Math.max(0, Duration.between(now, lent.expiresAt()).toSeconds()),
                lent.scopes().names());
    }

    @Override
    public String toString() {
        return "a token until " + expiresAt;
    }
}
