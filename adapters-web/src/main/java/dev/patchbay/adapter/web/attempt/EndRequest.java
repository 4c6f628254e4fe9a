package dev.patchbay.adapter.web.attempt;

import dev.patchbay.domain.attempt.AuthorizationCode;
import dev.patchbay.domain.attempt.HandoffCode;
import dev.patchbay.domain.attempt.State;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.usecase.attempt.ReturnFromProvider.Answer;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a client brings to end an attempt: a handoff, or what the provider's redirect said.
 *
 * @param token what some platforms call their code
 */
@Serdeable.Deserializable
public record EndRequest(
        @Nullable Secret handoff,
        @Nullable Secret state,
        @Nullable Secret code,
        @Nullable Secret token,
        @Nullable String error,
        @Nullable String iss) {

    /** Whether it says anything at all. */
    boolean isEmpty() {
        return handoff == null && state == null;
    }

    /** Whether a handoff was brought, well formed or not. */
    boolean bringsHandoff() {
        return handoff != null;
    }

    /** Empty when it cannot be one of ours. */
    public Optional<HandoffCode> handoffCode() {
        return Optional.ofNullable(handoff).map(Secret::reveal).flatMap(HandoffCode::parse);
    }

    /** Empty when it cannot be one of ours. */
    public Optional<State> parsedState() {
        return Optional.ofNullable(state).map(Secret::reveal).flatMap(State::parse);
    }

    /** @param codeParameter how that provider calls its code; {@code code} is understood as well */
    Answer answer(ProviderId provider, boolean forIdentity, String codeParameter) {
        Secret brought = token != null && codeParameter.equals("token") ? token : code;
        return new Answer(
                provider,
                forIdentity,
                parsedState(),
                Optional.ofNullable(brought).map(Secret::reveal).flatMap(AuthorizationCode::parse),
                Optional.ofNullable(error),
                Optional.ofNullable(iss));
    }
}
