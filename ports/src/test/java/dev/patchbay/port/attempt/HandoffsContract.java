package dev.patchbay.port.attempt;

import static dev.patchbay.port.Fixtures.NOW;
import static dev.patchbay.port.Fixtures.aFingerprint;
import static dev.patchbay.port.Fixtures.anAttempt;
import static dev.patchbay.port.Fixtures.minutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.domain.attempt.Attempt;
import dev.patchbay.domain.attempt.Handoff;
import dev.patchbay.domain.vault.SealedSecret;
import dev.patchbay.port.Race;
import dev.patchbay.port.Stores;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Handoffs} keeps. */
public abstract class HandoffsContract {

    protected abstract Stores stores();

    @Test
    void a_parked_code_is_taken_once() {
        Handoff handoff = parked();

        assertThat(stores().handoffs().take(handoff.fingerprint(), NOW)).contains(handoff);
        assertThat(stores().handoffs().take(handoff.fingerprint(), NOW)).isEmpty();
    }

    @Test
    void of_many_who_take_a_handoff_at_once_exactly_one_gets_it() {
        Handoff handoff = parked();

        List<Optional<Handoff>> got = Race.of(() -> stores().handoffs().take(handoff.fingerprint(), NOW));

        assertThat(got.stream().flatMap(Optional::stream)).containsExactly(handoff);
    }

    @Test
    void an_unknown_code_takes_nothing() {
        assertThat(stores().handoffs().take(aFingerprint(), NOW)).isEmpty();
    }

    @Test
    void a_handoff_ends_to_the_microsecond() {
        Handoff handoff = parked();

        assertThat(stores().handoffs().take(handoff.fingerprint(), handoff.expiresAt()))
                .isEmpty();
        assertThat(stores().handoffs()
                        .take(handoff.fingerprint(), handoff.expiresAt().minusNanos(1000)))
                .contains(handoff);
    }

    @Test
    void a_handoff_of_no_attempt_is_a_mistake() {
        Handoff orphan =
                new Handoff(aFingerprint(), UUID.randomUUID(), new SealedSecret(new byte[] {1}), NOW.plus(minutes(10)));

        assertThatThrownBy(() -> stores().handoffs().park(orphan)).isInstanceOf(IllegalStateException.class);
    }

    private Handoff parked() {
        Attempt attempt = anAttempt().build();
        byte[] longest = new byte[4096 + 100];
        Arrays.fill(longest, (byte) 0xFF);
        Handoff handoff = new Handoff(aFingerprint(), attempt.id(), new SealedSecret(longest), NOW.plus(Attempt.LIFE));
        stores().attempts().add(attempt);
        stores().handoffs().park(handoff);
        return handoff;
    }
}
