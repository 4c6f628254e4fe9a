package dev.patchbay.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.patchbay.sandbox.ledger.Ledger;
import dev.patchbay.sandbox.party.Fault;
import dev.patchbay.sandbox.party.GivenGrant;
import dev.patchbay.sandbox.party.RotationMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RotationTest {
    private final SteeredClock clock = new SteeredClock();
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withClock(clock));
    private final Ledger ledger = sandbox.ledger();
    private final App app = App.spotify(sandbox);
    private final String first = app.exchange(App.code(sandbox.spotify().approve(app.authUrl(), "ann")))
            .text("refresh_token");

    @AfterEach
    void close() {
        app.close();
        sandbox.close();
    }

    @Test
    void rotation_returns_a_new_token_and_kills_the_old_one() {
        sandbox.spotify().rotation(new RotationMode.Rotate());

        String second = app.refresh(first).text("refresh_token");

        assertThat(ledger.isLiveRefreshToken(first)).isFalse();
        assertThat(ledger.isLiveRefreshToken(second)).isTrue();
        assertThat(ledger.familyOf(second)).isEqualTo(ledger.familyOf(first));
        assertThat(app.refresh(first).text("error_description")).isEqualTo("Refresh token revoked");
        assertThat(ledger.isLiveRefreshToken(second)).as("reuse harms nobody").isTrue();
        assertThat(ledger.liveRefreshTokens("spotify", "ann")).containsExactly(second);
    }

    @Test
    void reuse_under_strict_revocation_ends_the_family() {
        sandbox.spotify().rotation(new RotationMode.StrictRevoke());
        App.Answer second = app.refresh(first);

        assertThat(app.refresh(first).text("error")).isEqualTo("invalid_grant");

        assertThat(ledger.isLiveRefreshToken(second.text("refresh_token"))).isFalse();
        assertThat(ledger.isLiveAccessToken(second.text("access_token"))).isFalse();
        assertThat(ledger.familyOf(first).flatMap(ledger::endOf)).contains("refresh token reused");
        assertThat(app.refresh(second.text("refresh_token")).text("error")).isEqualTo("invalid_grant");
    }

    @Test
    void within_the_grace_period_the_old_token_works_again_and_not_after() {
        sandbox.spotify().rotation(new RotationMode.Grace(Duration.ofSeconds(30)));
        app.refresh(first);
        clock.advance(Duration.ofSeconds(29));
        assertThat(app.refresh(first).status()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(1));

        assertThat(app.refresh(first).text("error")).isEqualTo("invalid_grant");
    }

    @Test
    void overlap_keeps_both_alive() {
        sandbox.spotify().rotation(new RotationMode.Overlap());

        String second = app.refresh(first).text("refresh_token");

        assertThat(ledger.liveRefreshTokens("spotify", "ann")).containsExactlyInAnyOrder(first, second);
    }

    @Test
    void a_rotating_token_has_one_winner_among_many_callers() throws Exception {
        sandbox.spotify().rotation(new RotationMode.Rotate());
        clock.dawdle();
        String token = first;
        for (int round = 0; round < 10; round++) {
            List<App.Answer> answers = refreshAtOnce(token, 8);

            assertThat(answers)
                    .extracting(App.Answer::status)
                    .containsOnlyOnce(200)
                    .hasSize(8);
            assertThat(ledger.presentationsOf(token)).isEqualTo(8);
            assertThat(ledger.liveRefreshTokens("spotify", "ann")).hasSize(1);
            token = ledger.liveRefreshTokens("spotify", "ann").iterator().next();
        }
    }

    @Test
    void of_two_at_once_under_strict_revocation_one_wins_and_the_family_ends() throws Exception {
        sandbox.spotify().rotation(new RotationMode.StrictRevoke());
        clock.dawdle();
        for (int round = 0; round < 20; round++) {
            GivenGrant given = sandbox.spotify().grant("person-" + round);

            List<App.Answer> answers = refreshAtOnce(given.refreshToken().secret(), 2);

            assertThat(answers).extracting(App.Answer::status).containsExactlyInAnyOrder(200, 400);
            assertThat(ledger.endOf(given.grant())).contains("refresh token reused");
            assertThat(ledger.liveRefreshTokens("spotify", "person-" + round)).isEmpty();
            assertThat(ledger.tokensOf(given.grant()))
                    .as("one rotation")
                    .hasSize(4)
                    .noneMatch(token ->
                            ledger.isLiveRefreshToken(token.secret()) || ledger.isLiveAccessToken(token.secret()));
        }
    }

    private List<App.Answer> refreshAtOnce(String token, int callers) throws Exception {
        CountDownLatch start = new CountDownLatch(callers);
        List<Future<App.Answer>> calls = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < callers; i++) {
                calls.add(threads.submit(() -> {
                    start.countDown();
                    start.await();
                    return app.refresh(token);
                }));
            }
        }
        List<App.Answer> answers = new ArrayList<>();
        for (Future<App.Answer> call : calls) {
            answers.add(call.get());
        }
        return answers;
    }

    @Test
    void an_answer_dropped_after_rotation_leaves_only_a_token_that_nobody_has() {
        sandbox.spotify().rotation(new RotationMode.Rotate());
        sandbox.spotify().script(Fault.Kind.ANSWER_DROPPED);

        assertThat(catchThrowable(() -> app.refresh(first))).isInstanceOf(App.Unanswered.class);

        assertThat(ledger.isLiveRefreshToken(first)).isFalse();
        assertThat(ledger.liveRefreshTokens("spotify", "ann")).hasSize(1).doesNotContain(first);
    }
}
