package dev.patchbay.adapter.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.chat.BotId;
import dev.patchbay.port.GivenPresence;
import dev.patchbay.port.InMemoryStore;
import dev.patchbay.port.SteppingClock;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DutyTest {
    private final InMemoryStore store = new InMemoryStore();
    private final SteppingClock clock = SteppingClock.atNow();
    private final GivenPresence second = GivenPresence.of("two");
    private final Duty first = duty(GivenPresence.of("one"));
    private final Duty other = duty(second);

    @Test
    void one_has_the_duty_as_long_as_it_prolongs_it() {
        for (int i = 0; i < 5; i++) {
            assertThat(first.isOurs()).isTrue();
            assertThat(other.isOurs()).isFalse();
            clock.advance(Duty.TERM.dividedBy(2));
        }
    }

    @Test
    void whoever_is_silent_has_it_until_its_term_is_over() {
        first.isOurs();
        clock.advance(Duty.TERM.minusMillis(1));
        assertThat(other.isOurs()).isFalse();

        clock.advance(Duty.TERM);

        assertThat(other.isOurs()).isTrue();
        assertThat(first.isOurs()).isFalse();
    }

    @Test
    void whoever_was_killed_is_followed_at_once() {
        first.isOurs();
        second.ended("one");

        assertThat(other.isOurs()).isTrue();
    }

    @Test
    void whoever_stops_gives_it_up() {
        first.isOurs();
        first.end();

        assertThat(first.isOurs()).isFalse();
        assertThat(other.isOurs()).isTrue();
    }

    private Duty duty(GivenPresence presence) {
        return new Duty(store.botDuty(), new BotId(42), UUID.randomUUID(), presence, clock);
    }
}
