package dev.patchbay.adapter.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.account.DisplayName;
import dev.patchbay.domain.account.Language;
import dev.patchbay.domain.chat.BotId;
import dev.patchbay.domain.chat.Chat;
import dev.patchbay.domain.chat.ChatUser;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.oauth.GuardedHttp;
import dev.patchbay.port.InMemoryStore;
import dev.patchbay.port.PlainVault;
import dev.patchbay.port.SeededSecrets;
import dev.patchbay.port.SteppingClock;
import dev.patchbay.usecase.chat.SealMessage;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SenderTest {
    private static final BotId BOT = new BotId(42);
    private static final ChatUser ANN = new ChatUser(5);
    private static final ChatUser BOB = new ChatUser(6);
    private static final String OK = "{\"ok\":true,\"result\":true}";
    private static final String BLOCKED =
            "{\"ok\":false,\"error_code\":403,\"description\":\"Forbidden: bot was blocked by the user\"}";
    private static final String TOO_MANY = "{\"ok\":false,\"error_code\":429,\"parameters\":{\"retry_after\":9}}";

    private final SteppingClock clock = SteppingClock.atNow();
    private final InMemoryStore store = new InMemoryStore();
    private final SealMessage sealMessage = new SealMessage(new PlainVault(), new SeededSecrets(), clock);
    private final GuardedHttp http = new GuardedHttp(clock);

    @AfterEach
    void close() {
        http.close();
    }

    @Test
    void a_message_is_sent_once() {
        try (BotServer server = new BotServer(200, OK)) {
            Sender sender = sender(server.address());
            put(ANN, "hi", true);

            assertThat(sender.send()).isTrue();
            clock.advance(Duration.ofMinutes(2));
            assertThat(sender.send()).isFalse();

            assertThat(server.asked()).singleElement().asString().endsWith("\"text\":\"hi\"}");
        }
    }

    @Test
    void a_chat_hears_one_message_a_second_in_order_and_others_do_not_wait_for_it() {
        try (BotServer server = new BotServer(200, OK)) {
            Sender sender = sender(server.address());
            put(ANN, "one", true);
            put(ANN, "two", true);
            put(BOB, "three", true);

            sender.send();
            sender.send();
            assertThat(texts(server)).containsExactlyInAnyOrder("one", "three");

            clock.advance(Duration.ofSeconds(1));
            sender.send();
            assertThat(texts(server)).last().isEqualTo("two");
        }
    }

    @Test
    void no_more_than_thirty_go_out_in_a_second() {
        try (BotServer server = new BotServer(200, OK)) {
            Sender sender = sender(server.address());
            for (int i = 1; i <= 40; i++) {
                put(new ChatUser(i), "hi", true);
            }

            sender.send();
            assertThat(server.asked()).hasSize(30);

            clock.advance(Duration.ofSeconds(1));
            sender.send();
            assertThat(server.asked()).hasSize(40);
        }
    }

    @Test
    void a_chat_that_blocked_the_bot_is_muted() {
        account(ANN);
        try (BotServer server = new BotServer(403, BLOCKED)) {
            Sender sender = sender(server.address());
            put(ANN, "one", true);
            put(ANN, "two", true);

            sender.send();
            clock.advance(Duration.ofMinutes(10));
            sender.send();

            assertThat(server.asked()).hasSize(1);
            assertThat(store.chats().of(ANN).orElseThrow().isMuted()).isTrue();
        }
    }

    @Test
    void a_pause_that_telegram_asks_for_is_kept_by_whoever_sends_next() {
        try (BotServer server = new BotServer(429, TOO_MANY)) {
            put(ANN, "one", true);
            sender(server.address()).send();
            assertThat(server.asked()).hasSize(1);
        }
        try (BotServer server = new BotServer(200, OK)) {
            Sender another = sender(server.address());
            put(BOB, "two", true);
            clock.advance(Duration.ofSeconds(8));
            assertThat(another.send()).isFalse();
            clock.advance(Duration.ofSeconds(2));
            another.send();
            assertThat(texts(server)).containsExactlyInAnyOrder("one", "two");
        }
    }

    @Test
    void what_may_have_arrived_is_repeated_only_if_that_does_no_harm() {
        try (BotServer server = new BotServer(502, "<html>")) {
            Sender sender = sender(server.address());
            put(ANN, "again", true);
            put(BOB, "never again", false);

            sender.send();
            clock.advance(Duration.ofMinutes(10));
            sender.send();

            assertThat(texts(server)).containsExactlyInAnyOrder("again", "never again", "again");
        }
    }

    @Test
    void without_a_connection_everything_waits() {
        URI nobody;
        try (BotServer server = new BotServer(200, OK)) {
            nobody = server.address();
        }
        put(ANN, "one", false);
        sender(nobody).send();

        try (BotServer server = new BotServer(200, OK)) {
            clock.advance(Duration.ofMinutes(1));
            sender(server.address()).send();
            assertThat(texts(server)).containsExactly("one");
        }
    }

    @Test
    void what_telegram_does_not_take_is_given_up() {
        try (BotServer server =
                new BotServer(400, "{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request\"}")) {
            Sender sender = sender(server.address());
            put(ANN, "one", true);
            sender.send();
            clock.advance(Duration.ofMinutes(10));
            sender.send();
            assertThat(server.asked()).hasSize(1);
        }
    }

    @Test
    void while_the_token_is_refused_nothing_is_given_up() {
        put(ANN, "one", true);
        try (BotServer server =
                new BotServer(401, "{\"ok\":false,\"error_code\":401,\"description\":\"Unauthorized\"}")) {
            sender(server.address()).send();
        }
        try (BotServer server = new BotServer(200, OK)) {
            clock.advance(Duration.ofMinutes(2));
            sender(server.address()).send();
            assertThat(texts(server)).containsExactly("one");
        }
    }

    private Sender sender(URI api) {
        return new Sender(
                BOT,
                new BotApi(http, api, Secret.of("42:AAHcanaryCanaryCanaryCanary")),
                store.chatOutbox(),
                store.chats(),
                sealMessage,
                new SendPace(() -> Duration.between(java.time.Instant.EPOCH, clock.instant())),
                new Inline(),
                clock);
    }

    private void put(ChatUser to, String text, boolean repeatable) {
        Secret body = Secret.of("{\"method\":\"sendMessage\",\"chat_id\":" + to + ",\"text\":\"" + text + "\"}");
        store.chatOutbox().put(sealMessage.seal(to, Optional.empty(), body, repeatable));
    }

    private void account(ChatUser user) {
        var account = new Account(AccountId.of(UUID.randomUUID()), new DisplayName("Ann"), clock.instant());
        store.chats().open(account, Chat.begun(user, account.id(), Language.EN, clock.instant()));
    }

    private static List<String> texts(BotServer server) {
        return server.asked().stream()
                .map(said -> said.replaceAll(".*\"text\":\"([^\"]*)\".*", "$1"))
                .toList();
    }
}
