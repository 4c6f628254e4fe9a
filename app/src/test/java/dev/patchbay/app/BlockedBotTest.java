package dev.patchbay.app;

import static dev.patchbay.app.ChatWorld.PATIENCE;
import static dev.patchbay.app.ChatWorld.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.sandbox.telegram.BotLedger;
import dev.patchbay.sandbox.telegram.TelegramUser;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever blocks the bot is left alone, and comes back by writing to it. */
class BlockedBotTest {
    private final ChatWorld chats = new ChatWorld("polling");
    private final TelegramUser ann = chats.user("ann");
    private final TelegramUser bob = chats.user("bob");
    private Browser web;

    @BeforeEach
    void somebody_has_a_connection_and_a_chat() {
        web = chats.world().connected(chats.address(), "ann");
        chats.link(ann, web);
    }

    @AfterEach
    void close() {
        chats.close();
    }

    @Test
    void nothing_is_sent_to_whoever_said_so_and_what_comes_after_they_return_is() {
        ann.block();
        bob.ask("/start", PATIENCE);
        int before = tries().size();

        breakIt();
        bob.ask("/help", PATIENCE);
        assertThat(tries()).hasSize(before);

        ann.write("/status");
        said(ann, "needs to be reconnected");
        reconnect();
        said(ann, "works again");
    }

    @Test
    void whoever_is_gone_without_a_word_is_tried_once() {
        ann.deleteAccount();
        int before = tries().size();

        breakIt();
        ChatWorld.await(() -> tries().size() == before + 1);
        assertThat(tries().getLast().status()).isEqualTo(403);
        ChatWorld.await(() -> chats.count("chat WHERE user_id = " + ann.id() + " AND muted_since IS NOT NULL") == 1);
        reconnect();
        bob.ask("/start", PATIENCE);

        assertThat(tries()).hasSize(before + 1);
        assertThat(chats.count("chat_outbox WHERE tries > 1")).isZero();
    }

    private void breakIt() {
        chats.world().sandbox().spotify().withdraw("ann");
        web.post("/platforms/spotify/refresh", "{}");
        assertThat(web.get("/platforms/spotify/token").code()).isEqualTo("reauth_required");
    }

    private void reconnect() {
        var back = chats.world().sandbox().spotify().approve(web.begin("/platforms/spotify/connect"), "ann");
        assertThat(web.follow(back)).hasParameter("connected", "spotify");
    }

    /** What the bot tried to tell ann, accepted or not. */
    private List<BotLedger.Call> tries() {
        return chats.world().sandbox().telegram().ledger().calls("sendMessage").stream()
                .filter(call -> call.chatId() == ann.id())
                .toList();
    }
}
