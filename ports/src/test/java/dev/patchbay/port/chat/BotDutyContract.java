package dev.patchbay.port.chat;

import static dev.patchbay.port.ChatFixtures.aBot;
import static dev.patchbay.port.Fixtures.NOW;
import static dev.patchbay.port.Fixtures.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.chat.BotId;
import dev.patchbay.port.Race;
import dev.patchbay.port.Stores;
import dev.patchbay.port.chat.BotDuty.Holder;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link BotDuty} keeps. */
public abstract class BotDutyContract {

    private static final Instant UNTIL = NOW.plus(minutes(1));

    private final BotId bot = aBot();
    private final Holder mine = aHolder("one:1");
    private final Holder other = aHolder("two:2");

    protected abstract Stores stores();

    @Test
    void one_holds_the_duty_and_prolongs_it() {
        assertThat(hold(mine, NOW, UNTIL)).isTrue();
        assertThat(hold(other, NOW, UNTIL)).isFalse();
        assertThat(hold(mine, NOW, UNTIL.plus(minutes(1)))).isTrue();

        assertThat(hold(other, UNTIL, UNTIL.plus(minutes(5)))).isFalse();
        assertThat(stores().botDuty().hold(aBot(), other, NOW, UNTIL)).isTrue();
    }

    @Test
    void of_many_who_want_a_free_or_lapsed_duty_exactly_one_gets_it() {
        assertThat(Race.of(() -> hold(aHolder("many"), NOW, UNTIL))).containsOnlyOnce(true);
        assertThat(Race.of(() -> hold(aHolder("many"), UNTIL, UNTIL.plus(minutes(1)))))
                .containsOnlyOnce(true);
    }

    @Test
    void a_duty_that_ran_out_is_taken_to_the_microsecond() {
        hold(mine, NOW, UNTIL);

        assertThat(hold(other, UNTIL.minusNanos(1000), UNTIL)).isFalse();
        assertThat(hold(other, UNTIL, UNTIL.plus(minutes(1)))).isTrue();
        assertThat(hold(mine, UNTIL, UNTIL.plus(minutes(1)))).isFalse();
    }

    @Test
    void only_the_holder_gives_it_up() {
        hold(mine, NOW, UNTIL);

        stores().botDuty().release(bot, other.id());
        assertThat(hold(other, NOW, UNTIL)).isFalse();
        stores().botDuty().release(bot, mine.id());
        stores().botDuty().release(bot, mine.id());
        assertThat(hold(other, NOW, UNTIL)).isTrue();
    }

    @Test
    void a_pause_of_the_bot_is_no_duty_and_outlives_one() {
        stores().chatOutbox().pauseAll(bot, UNTIL);

        assertThat(hold(mine, NOW, UNTIL)).isTrue();
        stores().botDuty().release(bot, mine.id());

        assertThat(stores().chatOutbox().pausedUntil(bot)).contains(UNTIL);
    }

    @Test
    void who_holds_it_is_known_until_it_is_given_up() {
        assertThat(stores().botDuty().holder(bot)).isEmpty();
        hold(mine, NOW, UNTIL);
        assertThat(stores().botDuty().holder(bot)).contains(mine);
        hold(other, UNTIL, UNTIL.plus(minutes(1)));
        assertThat(stores().botDuty().holder(bot)).contains(other);

        stores().botDuty().release(bot, other.id());

        assertThat(stores().botDuty().holder(bot)).isEmpty();
        assertThat(hold(mine, NOW, UNTIL)).isTrue();
    }

    private static Holder aHolder(String process) {
        return new Holder(UUID.randomUUID(), process);
    }

    private boolean hold(Holder holder, Instant now, Instant until) {
        return stores().botDuty().hold(bot, holder, now, until);
    }
}
