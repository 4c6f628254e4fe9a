package dev.patchbay.port.certificate;

import static dev.patchbay.port.Fixtures.NOW;
import static dev.patchbay.port.Fixtures.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.certificate.Challenge;
import dev.patchbay.domain.certificate.ChallengeToken;
import dev.patchbay.port.Stores;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Challenges} keeps. */
public abstract class ChallengesContract {
    private static final Instant END = NOW.plus(Challenge.LIFE);
    private static final Instant LONG_AGO = Instant.parse("2001-01-01T00:00:00Z");

    protected abstract Stores stores();

    @Test
    void a_challenge_is_found_by_its_token_until_it_is_taken_away() {
        Challenge challenge = aChallenge();
        assertThat(challenges().find(challenge.token(), NOW)).isEmpty();

        challenges().put(challenge);
        assertThat(challenges().find(challenge.token(), NOW)).contains(challenge);
        assertThat(challenges().find(challenge.token(), NOW)).contains(challenge);

        challenges().remove(challenge.token());
        challenges().remove(challenge.token());
        assertThat(challenges().find(challenge.token(), NOW)).isEmpty();
    }

    @Test
    void the_latest_of_a_token_stands() {
        Challenge challenge = aChallenge();
        var later = new Challenge(challenge.token(), "x".repeat(500), END.plus(minutes(1)));
        challenges().put(challenge);
        challenges().put(challenge);
        challenges().put(later);

        assertThat(challenges().find(challenge.token(), NOW)).contains(later);
    }

    @Test
    void tokens_are_told_apart_exactly_and_may_be_long() {
        var lower = new Challenge(new ChallengeToken("a".repeat(254) + "b"), "lower", END);
        challenges().put(lower);

        assertThat(challenges().find(lower.token(), NOW)).contains(lower);
        assertThat(challenges().find(new ChallengeToken("a".repeat(254) + "B"), NOW))
                .isEmpty();
        assertThat(challenges().find(new ChallengeToken("a".repeat(254)), NOW)).isEmpty();
    }

    @Test
    void a_challenge_ends_to_the_microsecond() {
        Challenge challenge = aChallenge();
        challenges().put(challenge);

        assertThat(challenges().find(challenge.token(), END.minusNanos(1000))).isPresent();
        assertThat(challenges().find(challenge.token(), END)).isEmpty();
    }

    @Test
    void purging_removes_what_expired() {
        var old = new Challenge(aToken(), "old", LONG_AGO);
        Challenge young = aChallenge();
        challenges().put(old);
        challenges().put(young);

        assertThat(challenges().purge(LONG_AGO)).isZero();
        assertThat(challenges().purge(LONG_AGO.plusNanos(1000))).isEqualTo(1);

        assertThat(challenges().find(old.token(), LONG_AGO.minus(minutes(1)))).isEmpty();
        assertThat(challenges().find(young.token(), NOW)).isPresent();
    }

    private static Challenge aChallenge() {
        return new Challenge(aToken(), "key." + UUID.randomUUID(), END);
    }

    private static ChallengeToken aToken() {
        return new ChallengeToken(UUID.randomUUID().toString());
    }

    private Challenges challenges() {
        return stores().challenges();
    }
}
