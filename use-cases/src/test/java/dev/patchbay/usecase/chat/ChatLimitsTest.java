package dev.patchbay.usecase.chat;

import static dev.patchbay.port.Fixtures.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.chat.ChatUser;
import dev.patchbay.domain.chat.Outgoing;
import dev.patchbay.domain.chat.Tries;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.usecase.chat.ChatAccounts.Present;
import dev.patchbay.usecase.chat.ChatLimits.Hearing;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChatLimitsTest {

    private final ChatStage stage = new ChatStage();
    private final Present ann = stage.newcomer();
    private final ChatLimits limits = new ChatLimits(
            stage.world.store.chats(), stage.world.store.chatOutbox(), stage.world.secrets, stage.world.clock);

    @Test
    void a_chat_tries_five_times_a_minute() {
        for (int time = 0; time < Tries.MOST; time++) {
            assertThat(limits.mayTry(ann)).isTrue();
        }
        assertThat(limits.mayTry(ann)).isFalse();
        assertThat(limits.mayTry(stage.newcomer())).isTrue();

        stage.world.clock.advance(minutes(1));
        assertThat(limits.mayTry(ann)).isTrue();
    }

    @Test
    void a_chat_that_is_linked_to_another_account_has_no_more_tries_for_it() {
        for (int time = 0; time < Tries.MOST; time++) {
            limits.mayTry(ann);
        }
        Present other = stage.newcomer();
        ChatUser user = ann.chat().user();
        stage.world.store.chats().move(user, ann.who().account(), other.who().account());

        assertThat(limits.mayTry(stage.enter(user))).isFalse();
    }

    @Test
    void a_chat_for_which_thirty_answers_wait_is_told_once_and_heard_again_when_it_was_told() {
        fill(ChatLimits.MOST_WAITING - 1);
        assertThat(limits.hear(ann)).isEqualTo(new Hearing.Heard());
        fill(1);
        assertThat(limits.hear(stage.newcomer())).isEqualTo(new Hearing.Heard());

        tellTooMuch();
        assertThat(limits.hear(ann)).isEqualTo(new Hearing.Unheard());

        // The oldest are sent, and a notice comes that nobody asked for.
        for (int time = 0; time < ChatLimits.MOST_WAITING; time++) {
            sendOne();
            assertThat(limits.hear(ann)).isEqualTo(new Hearing.Unheard());
        }
        fill(1);
        assertThat(limits.hear(ann)).isEqualTo(new Hearing.Unheard());
        sendOne();
        assertThat(limits.hear(ann)).isEqualTo(new Hearing.Heard());
    }

    @Test
    void a_second_time_it_is_told_a_second_time() {
        fill(ChatLimits.MOST_WAITING);
        tellTooMuch();
        stage.said(ann.chat());
        assertThat(limits.hear(ann)).isEqualTo(new Hearing.Heard());

        fill(ChatLimits.MOST_WAITING);
        tellTooMuch();

        assertThat(limits.hear(ann)).isEqualTo(new Hearing.Unheard());
    }

    @Test
    void what_has_expired_keeps_nobody_from_being_heard() {
        fill(ChatLimits.MOST_WAITING);

        stage.world.clock.advance(Outgoing.LIFE);

        assertThat(limits.hear(ann)).isEqualTo(new Hearing.Heard());
    }

    @Test
    void whoever_is_right_may_go_on_and_gains_no_guesses_by_it() {
        for (int time = 0; time < 2 * Tries.MOST; time++) {
            assertThat(limits.mayTry(ann)).isTrue();
            limits.wasRight(ann);
        }
        for (int time = 0; time < Tries.MOST; time++) {
            assertThat(limits.mayTry(ann)).isTrue();
        }
        assertThat(limits.mayTry(ann)).isFalse();
    }

    private void fill(int count) {
        for (int one = 0; one < count; one++) {
            put(Optional.empty());
        }
    }

    private void put(Optional<String> key) {
        Outgoing message = stage.sealMessage.seal(ann.chat().user(), key, Secret.of("words"), true);
        assertThat(stage.world.store.chatOutbox().put(message)).isTrue();
    }

    private void tellTooMuch() {
        put(Optional.of(((Hearing.TooMuch) limits.hear(ann)).key()));
    }

    private void sendOne() {
        var outbox = stage.world.store.chatOutbox();
        outbox.sent(outbox.due(stage.world.clock.instant(), 1).getFirst().id());
    }
}
