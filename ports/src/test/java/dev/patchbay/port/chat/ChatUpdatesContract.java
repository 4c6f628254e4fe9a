package dev.patchbay.port.chat;

import static dev.patchbay.port.ChatFixtures.aBot;
import static dev.patchbay.port.ChatFixtures.aChatUser;
import static dev.patchbay.port.ChatFixtures.aMessageTo;
import static dev.patchbay.port.Fixtures.NOW;
import static dev.patchbay.port.Fixtures.minutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.domain.chat.BotId;
import dev.patchbay.domain.chat.ChatUser;
import dev.patchbay.domain.chat.Outgoing;
import dev.patchbay.port.Race;
import dev.patchbay.port.Stores;
import dev.patchbay.port.chat.ChatUpdates.Claimed;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link ChatUpdates} keeps. */
public abstract class ChatUpdatesContract {

    private static final Instant UNTIL = NOW.plus(minutes(1));
    private static final Instant LONG_AGO = Instant.parse("2001-01-01T00:00:00Z");

    private final BotId bot = aBot();
    private final UUID mine = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private final ChatUser ann = aChatUser();

    protected abstract Stores stores();

    @Test
    void an_update_is_claimed_once_at_a_time_also_by_the_same_holder() {
        assertThat(claim(5, mine, NOW)).isEqualTo(Claimed.MINE);

        assertThat(claim(5, other, NOW)).isEqualTo(Claimed.BUSY);
        assertThat(claim(5, mine, NOW)).isEqualTo(Claimed.BUSY);
        assertThat(claim(6, other, NOW)).isEqualTo(Claimed.MINE);
        assertThat(updates().claim(aBot(), 5, other, NOW, UNTIL)).isEqualTo(Claimed.MINE);
    }

    @Test
    void of_many_who_claim_an_update_at_once_exactly_one_gets_it() {
        List<Claimed> claimed = Race.of(() -> claim(5, UUID.randomUUID(), NOW));

        assertThat(claimed).containsOnlyOnce(Claimed.MINE).containsOnly(Claimed.MINE, Claimed.BUSY);
    }

    @Test
    void a_claim_that_ran_out_is_taken_over_as_such_and_its_first_holder_can_do_nothing_any_more() {
        claim(5, mine, NOW);

        assertThat(claim(5, other, UNTIL.minusNanos(1000))).isEqualTo(Claimed.BUSY);
        assertThat(updates().claim(bot, 5, other, UNTIL, UNTIL.plus(minutes(1))))
                .isEqualTo(Claimed.MINE_AGAIN);

        Outgoing late = aMessageTo(ann, NOW);
        assertThat(updates().done(bot, 5, mine, List.of(late), UNTIL)).isFalse();
        assertThat(waiting()).isEmpty();
        assertThat(updates().done(bot, 5, other, List.of(), UNTIL)).isTrue();
    }

    @Test
    void of_many_who_take_over_a_claim_exactly_one_gets_it() {
        claim(5, mine, NOW);

        List<Claimed> claimed =
                Race.of(() -> updates().claim(bot, 5, UUID.randomUUID(), UNTIL, UNTIL.plus(minutes(1))));

        assertThat(claimed).containsOnlyOnce(Claimed.MINE_AGAIN).containsOnly(Claimed.MINE_AGAIN, Claimed.BUSY);
    }

    @Test
    void whoever_comes_after_several_who_left_an_update_undone_is_told_too() {
        claim(5, mine, NOW);
        updates().claim(bot, 5, other, UNTIL, UNTIL.plus(minutes(1)));

        assertThat(updates().claim(bot, 5, mine, UNTIL.plus(minutes(1)), UNTIL.plus(minutes(2))))
                .isEqualTo(Claimed.MINE_AGAIN);
    }

    @Test
    void a_claim_that_ran_out_and_was_not_taken_over_is_still_good() {
        claim(5, mine, NOW);

        assertThat(updates().done(bot, 5, mine, List.of(), UNTIL.plus(minutes(1))))
                .isTrue();
    }

    @Test
    void what_is_done_is_done_for_ever_and_its_replies_wait_in_their_order() {
        List<Outgoing> replies =
                Stream.generate(() -> aMessageTo(ann, NOW)).limit(3).toList();
        claim(5, mine, NOW);

        assertThat(updates().done(bot, 5, mine, replies, NOW)).isTrue();

        assertThat(claim(5, other, NOW)).isEqualTo(Claimed.DONE);
        assertThat(claim(5, other, UNTIL.plus(minutes(60)))).isEqualTo(Claimed.DONE);
        assertThat(updates().done(bot, 5, mine, List.of(aMessageTo(ann, NOW)), NOW))
                .isFalse();
        for (Outgoing reply : replies) {
            assertThat(waiting()).containsExactly(reply);
            stores().chatOutbox().sent(reply.id());
        }
        assertThat(waiting()).isEmpty();
    }

    @Test
    void an_update_nobody_claimed_is_not_done() {
        assertThat(updates().done(bot, 5, mine, List.of(aMessageTo(ann, NOW)), NOW))
                .isFalse();
        assertThat(waiting()).isEmpty();
    }

    @Test
    void a_reply_whose_key_was_put_before_is_left_out() {
        String key = "key/" + UUID.randomUUID();
        stores().chatOutbox().put(aMessageTo(aChatUser(), key, NOW));
        Outgoing next = aMessageTo(ann, NOW);
        claim(5, mine, NOW);

        assertThat(updates().done(bot, 5, mine, List.of(aMessageTo(ann, key, NOW), next), NOW))
                .isTrue();

        assertThat(waiting()).containsExactly(next);
    }

    @Test
    void a_reply_that_cannot_be_kept_leaves_the_update_undone_and_the_other_replies_unsent() {
        Outgoing there = aMessageTo(aChatUser(), NOW);
        stores().chatOutbox().put(there);
        claim(5, mine, NOW);

        assertThatThrownBy(() -> updates().done(bot, 5, mine, List.of(aMessageTo(ann, NOW), there), NOW))
                .isInstanceOf(IllegalStateException.class);

        assertThat(waiting()).isEmpty();
        assertThat(updates().done(bot, 5, mine, List.of(), NOW)).isTrue();
    }

    @Test
    void a_poller_goes_on_behind_what_is_done_and_never_past_what_is_not() {
        assertThat(updates().nextOffset(bot)).isZero();

        handle(7);
        handle(8);
        assertThat(updates().nextOffset(bot)).isEqualTo(9);

        claim(9, mine, NOW);
        handle(10);
        assertThat(updates().nextOffset(bot)).isEqualTo(9);
        updates().done(bot, 9, mine, List.of(), NOW);
        assertThat(updates().nextOffset(bot)).isEqualTo(11);
        assertThat(updates().nextOffset(aBot())).isZero();
    }

    @Test
    void purging_forgets_what_was_done_or_claimed_long_ago_and_nothing_else() {
        updates().claim(bot, 1, mine, LONG_AGO, LONG_AGO.plus(minutes(1)));
        updates().claim(bot, 2, mine, LONG_AGO, LONG_AGO.plus(minutes(1)));
        updates().done(bot, 2, mine, List.of(), LONG_AGO.plus(minutes(5)));
        handle(3);

        assertThat(updates().purge(LONG_AGO)).isZero();
        assertThat(updates().purge(LONG_AGO.plus(minutes(5)))).isEqualTo(1);
        assertThat(claim(2, other, NOW)).isEqualTo(Claimed.DONE);
        assertThat(updates().purge(LONG_AGO.plus(minutes(6)))).isEqualTo(1);

        assertThat(claim(1, other, NOW)).isEqualTo(Claimed.MINE);
        assertThat(claim(2, other, NOW)).isEqualTo(Claimed.MINE);
        assertThat(claim(3, other, NOW)).isEqualTo(Claimed.DONE);
    }

    private void handle(long updateId) {
        claim(updateId, other, NOW);
        updates().done(bot, updateId, other, List.of(), NOW);
    }

    private Claimed claim(long updateId, UUID holder, Instant now) {
        return updates().claim(bot, updateId, holder, now, UNTIL);
    }

    private List<Outgoing> waiting() {
        return stores().chatOutbox().due(NOW, 500).stream()
                .filter(message -> message.to().equals(ann))
                .toList();
    }

    private ChatUpdates updates() {
        return stores().chatUpdates();
    }
}
