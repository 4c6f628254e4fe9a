package dev.patchbay.usecase.attempt;

import dev.patchbay.domain.attempt.Attempt;
import dev.patchbay.domain.attempt.State;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.port.attempt.Attempts;
import dev.patchbay.port.provider.MusicPlatform;
import dev.patchbay.usecase.attempt.ReturnFromProvider.Answer;
import dev.patchbay.usecase.provider.Providers;
import java.time.Clock;
import java.util.Optional;

/** What is the same for every answer, however it came back: it uses its attempt up, and must come from the party that was asked. */
final class CheckAnswer {
    private final Attempts attempts;
    private final Providers providers;
    private final Clock clock;

    CheckAnswer(Attempts attempts, Providers providers, Clock clock) {
        this.attempts = attempts;
        this.providers = providers;
        this.clock = clock;
    }

    Optional<Attempt> use(Optional<State> state) {
        return state.flatMap(known -> attempts.consume(known.fingerprint(), clock.instant()));
    }

    /** Whether the answer comes from another party than the one that was asked. */
    Optional<Refusal> mixUp(Attempt attempt, Answer answer) {
        boolean sameParty = attempt.provider().equals(answer.provider())
                && attempt.purpose().isForIdentity() == answer.forIdentity();
        if (!sameParty) {
            return Optional.of(Refusal.WRONG_PROVIDER);
        }
        return vouchesFor(attempt, answer.iss()) ? Optional.empty() : Optional.of(Refusal.ISSUER_MISMATCH);
    }

    /** How the one-time credential is called in that party's redirects. */
    String codeParameter(ProviderId provider, boolean forIdentity) {
        return forIdentity
                ? "code"
                : providers.platform(provider).map(MusicPlatform::codeParameter).orElse("code");
    }

    private boolean vouchesFor(Attempt attempt, Optional<String> iss) {
        return attempt.purpose().isForIdentity()
                ? providers.identityProvider(attempt.provider()).stream().anyMatch(party -> party.vouchesFor(iss))
                : providers.platform(attempt.provider()).stream().anyMatch(party -> party.vouchesFor(iss));
    }

    /** Why there is nothing to exchange, if so: the provider reported an error, or no code. */
    static Optional<Refusal> nothingIn(Answer answer) {
        return answer.error()
                .map(CheckAnswer::refusalOf)
                .or(() -> answer.code().isEmpty() ? Optional.of(Refusal.CODE_MISSING) : Optional.empty());
    }

    private static Refusal refusalOf(String error) {
        return switch (error) {
            case "access_denied" -> Refusal.ACCESS_DENIED;
            case "temporarily_unavailable", "server_error" -> Refusal.PROVIDER_UNAVAILABLE;
            case "unauthorized_client" -> Refusal.APP_REJECTED;
            default -> Refusal.PROVIDER_ERROR;
        };
    }
}
