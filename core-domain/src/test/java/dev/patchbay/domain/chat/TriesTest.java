package dev.patchbay.domain.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TriesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    @Test
    void no_minute_has_more_than_five_however_they_come() {
        SplittableRandom random = new SplittableRandom(7);
        List<Instant> let = new ArrayList<>();
        Optional<Tries> tries = Optional.empty();
        Instant now = NOW;
        for (int time = 0; time < 20_000; time++) {
            now = now.plusMillis(random.nextInt(40_000));
            Optional<Tries> next = Tries.after(tries, now);
            if (next.isPresent()) {
                let.add(now);
                tries = next;
            }
        }

        assertThat(let).hasSizeGreaterThan(1000);
        for (int first = 0; first + Tries.MOST < let.size(); first++) {
            assertThat(Duration.between(let.get(first), let.get(first + Tries.MOST)))
                    .isGreaterThanOrEqualTo(Duration.ofMinutes(1));
        }
    }

    @Test
    void what_was_not_let_through_makes_nobody_wait_longer() {
        Optional<Tries> spent = Optional.of(new Tries(Tries.MOST, NOW));

        assertThat(Tries.after(spent, NOW.plusSeconds(59))).isEmpty();
        assertThat(Tries.after(spent, NOW.plusSeconds(60))).contains(new Tries(1, NOW.plusSeconds(60)));
    }

    @Test
    void a_clock_that_is_behind_does_not_shorten_the_rest() {
        assertThat(Tries.after(Optional.of(new Tries(1, NOW)), NOW.minusSeconds(5)))
                .contains(new Tries(2, NOW));
    }

    @Test
    void there_are_one_to_five() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Tries(0, NOW));
        assertThatIllegalArgumentException().isThrownBy(() -> new Tries(Tries.MOST + 1, NOW));
    }
}
