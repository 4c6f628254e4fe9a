package dev.patchbay.usecase.refresh;

import static dev.patchbay.port.Fixtures.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.usecase.Threads;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class InHandTest {

    private final InHand inHand = new InHand(new Threads());

    @Test
    void more_is_claimed_when_half_is_done() {
        assertThat(claimable(12)).isEqualTo(12);
        inHand.took(12);
        ended(5);
        assertThat(claimable(12)).isZero();
        ended(1);
        assertThat(claimable(12)).isEqualTo(6);
    }

    @Test
    void whoever_waits_goes_on_when_half_is_done() throws InterruptedException {
        inHand.took(12);
        AtomicInteger got = new AtomicInteger();
        Thread waiting = Thread.ofPlatform().start(() -> got.set(inHand.awaitRoom(12, seconds(20))));
        while (waiting.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }

        ended(5);
        assertThat(waiting.isAlive()).isTrue();
        ended(1);
        waiting.join(10_000);

        assertThat(got).hasValue(6);
    }

    @Test
    void how_many_there_may_be_changes_with_the_provider() {
        inHand.took(30);
        assertThat(claimable(12)).isZero();
        assertThat(claimable(96)).isEqualTo(66);
        ended(24);
        assertThat(claimable(12)).isEqualTo(6);
    }

    private int claimable(int most) {
        return inHand.awaitRoom(most, Duration.ofMillis(1));
    }

    private void ended(int many) {
        for (int i = 0; i < many; i++) {
            inHand.ended();
        }
    }
}
