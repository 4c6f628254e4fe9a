package dev.patchbay.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.patchbay.sandbox.ledger.Endpoint;
import dev.patchbay.sandbox.ledger.Ledger;
import dev.patchbay.sandbox.party.Fault;
import dev.patchbay.sandbox.party.Hold;
import dev.patchbay.sandbox.party.RotationMode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LastingTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Executor THREADS = Thread::startVirtualThread;

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
    private final Ledger ledger = sandbox.ledger();
    private final App app = App.spotify(sandbox);
    private final URI me = URI.create(sandbox.spotifyApiUrl() + "/me");
    private final String token = sandbox.spotify().grant("ann").refreshToken().secret();

    @AfterEach
    void close() {
        sandbox.close(); // first, since an app waits for calls that are held
        app.close();
    }

    private CompletableFuture<App.Answer> refreshMeanwhile(String refreshToken) {
        return CompletableFuture.supplyAsync(() -> app.refresh(refreshToken), THREADS);
    }

    private Duration timeOfRefresh() {
        long start = System.nanoTime();
        app.refresh(token);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Test
    void a_party_is_down_until_it_is_well_again_and_scripted_faults_come_first() {
        sandbox.spotify().always(Fault.Kind.UNAVAILABLE);
        sandbox.spotify().script(Fault.Kind.BAD_GATEWAY);

        assertThat(app.refresh(token).status()).isEqualTo(502);
        assertThat(app.refresh(token).status()).isEqualTo(503);
        assertThat(app.refresh(token).status()).isEqualTo(503);
        sandbox.spotify().script(Fault.Kind.INVALID_GRANT);
        sandbox.spotify().wellAgain();

        assertThat(app.refresh(token).text("error"))
                .as("scripted, so still to come")
                .isEqualTo("invalid_grant");
        assertThat(app.refresh(token).status()).isEqualTo(200);
    }

    @Test
    void every_answer_is_slow_until_told_otherwise() {
        Duration time = Duration.ofMillis(300);
        assertThat(timeOfRefresh()).isLessThan(time);
        sandbox.spotify().slow(time);
        assertThat(timeOfRefresh()).isGreaterThanOrEqualTo(time);
        sandbox.spotify().always(Fault.Kind.UNAVAILABLE);
        assertThat(timeOfRefresh()).as("faults too").isGreaterThanOrEqualTo(time);
        sandbox.spotify().slow(Duration.ZERO);
        assertThat(timeOfRefresh()).isLessThan(time);
    }

    @Test
    void slowness_can_be_kept_to_an_endpoint_and_is_processed_at_once() throws Exception {
        sandbox.spotify().slow(Duration.ofSeconds(2), Endpoint.REFRESH);
        long start = System.nanoTime();
        CompletableFuture<App.Answer> slow = refreshMeanwhile(token);
        while (ledger.refreshes().isEmpty() || !ledger.refreshes().getFirst().isGranted()) {
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
            Thread.sleep(5);
        }

        assertThat(app.get(me, "Bearer nonsense").status()).isEqualTo(401);
        assertThat(slow).isNotDone();
        sandbox.spotify().wellAgain();
        assertThat(slow.join().status()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
        assertThat(timeOfRefresh()).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void an_answer_is_held_after_processing_and_only_that_of_one_call() {
        sandbox.spotify().rotation(new RotationMode.Rotate());
        Hold hold = sandbox.spotify().hold(Endpoint.REFRESH);
        assertThat(hold.isProcessed()).isFalse();
        CompletableFuture<App.Answer> held = refreshMeanwhile(token);

        hold.awaitProcessed(PATIENCE);

        assertThat(ledger.isLiveRefreshToken(token)).as("rotated away").isFalse();
        assertThat(ledger.refreshes().getFirst().isInFlight()).isTrue();
        assertThat(app.refresh(token).text("error"))
                .as("the next call is answered")
                .isEqualTo("invalid_grant");
        assertThat(held).isNotDone();

        hold.release();

        assertThat(ledger.isLiveRefreshToken(held.join().text("refresh_token"))).isTrue();
        assertThat(ledger.refreshes().getFirst().isAnswered()).isTrue();
    }

    @Test
    void a_held_answer_can_be_dropped() {
        sandbox.spotify().rotation(new RotationMode.Rotate());
        Hold hold = sandbox.spotify().hold(Endpoint.REFRESH);
        CompletableFuture<App.Answer> held = refreshMeanwhile(token);
        hold.awaitProcessed(PATIENCE);

        hold.drop();

        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(held::join)
                .withCauseInstanceOf(App.Unanswered.class);
        assertThat(ledger.liveRefreshTokens("spotify", "ann")).hasSize(1).doesNotContain(token);
    }

    @Test
    void a_hold_waits_for_its_endpoint_and_says_when_nobody_comes() {
        Hold hold = sandbox.spotify().hold(Endpoint.EXCHANGE);

        assertThat(app.refresh(token).status()).isEqualTo(200);
        assertThatIllegalStateException()
                .isThrownBy(() -> hold.awaitProcessed(Duration.ofMillis(50)))
                .withMessageContaining("no call to EXCHANGE");
        hold.release();
        assertThat(app.exchange("nonsense").status())
                .as("a released hold holds nothing")
                .isEqualTo(400);
    }

    @Test
    void closing_ends_what_is_held() {
        Hold hold = sandbox.spotify().hold(Endpoint.REFRESH);
        CompletableFuture<App.Answer> held = refreshMeanwhile(token);
        hold.awaitProcessed(PATIENCE);

        sandbox.close();

        assertThatExceptionOfType(CompletionException.class).isThrownBy(held::join);
    }

    @Test
    void what_lasts_can_be_ordered_by_form() {
        URI control = sandbox.home().resolve("/control/spotify");
        assertThat(app.post(control, Map.of("slow", "1500", "endpoint", "refresh"), "")
                        .json())
                .containsEntry("faults", List.of("refresh takes 1500 ms"));
        assertThat(app.post(control, Map.of("well", "yes"), "").json()).containsEntry("faults", List.of());
        assertThat(app.post(control, Map.of("hold", "yes", "endpoint", "refresh"), "")
                        .json())
                .containsEntry("faults", List.of("hold the next refresh"));
        CompletableFuture<App.Answer> held = refreshMeanwhile(token);
        while (!sandbox.spotify().pendingFaults().contains("holding a refresh")) {
            Thread.onSpinWait();
        }

        assertThat(app.post(control, Map.of("release", "yes"), "").json()).containsEntry("faults", List.of());

        assertThat(held.join().status()).isEqualTo(200);
        assertThat(app.post(control, Map.of("slow", "-1"), "").status()).isEqualTo(400);
        assertThat(app.get(sandbox.home(), "").body()).contains("name=\"slow\"", "name=\"hold\"", "name=\"well\"");
    }

    @Test
    void an_answer_cannot_be_early() {
        assertThatIllegalArgumentException().isThrownBy(() -> sandbox.spotify().slow(Duration.ofMillis(-1)));
    }
}
