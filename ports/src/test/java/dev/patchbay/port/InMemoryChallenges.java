package dev.patchbay.port;

import dev.patchbay.domain.certificate.Challenge;
import dev.patchbay.domain.certificate.ChallengeToken;
import dev.patchbay.port.certificate.Challenges;
import java.time.Instant;
import java.util.Optional;

final class InMemoryChallenges implements Challenges {

    private final InMemoryState state;

    InMemoryChallenges(InMemoryState state) {
        this.state = state;
    }

    @Override
    public void put(Challenge challenge) {
        state.run(() -> state.certificate.challenges.put(challenge.token(), challenge));
    }

    @Override
    public Optional<Challenge> find(ChallengeToken token, Instant now) {
        return state.act(() -> Optional.ofNullable(state.certificate.challenges.get(token))
                .filter(one -> now.isBefore(one.expiresAt())));
    }

    @Override
    public void remove(ChallengeToken token) {
        state.run(() -> state.certificate.challenges.remove(token));
    }

    @Override
    public int purge(Instant before) {
        return state.act(() -> {
            int all = state.certificate.challenges.size();
            state.certificate.challenges.values().removeIf(one -> one.expiresAt()
                    .isBefore(before));
            return all - state.certificate.challenges.size();
        });
    }
}
