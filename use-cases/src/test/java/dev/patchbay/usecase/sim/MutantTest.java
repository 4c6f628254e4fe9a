package dev.patchbay.usecase.sim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The simulation can fail: take any guard away, and it does. */
class MutantTest {
    private static final long SEEDS = 20_000;

    @ParameterizedTest
    @EnumSource
    void a_protocol_without_this_guard_is_caught(Mutant mutant) {
        Seeds seeds = Seeds.all(1, SEEDS + 1, 1, seed -> Universe.run(seed, mutant));

        assertThat(seeds.failed()).isNotEmpty();
    }
}
