package dev.patchbay.adapter.web.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.patchbay.adapter.web.message.Times;
import dev.patchbay.usecase.connection.Lending;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A token that is good now: the one answer that carries a platform's token out.
 *
 * @param tokenType how to show it: the scheme of the {@code Authorization} header, or the name of the platform's own way
 * @param expiresAt null when it does not end by itself
 * @param expiresIn whole seconds, rounded down; null when it does not end by itself
 * @param clientId of the app that it was minted for, which some platforms want beside it
 */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
record TokenResponse(
        String accessToken,
        String tokenType,
        @Nullable String expiresAt,
        @Nullable Long expiresIn,
        List<String> scopes,
        String clientId) {

    static TokenResponse of(Lending.Lent lent, Instant now) {
        return new TokenResponse(
                lent.accessToken().reveal(),
                lent.tokenType(),
                Times.text(lent.expiresAt()),
                lent.expiresAt()
                        .map(end -> Math.max(0, Duration.between(now, end).toSeconds()))
                        .orElse(null),
                lent.scopes().names(),
                lent.clientId());
    }

    @Override
    public String toString() {
        return expiresAt == null ? "a token without end" : "a token until " + expiresAt;
    }
}
