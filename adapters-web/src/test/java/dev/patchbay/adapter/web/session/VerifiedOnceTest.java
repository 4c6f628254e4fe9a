package dev.patchbay.adapter.web.session;

import static dev.patchbay.port.Fixtures.minutes;
import static dev.patchbay.port.Fixtures.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.session.Session;
import dev.patchbay.domain.session.SessionClaim;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.Fixtures;
import dev.patchbay.port.SteppingClock;
import dev.patchbay.port.session.SessionTokens;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class VerifiedOnceTest {
    private final SteppingClock clock = SteppingClock.atNow();
    private final AtomicInteger verified = new AtomicInteger();
    private Duration life = Duration.ofDays(7);
    private final VerifiedOnce tokens = new VerifiedOnce(
            new SessionTokens() {
                @Override
                public Secret issue(Session session) {
                    return Secret.of("token");
                }

                @Override
                public Optional<SessionClaim> verify(Secret token) {
                    verified.incrementAndGet();
                    Session session = Fixtures.aSessionOf(Fixtures.anAccount(), Fixtures.NOW, life);
                    return token.reveal().startsWith("good") && clock.instant().isBefore(session.expiresAt())
                            ? Optional.of(Fixtures.claimOf(session))
                            : Optional.empty();
                }
            },
            16,
            clock);

    @Test
    void a_good_token_is_verified_once_in_five_minutes() {
        SessionClaim first = tokens.verify(Secret.of("good")).orElseThrow();
        clock.advance(minutes(5).minusMillis(1));
        assertThat(tokens.verify(Secret.of("good"))).contains(first);
        assertThat(verified).hasValue(1);
        clock.advance(Duration.ofMillis(1));
        assertThat(tokens.verify(Secret.of("good"))).isPresent();
        assertThat(verified).hasValue(2);
    }

    @Test
    void nothing_is_remembered_past_its_end() {
        life = seconds(30);
        assertThat(tokens.verify(Secret.of("good"))).isPresent();
        clock.advance(seconds(30));
        assertThat(tokens.verify(Secret.of("good"))).isEmpty();
    }

    @Test
    void refusals_are_not_remembered_and_tokens_are_not_mixed_up() {
        assertThat(tokens.verify(Secret.of("bad"))).isEmpty();
        assertThat(tokens.verify(Secret.of("bad"))).isEmpty();
        assertThat(verified).hasValue(2);
        assertThat(tokens.size()).isZero();
        assertThat(tokens.verify(Secret.of("good 1"))).isNotEqualTo(tokens.verify(Secret.of("good 2")));
    }

    @Test
    void it_stays_small() {
        for (int i = 0; i < 1000; i++) {
            assertThat(tokens.verify(Secret.of("good " + i))).isPresent();
            assertThat(tokens.size()).isLessThanOrEqualTo(16);
        }
        int before = verified.get();
        assertThat(tokens.verify(Secret.of("good 999"))).isPresent();
        assertThat(verified).hasValue(before);
    }
}
