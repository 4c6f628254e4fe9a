package dev.patchbay.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.patchbay.sandbox.ledger.Endpoint;
import dev.patchbay.sandbox.ledger.Grant;
import dev.patchbay.sandbox.ledger.IssuedToken;
import dev.patchbay.sandbox.ledger.Ledger;
import dev.patchbay.sandbox.ledger.RefreshCall;
import dev.patchbay.sandbox.party.Fault;
import dev.patchbay.sandbox.party.GivenGrant;
import dev.patchbay.sandbox.party.Hold;
import dev.patchbay.sandbox.party.RotationMode;
import dev.patchbay.sandbox.web.Delivery;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefreshHistoryTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    Path folder = Path.of("replaced before each test");

    private final SteeredClock clock = new SteeredClock();
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withClock(clock));
    private final Ledger ledger = sandbox.ledger();
    private final App app = App.spotify(sandbox);
    private final GivenGrant given = sandbox.spotify().grant("ann");
    private final Grant grant = given.grant();
    private final String first = given.refreshToken().secret();

    @AfterEach
    void close() {
        sandbox.close(); // first, since an app waits for calls that hang
        app.close();
    }

    private RefreshCall last() {
        return ledger.refreshes().getLast();
    }

    @Test
    void each_call_says_when_it_came_was_decided_and_answered_and_what_it_brought() {
        sandbox.spotify().rotation(new RotationMode.Rotate());
        Instant received = clock.instant();
        Hold hold = sandbox.spotify().hold(Endpoint.REFRESH);
        CompletableFuture<App.Answer> held = CompletableFuture.supplyAsync(() -> app.refresh(first));
        hold.awaitProcessed(PATIENCE);
        assertThat(last().isInFlight()).isTrue();
        assertThat(last().answeredAt()).isEmpty();
        clock.advance(Duration.ofSeconds(5));
        hold.release();
        App.Answer answer = held.join();

        RefreshCall call = last();
        assertThat(call.number()).isEqualTo(1);
        assertThat(call.party()).isEqualTo("spotify");
        assertThat(call.grant()).contains(grant);
        assertThat(call.presented()).contains(given.refreshToken());
        assertThat(call.receivedAt()).isEqualTo(received);
        assertThat(call.processedAt()).contains(received);
        assertThat(call.answeredAt()).contains(received.plusSeconds(5));
        assertThat(call.answer()).contains(Delivery.WHOLE);
        assertThat(call.successor()).map(IssuedToken::secret).contains(answer.text("refresh_token"));
        assertThat(call.issued()).extracting(IssuedToken::secret).contains(answer.text("access_token"));
        assertThat(call.toString()).doesNotContain(first, answer.text("access_token"));
    }

    @Test
    void refusals_were_decided_and_brought_nothing() {
        sandbox.spotify().withdraw("ann");
        app.refresh(first);

        assertThat(last().processedAt()).isPresent();
        assertThat(last().isGranted()).isFalse();
        assertThat(last().isAnswered()).isTrue();
    }

    @Test
    void faults_instead_of_an_answer_were_never_processed() {
        sandbox.spotify().script(Fault.Kind.BAD_GATEWAY);
        app.refresh(first);

        assertThat(last().processedAt()).isEmpty();
        assertThat(last().isAnswered()).isTrue();
    }

    @Test
    void lost_answers_were_processed() {
        sandbox.spotify().script(Fault.Kind.ANSWER_DROPPED, Fault.Kind.BODY_CUT);
        for (Delivery how : List.of(Delivery.DROPPED, Delivery.CUT)) {
            assertThat(catchThrowable(() -> app.refresh(first))).isInstanceOf(App.Unanswered.class);

            assertThat(last().isGranted()).isTrue();
            assertThat(last().answer()).contains(how);
            assertThat(last().isAnswered()).isFalse();
            assertThat(last().isInFlight()).isFalse();
        }
    }

    @Test
    void a_call_that_hangs_is_in_flight_for_good() {
        sandbox.spotify().script(Fault.Kind.HANG);
        CompletableFuture<App.Answer> hanging = CompletableFuture.supplyAsync(() -> app.refresh(first));
        while (ledger.refreshCalls() == 0) {
            Thread.onSpinWait();
        }
        app.refresh(first);

        assertThat(ledger.refreshes().getFirst().isInFlight()).isTrue();
        assertThat(ledger.mostRefreshesInFlight(grant)).isEqualTo(2);
        assertThat(hanging).isNotDone();
    }

    @Test
    void calls_are_counted_for_each_grant_and_strangers_for_none() {
        GivenGrant other = sandbox.spotify().grant("bob");
        app.refresh(first);
        app.refresh(other.refreshToken().secret());
        app.refresh(first);
        app.refresh("never-issued");
        app.refresh(sandbox.google().grant("ann").refreshToken().secret());

        assertThat(ledger.refreshCalls(grant)).isEqualTo(2);
        assertThat(ledger.refreshesOf(grant)).extracting(RefreshCall::number).containsExactly(1, 3);
        assertThat(ledger.refreshCalls(other.grant())).isEqualTo(1);
        assertThat(ledger.refreshes()).hasSize(5);
        assertThat(last().presented()).as("another party's").isEmpty();
        assertThat(ledger.refreshCalls()).isEqualTo(5);
    }

    @Test
    void one_after_another_is_never_two_at_once() {
        for (int i = 0; i < 200; i++) {
            app.refresh(first);
        }

        assertThat(ledger.mostRefreshesInFlight(grant)).isEqualTo(1);
    }

    @Test
    void three_at_once_are_seen_as_three() {
        List<Hold> holds = new ArrayList<>();
        List<CompletableFuture<App.Answer>> calls = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Hold hold = sandbox.spotify().hold(Endpoint.REFRESH);
            calls.add(CompletableFuture.supplyAsync(() -> app.refresh(first), Thread::startVirtualThread));
            hold.awaitProcessed(PATIENCE);
            holds.add(hold);
        }
        holds.forEach(Hold::release);
        calls.forEach(CompletableFuture::join);
        app.refresh(first);

        assertThat(ledger.mostRefreshesInFlight(grant)).isEqualTo(3);
        assertThat(ledger.refreshes()).noneMatch(RefreshCall::isInFlight);
    }

    @Test
    void the_newest_refresh_token_is_known_and_whether_it_was_used() {
        sandbox.spotify().rotation(new RotationMode.Rotate());
        String second = app.refresh(first).text("refresh_token");

        assertThat(ledger.newestRefreshToken(grant)).map(IssuedToken::secret).contains(second);
        assertThat(ledger.presentationsOf(second)).isZero();
        assertThat(ledger.tokensOf(grant)).hasSize(4).doesNotHaveDuplicates().allSatisfy(token -> assertThat(
                        token.grant())
                .isEqualTo(grant));
        assertThat(ledger.issued(second)).map(IssuedToken::issuedAt).contains(clock.instant());
        app.refresh(second);
        assertThat(ledger.presentationsOf(second)).isEqualTo(1);
    }

    @Test
    void a_token_is_accepted_until_it_expires_is_rotated_away_or_its_family_ends() {
        Instant start = clock.instant();
        Instant expiry = grant.begunAt().plus(Duration.ofDays(182));
        assertThat(ledger.acceptedUntil(first)).contains(expiry);
        clock.advance(Duration.ofMinutes(1));
        sandbox.spotify().rotation(new RotationMode.Grace(Duration.ofSeconds(30)));
        String second = app.refresh(first).text("refresh_token");
        assertThat(ledger.acceptedUntil(first)).contains(start.plusSeconds(90));
        clock.advance(Duration.ofSeconds(10));
        app.refresh(first);
        assertThat(ledger.acceptedUntil(first)).as("grace is counted once").contains(start.plusSeconds(90));

        sandbox.spotify().withdraw("ann");

        assertThat(ledger.acceptedUntil(first)).contains(start.plusSeconds(70));
        assertThat(ledger.acceptedUntil(second)).contains(start.plusSeconds(70));
        assertThat(ledger.acceptedUntil("never-issued")).isEmpty();
        assertThat(ledger.liveRefreshTokens("spotify", "ann")).isEmpty();
    }

    @Test
    void lists_handed_out_stay_as_they_were() {
        List<IssuedToken> before = ledger.tokens();
        List<IssuedToken> copy = List.copyOf(before);
        for (int i = 0; i < 20; i++) {
            app.refresh(first);
        }

        assertThat(before).isEqualTo(copy);
        assertThat(ledger.tokens()).hasSize(copy.size() + 20).startsWith(copy.toArray(new IssuedToken[0]));
    }

    @Test
    void the_history_outlives_a_restart() {
        SandboxOptions options = SandboxOptions.defaults().withClock(clock).withJournal(folder.resolve("journal"));
        List<RefreshCall> before;
        GivenGrant kept;
        try (Sandbox one = Sandbox.start(options);
                App client = App.spotify(one)) {
            one.spotify().rotation(new RotationMode.Rotate());
            kept = one.spotify().grant("ann");
            client.refresh(kept.refreshToken().secret());
            client.refresh(kept.refreshToken().secret());
            before = one.ledger().refreshes();
        }

        try (Sandbox two = Sandbox.start(options)) {
            assertThat(two.ledger().refreshes()).isEqualTo(before).hasSize(2);
            assertThat(two.ledger().refreshesOf(kept.grant())).isEqualTo(before);
            assertThat(two.ledger().mostRefreshesInFlight(kept.grant())).isEqualTo(1);
        }
    }
}
