package dev.patchbay.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.sandbox.ledger.Ledger;
import dev.patchbay.sandbox.party.GivenGrant;
import dev.patchbay.sandbox.party.RotationMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Seeding and asking must not slow down with what is there: the same work is timed early and late in one run. */
class ManyGrantsTest {
    private static final int GRANTS = 100_000;
    private static final int ROUND = 200;

    @Test
    void a_question_costs_the_same_after_a_hundred_thousand_grants() {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
                App app = App.spotify(sandbox)) {
            sandbox.spotify().rotation(new RotationMode.Rotate());
            List<GivenGrant> given = new ArrayList<>();
            seed(sandbox, given, ROUND);
            ask(sandbox.ledger(), given); // to warm up
            Duration early = ask(sandbox.ledger(), given);
            seed(sandbox, given, GRANTS);

            Duration late = ask(sandbox.ledger(), given);

            // With a scan of all it would be five hundred times as long; the rest is for caches and a busy machine.
            assertThat(late).isLessThan(early.multipliedBy(10).plusMillis(200));
            assertThat(app.refresh(given.getLast().refreshToken().secret()).status())
                    .isEqualTo(200);
            assertThat(app.get(sandbox.home(), "").body()).hasSizeLessThan(50_000);
        }
    }

    private static void seed(Sandbox sandbox, List<GivenGrant> given, int upTo) {
        while (given.size() < upTo) {
            given.add(sandbox.spotify().grant("person-" + given.size()));
        }
    }

    private static Duration ask(Ledger ledger, List<GivenGrant> given) {
        long start = System.nanoTime();
        for (GivenGrant one : given.subList(given.size() - ROUND, given.size())) {
            String token = one.refreshToken().secret();
            assertThat(ledger.liveRefreshTokens("spotify", one.grant().person()).contains(token))
                    .isTrue();
            assertThat(ledger.tokensOf(one.grant()).size()
                            + ledger.refreshesOf(one.grant()).size())
                    .isEqualTo(2);
            assertThat(ledger.acceptedUntil(token).isPresent()).isTrue();
            assertThat(ledger.tokens().size() + ledger.grants().size())
                    .isEqualTo(3 * ledger.grants().size());
            assertThat(ledger.events().isEmpty()).isFalse();
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
