package dev.patchbay.port.chat;

import static dev.patchbay.port.ChatFixtures.aBot;
import static dev.patchbay.port.ChatFixtures.aChatOf;
import static dev.patchbay.port.ChatFixtures.aChatUser;
import static dev.patchbay.port.ChatFixtures.aMessageTo;
import static dev.patchbay.port.ChatFixtures.aSpanOfItsOwn;
import static dev.patchbay.port.Fixtures.NOW;
import static dev.patchbay.port.Fixtures.days;
import static dev.patchbay.port.Fixtures.minutes;
import static dev.patchbay.port.Fixtures.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.domain.chat.BotId;
import dev.patchbay.domain.chat.Chat;
import dev.patchbay.domain.chat.ChatUser;
import dev.patchbay.domain.chat.Outgoing;
import dev.patchbay.domain.vault.SealedSecret;
import dev.patchbay.port.Race;
import dev.patchbay.port.Stores;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link ChatOutbox} keeps. */
public abstract class ChatOutboxContract {

    /** A time of each test's own, so that tests over one store do not see each other's messages. */
    private final Instant now = NOW.minus(aSpanOfItsOwn());

    private final ChatUser ann = aChatUser();
    private final ChatUser bob = aChatUser();

    protected abstract Stores stores();

    @Test
    void what_was_put_comes_back_whole() {
        byte[] longest = new byte[20_000];
        Arrays.fill(longest, (byte) 0xFF);
        Outgoing message = new Outgoing(
                UUID.randomUUID(),
                ann,
                Optional.of("k".repeat(100) + UUID.randomUUID()),
                new SealedSecret(longest),
                false,
                3,
                now,
                now.plus(minutes(5)));

        assertThat(outbox().put(message)).isTrue();

        assertThat(due()).containsExactly(message);
    }

    @Test
    void of_each_chat_only_the_oldest_is_due() {
        Outgoing first = put(aMessageTo(ann, now));
        Outgoing other = put(aMessageTo(bob, now));
        Outgoing second = put(aMessageTo(ann, now));

        assertThat(due()).containsExactly(first, other);
        outbox().sent(first.id());
        assertThat(due()).containsExactly(other, second);
    }

    @Test
    void a_message_that_is_not_due_keeps_those_behind_it_waiting() {
        Outgoing first = put(aMessageTo(ann, now.plus(minutes(1))));
        put(aMessageTo(ann, now));

        assertThat(due()).isEmpty();
        assertThat(dueAt(now.plus(minutes(1)))).containsExactly(first);
    }

    @Test
    void an_expired_message_is_not_due_and_keeps_nothing_waiting() {
        Outgoing first = put(expiringAt(now.plus(minutes(1))));
        Outgoing second = put(aMessageTo(ann, now));

        assertThat(dueAt(now.plus(minutes(1)).minusNanos(1000))).containsExactly(first);
        assertThat(dueAt(now.plus(minutes(1)))).containsExactly(second);
    }

    @Test
    void nothing_is_due_for_a_muted_chat_until_it_is_not() {
        Chat chat = aChatOf(open(stores()));
        stores().chats().add(chat);
        Outgoing message = put(aMessageTo(chat.user(), now));

        stores().chats().mute(chat.user(), now);
        assertThat(due()).isEmpty();
        stores().chats().unmute(chat.user());
        assertThat(due()).containsExactly(message);
    }

    @Test
    void no_more_are_due_than_were_asked_for_and_the_oldest_come_first() {
        Outgoing first = put(aMessageTo(ann, now));
        Outgoing second = put(aMessageTo(bob, now));
        put(aMessageTo(aChatUser(), now));

        assertThat(outbox().due(now, 2)).containsExactly(first, second);
        assertThatThrownBy(() -> outbox().due(now, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> outbox().due(now, 501)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_waits_for_a_chat_is_shown_due_or_not_the_newest_first() {
        Outgoing expiring = put(expiringAt(now.plus(minutes(1))));
        Outgoing first = put(aMessageTo(ann, "key/" + UUID.randomUUID(), now));
        put(aMessageTo(bob, now));
        Outgoing second = put(aMessageTo(ann, now.plus(minutes(5))));

        assertThat(outbox().waiting(ann, now, 500)).containsExactly(second, first, expiring);
        assertThat(outbox().waiting(ann, now, 2)).containsExactly(second, first);
        assertThat(outbox().waiting(ann, now.plus(minutes(1)), 500)).containsExactly(second, first);
        outbox().sent(first.id());
        assertThat(outbox().waiting(ann, now.plus(minutes(1)), 500)).containsExactly(second);
        assertThat(outbox().waiting(aChatUser(), now, 1)).isEmpty();
        assertThatThrownBy(() -> outbox().waiting(ann, now, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_taken_message_is_due_to_nobody_until_then_and_counts_a_try() {
        Outgoing message = put(aMessageTo(ann, now));
        Instant until = now.plus(minutes(1));

        assertThat(outbox().take(message.id(), 0, until)).isTrue();
        assertThat(outbox().take(message.id(), 0, until)).isFalse();

        assertThat(dueAt(until.minusNanos(1000))).isEmpty();
        assertThat(dueAt(until)).singleElement().satisfies(again -> {
            assertThat(again.tries()).isEqualTo(1);
            assertThat(again.id()).isEqualTo(message.id());
        });
        assertThat(outbox().take(message.id(), 1, until)).isTrue();
    }

    @Test
    void of_many_who_take_a_message_at_once_exactly_one_gets_it() {
        Outgoing message = put(aMessageTo(ann, now));

        assertThat(Race.of(() -> outbox().take(message.id(), 0, now.plus(minutes(1)))))
                .containsOnlyOnce(true);
    }

    @Test
    void a_message_that_was_put_off_is_due_later_with_the_tries_it_had() {
        Outgoing message = put(aMessageTo(ann, now));
        outbox().take(message.id(), 0, now.plus(minutes(1)));

        outbox().later(message.id(), now.plus(minutes(3)));

        assertThat(dueAt(now.plus(minutes(2)))).isEmpty();
        assertThat(dueAt(now.plus(minutes(3)))).extracting(Outgoing::tries).containsExactly(1);
    }

    @Test
    void a_dropped_message_is_gone_and_what_is_not_there_can_be_sent_dropped_and_put_off() {
        Outgoing message = put(aMessageTo(ann, now));

        outbox().drop(message.id());
        outbox().drop(message.id());
        outbox().sent(message.id());
        outbox().later(message.id(), now);

        assertThat(due()).isEmpty();
        assertThat(outbox().take(message.id(), 0, now)).isFalse();
    }

    @Test
    void a_key_is_put_once_whether_its_message_waits_was_sent_or_dropped() {
        for (int fate = 0; fate < 3; fate++) {
            String key = "key/" + UUID.randomUUID();
            Outgoing message = put(aMessageTo(aChatUser(), key, now));
            switch (fate) {
                case 0 -> outbox().sent(message.id());
                case 1 -> outbox().drop(message.id());
                default -> {}
            }

            assertThat(outbox().put(aMessageTo(ann, key, now))).isFalse();
        }
        assertThat(due()).noneMatch(message -> message.to().equals(ann));
    }

    @Test
    void keys_are_told_apart_exactly() {
        String key = "key/" + UUID.randomUUID();

        put(aMessageTo(ann, key, now));
        put(aMessageTo(ann, key + " ", now));
        put(aMessageTo(ann, key.replace("key", "Key"), now));
    }

    @Test
    void of_many_who_put_one_key_exactly_one_does() {
        String key = "key/" + UUID.randomUUID();

        assertThat(Race.of(() -> outbox().put(aMessageTo(ann, key, now)))).containsOnlyOnce(true);
        assertThat(due()).hasSize(1);
    }

    @Test
    void an_id_that_is_there_is_a_mistake_and_leaves_no_key() {
        Outgoing there = put(aMessageTo(ann, now));
        String key = "key/" + UUID.randomUUID();
        Outgoing twin =
                new Outgoing(there.id(), bob, Optional.of(key), there.body(), true, 0, now, now.plus(Outgoing.LIFE));

        assertThatThrownBy(() -> outbox().put(twin)).isInstanceOf(IllegalStateException.class);

        assertThat(outbox().put(aMessageTo(bob, key, now))).isTrue();
    }

    @Test
    void a_pause_is_the_later_one() {
        BotId bot = aBot();

        assertThat(outbox().pausedUntil(bot)).isEmpty();
        outbox().pauseAll(bot, now.plus(minutes(2)));
        outbox().pauseAll(bot, now.plus(minutes(1)));
        assertThat(outbox().pausedUntil(bot)).contains(now.plus(minutes(2)));
        outbox().pauseAll(bot, now.plus(minutes(3)));
        assertThat(outbox().pausedUntil(bot)).contains(now.plus(minutes(3)));
        assertThat(outbox().pausedUntil(aBot())).isEmpty();
    }

    @Test
    void purging_removes_what_expired_and_keys_sixty_days_later() {
        Instant era = Instant.parse("2000-06-01T00:00:00Z").plus(days(Math.floorMod(ann.value(), 9)));
        String key = "key/" + UUID.randomUUID();
        Outgoing old = aMessageTo(ann, key, era);
        put(old);
        put(aMessageTo(ann, now));

        assertThat(outbox().purge(old.expiresAt().minusNanos(1000))).isZero();
        assertThat(outbox().purge(old.expiresAt())).isEqualTo(1);
        assertThat(outbox().take(old.id(), 0, now)).isFalse();
        assertThat(due()).hasSize(1);

        outbox().purge(old.expiresAt().plus(days(60)));
        assertThat(outbox().put(aMessageTo(bob, key, now))).isFalse();
        outbox().purge(old.expiresAt().plus(days(60)).plusNanos(1000));
        assertThat(outbox().put(aMessageTo(bob, key, now))).isTrue();
    }

    private Outgoing put(Outgoing message) {
        assertThat(outbox().put(message)).isTrue();
        return message;
    }

    private Outgoing expiringAt(Instant end) {
        Outgoing like = aMessageTo(ann, now);
        return new Outgoing(like.id(), ann, Optional.empty(), like.body(), true, 0, now, end);
    }

    private List<Outgoing> due() {
        return dueAt(now);
    }

    private List<Outgoing> dueAt(Instant time) {
        return outbox().due(time, 500);
    }

    private ChatOutbox outbox() {
        return stores().chatOutbox();
    }
}
