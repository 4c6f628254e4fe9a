package dev.patchbay.usecase.certificate;

import dev.patchbay.domain.certificate.Challenge;
import dev.patchbay.domain.certificate.ChallengeToken;
import dev.patchbay.port.certificate.Challenges;
import java.time.Clock;
import java.util.Optional;

/** Answers what certificate authorities ask for at {@link Challenge#PATH}, whichever process ordered. */
public final class AnswerChallenge {
    private final Challenges challenges;
    private final Clock clock;

    public AnswerChallenge(Challenges challenges, Clock clock) {
        this.challenges = challenges;
        this.clock = clock;
    }

    /**
     * The key authorization, to be sent as it is. Empty when nobody waits for that.
     *
     * @param asked the last part of the path, as it came
     * @throws dev.patchbay.port.StoreUnavailable when the store does not answer
     */
    public Optional<String> answer(String asked) {
        return ChallengeToken.read(asked)
                .flatMap(token -> challenges.find(token, clock.instant()))
                .map(Challenge::keyAuthorization);
    }
}
