package dev.patchbay.usecase.sim;

import static dev.patchbay.usecase.sim.Kernel.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.provider.GrantClass;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The real use cases in simulated worlds: no grant is lost that could have been kept, and no promise is broken.
 * {@code -Dsim.seeds=1000000} runs more of them, {@code -Dsim.seed=4711} tells the story of one. A seed that ever failed goes
 * into {@code sim/regressions.txt}.
 */
class SimulationTest {
    private static final long SEEDS = Long.getLong("sim.seeds", 100_000);

    @Test
    void no_grant_is_lost_that_could_have_been_kept_and_no_promise_is_broken() {
        Seeds seeds = Seeds.all(1, SEEDS + 1, RealService::new);

        assertThat(seeds.failed()).as(() -> retold(seeds.failed())).isEmpty();
        Tally tally = seeds.tally();
        System.out.println(tally);
        for (Fault fault : Fault.values()) {
            assertThat(tally.of(fault)).as("%s", fault).isGreaterThan(tally.universes / 20);
        }
        assertThat(tally.spooled).isGreaterThan(tally.universes / 50);
        assertThat(tally.unavoidable).isBetween(tally.universes / 50, tally.universes / 5);
        assertThat(tally.disconnects).isGreaterThan(tally.universes / 10);
        assertThat(tally.reconnects).isGreaterThan(tally.universes / 2);
        assertThat(tally.appChanges).isGreaterThan(tally.universes / 20);
    }

    @Test
    void what_failed_once_is_tried_for_ever() throws IOException {
        List<Long> seeds = regressions();

        assertThat(seeds).isNotEmpty();
        for (long seed : seeds) {
            Seeds one = Seeds.all(seed, seed + 1, RealService::new);
            assertThat(one.failed()).as(() -> retold(one.failed())).isEmpty();
        }
    }

    @Test
    void in_fine_weather_a_lapsed_token_costs_one_call_and_nobody_waits_in_vain() {
        Seeds seeds = Seeds.all(
                1,
                501,
                1,
                seed -> Universe.run(
                        seed,
                        new Plan(
                                new GrantClass.StrictRevoke(),
                                3,
                                1,
                                300 * SECOND,
                                750 * SECOND,
                                Map.of(),
                                0,
                                100,
                                false,
                                false,
                                false,
                                false),
                        RealService::new));

        assertThat(seeds.failed()).as(() -> retold(seeds.failed())).isEmpty();
        Tally tally = seeds.tally();
        assertThat(tally.calls).isEqualTo(tally.rotations);
        // Two lapses of 240 s each and the one that ends it; those who ask for half a life or force it, besides.
        assertThat(tally.calls).isBetween(2 * tally.universes, 9 * tally.universes);
        assertThat(tally.withheld).isZero();
        assertThat(tally.unavailable).isZero();
    }

    @Test
    void a_grant_that_died_with_its_process_is_called_lost_within_two_minutes() {
        Seeds seeds = Seeds.all(
                1,
                3001,
                1,
                seed -> Universe.run(
                        seed,
                        new Plan(
                                new GrantClass.StrictRevoke(),
                                3,
                                2,
                                300 * SECOND,
                                750 * SECOND,
                                Map.of(Fault.KILL, 0.1),
                                1,
                                60,
                                false,
                                false,
                                false,
                                false),
                        RealService::new));

        assertThat(seeds.failed()).as(() -> retold(seeds.failed())).isEmpty();
        assertThat(seeds.tally().unavoidable).isGreaterThan(100);
        assertThat(seeds.tally().longestDoubt).isLessThan(120 * SECOND);
    }

    @Test
    void a_seed_tells_the_same_story_every_time() {
        for (int seed = 1; seed <= 50; seed++) {
            Universe.Report once = Universe.retold(seed, RealService::new);
            Universe.Report again = Universe.retold(seed, RealService::new);

            assertThat(again.trace()).isEqualTo(once.trace());
            assertThat(again.fingerprint()).isEqualTo(once.fingerprint());
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "sim.seed", matches = "\\d+")
    void the_story_of_one_seed() {
        System.out.println(
                Universe.retold(Long.getLong("sim.seed"), RealService::new).words());
    }

    private static List<Long> regressions() throws IOException {
        try (InputStream file = SimulationTest.class.getResourceAsStream("/sim/regressions.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .map(Long::valueOf)
                    .toList();
        }
    }

    /** What failed, in short; and the first of it from the beginning. */
    private static String retold(List<Universe.Report> failed) {
        String all = failed.stream()
                .map(report -> "seed " + report.seed() + ": " + report.violations())
                .collect(Collectors.joining("\n"));
        return all + "\n"
                + failed.stream()
                        .findFirst()
                        .map(report -> report.trace().isEmpty()
                                ? Universe.retold(report.seed(), RealService::new)
                                        .words()
                                : report.words())
                        .orElse("");
    }
}
