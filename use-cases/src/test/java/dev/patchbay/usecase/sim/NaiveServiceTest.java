package dev.patchbay.usecase.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The oracle can find something, and finds it again. */
class NaiveServiceTest {

    @Test
    void a_protocol_without_care_breaks_what_the_oracle_watches() {
        Set<Broken> broken = EnumSet.noneOf(Broken.class);
        Tally tally = new Tally();
        for (int seed = 1; seed <= 2000; seed++) {
            Universe.Report report = Universe.run(seed, NaiveService::new);
            tally.add(report.tally());
            broken.addAll(
                    report.violations().stream().map(Oracle.Violation::broken).collect(Collectors.toSet()));
        }

        assertThat(broken)
                .contains(
                        Broken.AVOIDABLE_LOSS,
                        Broken.SILENT_LOSS,
                        Broken.FALSE_DEATH,
                        Broken.TWO_IN_FLIGHT,
                        Broken.SPENT_SHOWN,
                        Broken.WRONG_APP,
                        Broken.UNSTORED_TOKEN)
                .doesNotContain(Broken.DEFECT, Broken.FOREIGN_TOKEN, Broken.LOST_ROW);
        assertThat(tally.unavoidable).isPositive();
        for (Fault fault : Fault.values()) {
            assertThat(tally.of(fault)).as("%s", fault).isPositive();
        }
    }

    @Test
    void a_seed_tells_the_same_story_every_time() {
        for (int seed = 1; seed <= 50; seed++) {
            Universe.Report once = Universe.retold(seed, NaiveService::new);
            Universe.Report again = Universe.retold(seed, NaiveService::new);

            assertThat(again.trace()).isEqualTo(once.trace());
            assertThat(again.fingerprint())
                    .isEqualTo(once.fingerprint())
                    .isEqualTo(Universe.run(seed, NaiveService::new).fingerprint());
        }
    }
}
