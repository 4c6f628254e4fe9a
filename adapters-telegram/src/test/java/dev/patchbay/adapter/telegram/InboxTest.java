package dev.patchbay.adapter.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.domain.chat.BotId;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.InMemoryStore;
import dev.patchbay.port.SeededSecrets;
import dev.patchbay.port.SteppingClock;
import dev.patchbay.port.StoreUnavailable;
import dev.patchbay.port.chat.ChatUpdates.Claimed;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InboxTest {
    private static final TelegramSettings.Bot BOT =
            new TelegramSettings.Bot(new BotId(42), Secret.of("42:AAHcanary"), "my_music_bot");

    private final SteppingClock clock = SteppingClock.atNow();
    private final InMemoryStore store = new InMemoryStore();
    private final List<Incoming> heard = new ArrayList<>();
    private final List<Boolean> heardAgain = new ArrayList<>();
    private Listener listener = (incoming, again) -> {
        heard.add(incoming);
        heardAgain.add(again);
        return Turn.nothing();
    };

    @Test
    void an_update_that_comes_five_times_is_answered_once() {
        Inbox inbox = inbox();
        for (int time = 0; time < 5; time++) {
            inbox.claim(said(7, "hi")).ticket().ifPresent(inbox::answer);
        }
        assertThat(heard).hasSize(1);
        assertThat(inbox.claim(said(7, "hi")).claimed()).isEqualTo(Claimed.DONE);
    }

    @Test
    void updates_out_of_order_are_all_answered() {
        Inbox inbox = inbox();
        inbox.claim(said(9, "b")).ticket().ifPresent(inbox::answer);
        inbox.claim(said(8, "a")).ticket().ifPresent(inbox::answer);
        assertThat(heard).hasSize(2);
    }

    @Test
    void what_a_dead_process_claimed_is_answered_by_another_that_knows_of_it_when_the_claim_ran_out() {
        inbox().claim(said(7, "hi"));

        Inbox another = inbox();
        assertThat(another.claim(said(7, "hi")).claimed()).isEqualTo(Claimed.BUSY);
        clock.advance(Inbox.CLAIM.plusSeconds(1));
        another.claim(said(7, "hi")).ticket().ifPresent(another::answer);
        another.claim(said(8, "there")).ticket().ifPresent(another::answer);

        assertThat(heard).hasSize(2);
        assertThat(heardAgain).containsExactly(true, false);
    }

    @Test
    void an_outage_of_the_store_leaves_the_update_to_be_delivered_again() {
        listener = (incoming, again) -> {
            throw new StoreUnavailable("down", null);
        };
        Inbox inbox = inbox();
        Inbox.Ticket ticket = inbox.claim(said(7, "hi")).ticket().orElseThrow();
        assertThatThrownBy(() -> inbox.answer(ticket)).isInstanceOf(StoreUnavailable.class);

        clock.advance(Inbox.CLAIM.plusSeconds(1));
        assertThat(inbox().claim(said(7, "hi")).claimed()).isEqualTo(Claimed.MINE_AGAIN);
    }

    @Test
    void a_defect_of_ours_is_met_once() {
        listener = (incoming, again) -> {
            throw new IllegalStateException("defect");
        };
        Inbox inbox = inbox();
        inbox.claim(said(7, "hi")).ticket().ifPresent(inbox::answer);
        assertThat(inbox.claim(said(7, "hi")).claimed()).isEqualTo(Claimed.DONE);
    }

    @Test
    void what_cannot_be_read_is_done_and_what_has_no_number_is_nothing() {
        Inbox inbox = inbox();
        inbox.claim(json("{\"update_id\":7,\"message\":[1,2]}")).ticket().ifPresent(inbox::answer);
        assertThat(heard).containsExactly(new Incoming.Nothing());
        assertThat(inbox.claim(json("{\"update_id\":7}")).claimed()).isEqualTo(Claimed.DONE);
        assertThat(inbox.claim(json("{\"update_id\":\"x\"}")).ticket()).isEmpty();
        assertThat(inbox.claim(json("{}")).ticket()).isEmpty();
    }

    private Inbox inbox() {
        return new Inbox(
                BOT,
                store.chatUpdates(),
                (incoming, again) -> listener.hear(incoming, again),
                turn -> {},
                new SeededSecrets(),
                clock);
    }

    private static JsonNode said(long id, String text) {
        return json("""
            {"update_id":%d,"message":{"message_id":1,"date":1,"text":"%s","chat":{"id":5,"type":"private"},
             "from":{"id":5,"is_bot":false,"first_name":"Ann"}}}\
            """.formatted(id, text));
    }

    private static JsonNode json(String text) {
        return BotJson.parse(text).orElseThrow();
    }
}
