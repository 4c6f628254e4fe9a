package dev.patchbay.port.attempt;

import static dev.patchbay.port.Fixtures.GOOGLE;
import static dev.patchbay.port.Fixtures.NOW;
import static dev.patchbay.port.Fixtures.SPOTIFY;
import static dev.patchbay.port.Fixtures.aFingerprint;
import static dev.patchbay.port.Fixtures.anAttempt;
import static dev.patchbay.port.Fixtures.minutes;
import static dev.patchbay.port.Fixtures.open;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.attempt.Attempt;
import dev.patchbay.domain.attempt.Handoff;
import dev.patchbay.domain.attempt.Proof;
import dev.patchbay.domain.chat.ChatUser;
import dev.patchbay.domain.vault.SealedSecret;
import dev.patchbay.port.Race;
import dev.patchbay.port.Stores;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Attempts} keeps. */
public abstract class AttemptsContract {

    private static final Instant LONG_AGO = Instant.parse("2001-01-01T00:00:00Z");

    protected abstract Stores stores();

    @Test
    void what_was_kept_comes_back_whole() {
        Account ann = open(stores());
        List<Attempt> kinds = List.of(
                anAttempt().toSignInAt(GOOGLE).build(),
                anAttempt().toLink(GOOGLE).by(ann).provenBy(new Proof.Handoff()).build(),
                anAttempt().toConnect(SPOTIFY).by(ann).asking().build(),
                anAttempt()
                        .toConnect(SPOTIFY)
                        .by(ann)
                        .provenBy(new Proof.Chat(new ChatUser(1L << 52)))
                        .build(),
                anAttempt()
                        .toReconnect(SPOTIFY)
                        .by(ann)
                        .sealing(new SealedSecret(new byte[500]))
                        .build());

        for (Attempt attempt : kinds) {
            stores().attempts().add(attempt);
            assertThat(stores().attempts().consume(attempt.stateFingerprint(), NOW))
                    .contains(attempt);
        }
    }

    @Test
    void an_attempt_is_used_once() {
        Attempt attempt = kept();

        assertThat(stores().attempts().consume(attempt.stateFingerprint(), NOW)).contains(attempt);
        assertThat(stores().attempts().consume(attempt.stateFingerprint(), NOW)).isEmpty();
    }

    @Test
    void of_many_who_use_an_attempt_at_once_exactly_one_gets_it() {
        Attempt attempt = kept();

        List<Optional<Attempt>> got = Race.of(() -> stores().attempts().consume(attempt.stateFingerprint(), NOW));

        assertThat(got.stream().flatMap(Optional::stream)).containsExactly(attempt);
    }

    @Test
    void an_unknown_state_is_no_attempt() {
        assertThat(stores().attempts().consume(aFingerprint(), NOW)).isEmpty();
    }

    @Test
    void an_attempt_ends_to_the_microsecond() {
        Attempt early = kept();
        Attempt late = kept();

        assertThat(stores().attempts().consume(late.stateFingerprint(), late.expiresAt()))
                .isEmpty();
        assertThat(stores().attempts()
                        .consume(early.stateFingerprint(), early.expiresAt().minusNanos(1000)))
                .contains(early);
    }

    @Test
    void an_expired_attempt_that_was_asked_for_is_still_unused() {
        Attempt attempt = kept();
        stores().attempts().consume(attempt.stateFingerprint(), attempt.expiresAt());

        assertThat(stores().attempts().consumed(attempt.id(), NOW)).isEmpty();
    }

    @Test
    void a_used_attempt_is_there_for_its_handoff_until_it_expires() {
        Attempt attempt = kept();

        assertThat(stores().attempts().consumed(attempt.id(), NOW)).isEmpty();
        stores().attempts().consume(attempt.stateFingerprint(), NOW);
        assertThat(stores().attempts().consumed(attempt.id(), NOW)).contains(attempt);
        assertThat(stores().attempts()
                        .consumed(attempt.id(), attempt.expiresAt().minusNanos(1000)))
                .contains(attempt);
        assertThat(stores().attempts().consumed(attempt.id(), attempt.expiresAt()))
                .isEmpty();
        assertThat(stores().attempts().consumed(UUID.randomUUID(), NOW)).isEmpty();
    }

    @Test
    void purging_removes_what_expired_with_its_handoffs_and_nothing_else() {
        Attempt old = anAttempt().startedAt(LONG_AGO).build();
        Attempt younger = anAttempt().startedAt(LONG_AGO.plusNanos(1000)).build();
        Handoff handoff =
                new Handoff(aFingerprint(), old.id(), new SealedSecret(new byte[] {1}), LONG_AGO.plus(minutes(30)));
        stores().attempts().add(old);
        stores().attempts().add(younger);
        stores().handoffs().park(handoff);

        assertThat(stores().attempts().purge(old.expiresAt())).isZero();
        assertThat(stores().attempts().purge(younger.expiresAt())).isEqualTo(1);

        assertThat(stores().handoffs().take(handoff.fingerprint(), LONG_AGO)).isEmpty();
        assertThat(stores().attempts().consume(old.stateFingerprint(), LONG_AGO))
                .isEmpty();
        assertThat(stores().attempts().consume(younger.stateFingerprint(), LONG_AGO))
                .contains(younger);
        assertThat(stores().attempts().purge(LONG_AGO.plus(minutes(60)))).isEqualTo(1);
    }

    private Attempt kept() {
        Attempt attempt = anAttempt().build();
        stores().attempts().add(attempt);
        return attempt;
    }
}
