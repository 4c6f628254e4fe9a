package dev.patchbay.sandbox.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.patchbay.sandbox.Sandbox;
import dev.patchbay.sandbox.SandboxOptions;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PeopleTest {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
    private final Bot bot = new Bot(sandbox);
    private final TelegramUser ann = sandbox.telegram().user("ann");
    private final TelegramUser bob = sandbox.telegram().user("bob");

    @AfterEach
    void close() {
        bot.close();
        sandbox.close();
    }

    @SuppressWarnings("unchecked") // the test fails if it is something else
    private Map<String, Object> newest(String type) {
        Map<String, Object> update = bot.updates(-1, 0).getFirst();
        assertThat(update).containsKey(type);
        return (Map<String, Object>) update.getOrDefault(type, Map.of());
    }

    @Test
    void what_a_person_writes_comes_with_who_they_are() {
        ann.speaks("de").write("/login spotify https://example.com/x?y=1");

        assertThat(newest("message"))
                .containsEntry("text", "/login spotify https://example.com/x?y=1")
                .containsEntry(
                        "from",
                        Map.of(
                                "id",
                                ann.id(),
                                "is_bot",
                                false,
                                "first_name",
                                "Ann",
                                "last_name",
                                "Lindqvist",
                                "username",
                                "ann_sandbox",
                                "language_code",
                                "de"))
                .containsEntry(
                        "chat",
                        Map.of(
                                "id",
                                ann.id(),
                                "first_name",
                                "Ann",
                                "last_name",
                                "Lindqvist",
                                "username",
                                "ann_sandbox",
                                "type",
                                "private"))
                .containsEntry(
                        "entities",
                        List.of(
                                Map.of("type", "bot_command", "offset", 0L, "length", 6L),
                                Map.of("type", "url", "offset", 15L, "length", 25L)));
        assertThat(ann.id()).isGreaterThan(Integer.MAX_VALUE);
    }

    @Test
    void a_link_to_the_bot_brings_its_payload() {
        ann.open(URI.create("https://t.me/patchbay_sandbox_bot?start=abc-DEF_123"));
        assertThat(newest("message")).containsEntry("text", "/start abc-DEF_123");

        ann.open(URI.create("https://t.me/patchbay_sandbox_bot"));
        assertThat(newest("message")).containsEntry("text", "/start");

        for (String link : List.of(
                "https://t.me/patchbay_sandbox_bot?start=" + "x".repeat(65),
                "https://t.me/patchbay_sandbox_bot?start=no%20spaces",
                "https://t.me/another_bot?start=abc",
                "https://example.com/patchbay_sandbox_bot?start=abc")) {
            assertThatIllegalArgumentException().isThrownBy(() -> ann.open(URI.create(link)));
        }
    }

    @Test
    void a_bot_cannot_write_first() {
        assertThat(bot.say(ann.id(), "Hello").description()).isEqualTo("Bad Request: chat not found");
        assertThat(bot.say(12345, "Hello").description()).isEqualTo("Bad Request: chat not found");
        assertThat(bot.call("sendMessage", "text", "Hello").description()).isEqualTo("Bad Request: chat_id is empty");

        sandbox.telegram().group("Band", ann);
        assertThat(bot.say(ann.id(), "Hello").description())
                .isEqualTo("Forbidden: bot can't initiate conversation with a user");
        ann.start();
        assertThat(bot.say(ann.id(), "Hello").status()).isEqualTo(200);
    }

    @Test
    void blocking_is_told_and_ends_sends_until_unblocked() {
        ann.start();
        ann.block();

        assertThat(newest("my_chat_member").toString()).contains("status=kicked", "status=member");
        Bot.Said refused = bot.say(ann.id(), "Hello");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.description()).isEqualTo("Forbidden: bot was blocked by the user");
        assertThat(ann.block()).as("is blocked already").isEmpty();

        ann.unblock();
        assertThat(newest("my_chat_member")).containsKey("new_chat_member");
        assertThat(bot.say(ann.id(), "Hello").status()).isEqualTo(200);
    }

    @Test
    void writing_to_a_blocked_bot_unblocks_it() {
        ann.start();
        ann.block();
        ann.start();

        assertThat(bot.say(ann.id(), "Hello").status()).isEqualTo(200);
    }

    @Test
    void a_deleted_account_is_found_out_by_writing() {
        ann.start();
        ann.deleteAccount();

        Bot.Said refused = bot.say(ann.id(), "Hello");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.description()).isEqualTo("Forbidden: user is deactivated");
        assertThatIllegalStateException().isThrownBy(ann::start);
    }

    @Test
    void a_pressed_button_is_answered() {
        ann.start();
        long message = offer(ann.id(), "Yes", "consent:1");

        Press press = ann.press("Yes");

        assertThat(newest("callback_query"))
                .containsEntry("id", press.queryId())
                .containsEntry("data", "consent:1")
                .hasEntrySatisfying("message", it -> assertThat(it.toString()).contains("message_id=" + message));
        assertThat(press.awaitAnswer(Duration.ofMillis(1))).isEmpty();
        assertThat(bot.call(
                                "answerCallbackQuery",
                                "callback_query_id",
                                press.queryId(),
                                "text",
                                "Noted",
                                "show_alert",
                                true)
                        .status())
                .isEqualTo(200);
        assertThat(press.awaitAnswer(PATIENCE)).contains(new PressAnswer("Noted", true, ""));
        assertThat(bot.call("answerCallbackQuery", "callback_query_id", "1").description())
                .isEqualTo("Bad Request: query is too old and response timeout expired or query ID is invalid");
        assertThat(bot.call("answerCallbackQuery", "callback_query_id", press.queryId(), "text", "x".repeat(201))
                        .status())
                .isEqualTo(400);
    }

    private long offer(long chat, String label, String data) {
        return bot.call(
                        "sendMessage",
                        "chat_id",
                        chat,
                        "text",
                        "Shall we?",
                        "reply_markup",
                        Map.of("inline_keyboard", List.of(List.of(Map.of("text", label, "callback_data", data)))))
                .messageId();
    }

    @Test
    void anybody_may_press_in_a_group_and_send_made_up_data() {
        TelegramGroup group = sandbox.telegram().group("Band", ann);
        long message = offer(group.chatId(), "Yes", "for-ann");

        bob.pressIn(group, "Yes");
        assertThat(newest("callback_query").toString()).contains("first_name=Bob", "data=for-ann");

        bot.call("deleteMessage", "chat_id", group.chatId(), "message_id", message);
        bob.pressData(group, message, "forged");
        assertThat(newest("callback_query").toString()).contains("data=forged", "date=0");
        assertThatIllegalStateException().isThrownBy(() -> bob.pressIn(group, "Yes"));
    }

    @Test
    void in_groups_the_bot_gets_what_is_meant_for_it() {
        TelegramGroup group = sandbox.telegram().group("Band", ann);
        assertThat(newest("my_chat_member").toString()).contains("type=group", "status=left");

        assertThat(bob.writeIn(group, "just talking")).isEmpty();
        assertThat(bob.writeIn(group, "/login@another_bot")).isEmpty();
        assertThat(bob.writeIn(group, "/login@patchbay_sandbox_bot")).isPresent();
        assertThat(bob.writeIn(group, "hey @patchbay_sandbox_bot")).isPresent();
        assertThat(bob.writeIn(group, "/login")).isPresent();
        assertThat(newest("message").toString()).contains("id=" + group.chatId(), "title=Band", "type=group");

        assertThat(bot.say(group.chatId(), "In private, please").status()).isEqualTo(200);
        assertThat(group.chat().lastFromBot()).isPresent();
        group.removeBot(ann);
        assertThat(bot.say(group.chatId(), "Hello?").description())
                .isEqualTo("Forbidden: bot was kicked from the group chat");
        group.addBot(ann);
        assertThat(bot.say(group.chatId(), "Hello again").status()).isEqualTo(200);
    }

    @Test
    void a_group_that_became_a_supergroup_says_where_it_went() {
        TelegramGroup group = sandbox.telegram().group("Band", ann);
        TelegramGroup now = group.migrate();

        Bot.Said refused = bot.say(group.chatId(), "Hello");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json()).containsEntry("parameters", Map.of("migrate_to_chat_id", now.chatId()));
        assertThat(newest("message")).containsEntry("migrate_from_chat_id", group.chatId());
        assertThat(bot.say(now.chatId(), "Hello").status()).isEqualTo(200);
    }

    @Test
    void messages_are_edited_and_channels_publish() {
        ann.write("helo");
        long message = ann.chat().messages().getFirst().id();
        ann.edit(message, "hello");
        assertThat(newest("edited_message"))
                .containsEntry("text", "hello")
                .containsEntry("message_id", message)
                .containsKey("edit_date");

        sandbox.telegram().channel("News").publish("Read this");
        assertThat(newest("channel_post")).containsEntry("text", "Read this").doesNotContainKey("from");
    }

    @Test
    void names_may_be_written_from_right_to_left() {
        sandbox.telegram().user("yusra").start();

        assertThat(newest("message").toString()).contains("first_name=يسرى", "last_name=🎧");
    }

    @Test
    void a_person_waits_for_the_bot() {
        Thread answering = Thread.startVirtualThread(() -> {
            Map<String, Object> update = bot.updates(0, 10).getFirst();
            bot.say(ann.id(), "You said " + ((Map<?, ?>) update.getOrDefault("message", Map.of())).get("text"));
        });

        assertThat(ann.ask("ping", PATIENCE).text()).isEqualTo("You said ping");
        assertThat(answering).isNotNull();
        assertThatIllegalStateException()
                .isThrownBy(() -> ann.awaitFromBot("something else", Duration.ofMillis(20)))
                .withMessageContaining("bot: You said ping");
    }
}
