package dev.patchbay.sandbox.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.sandbox.Sandbox;
import dev.patchbay.sandbox.SandboxOptions;
import dev.patchbay.sandbox.SteeredClock;
import dev.patchbay.sandbox.web.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendingTest {
    private final SteeredClock clock = new SteeredClock();
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withClock(clock));
    private final Bot bot = new Bot(sandbox);
    private final TelegramUser ann = sandbox.telegram().user("ann");

    @BeforeEach
    void start() {
        ann.start();
    }

    @AfterEach
    void close() {
        bot.close();
        sandbox.close();
    }

    private Bot.Said html(String text) {
        return bot.call("sendMessage", "chat_id", ann.id(), "text", text, "parse_mode", "HTML");
    }

    private Bot.Said withButton(@Nullable Object... button) {
        return bot.call("sendMessage", "chat_id", ann.id(), "text", "Choose", "reply_markup", keyboard(button));
    }

    private static Map<String, @Nullable Object> keyboard(@Nullable Object... button) {
        return Json.object("inline_keyboard", List.of(List.of(Json.object(button))));
    }

    @Test
    void a_message_comes_back_as_it_was_sent() {
        Bot.Said said = bot.call(
                "sendMessage",
                "chat_id",
                ann.id(),
                "text",
                "<b>Hi</b> &amp; <a href=\"https://example.com/?a=1&amp;b=2\">welcome</a>",
                "parse_mode",
                "HTML",
                "link_preview_options",
                Map.of("is_disabled", true),
                "protect_content",
                true);

        assertThat(said.object())
                .containsEntry("text", "Hi & welcome")
                .containsEntry("date", clock.instant().getEpochSecond())
                .containsEntry("has_protected_content", true)
                .containsEntry(
                        "entities",
                        List.of(
                                Map.of("type", "bold", "offset", 0L, "length", 2L),
                                Map.of(
                                        "type",
                                        "text_link",
                                        "offset",
                                        5L,
                                        "length",
                                        7L,
                                        "url",
                                        "https://example.com/?a=1&b=2")));
        assertThat(ann.chat().lastFromBot()).hasValueSatisfying(message -> {
            assertThat(message.text()).isEqualTo("Hi & welcome");
            assertThat(message.isProtected()).isTrue();
            assertThat(message.hasNoPreview()).isTrue();
        });
        assertThat(sandbox.telegram().ledger().timesSent(ann.id(), "Hi & welcome"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<h1>Hi</h1> | Unsupported start tag \"h1\" at byte offset 0",
                "é <b>Hi | Can't find end tag corresponding to start tag \"b\"",
                "é </b> | Unexpected end tag at byte offset 3",
                "<b><i>Hi</b></i> | Unmatched end tag at byte offset 8, expected \"</i>\", found \"</b>\"",
                "a <b | Unclosed start tag at byte offset 2",
                "a < b | Unsupported start tag \"\" at byte offset 2",
                "<span>Hi</span> | Tag \"span\" must have class \"tg-spoiler\" at byte offset 0",
                "<a href=\"x>Hi</a> | Unclosed start tag \"a\" at byte offset 0",
            })
    void broken_html_is_refused(String text, String why) {
        Bot.Said said = html(text);

        assertThat(said.status()).isEqualTo(400);
        assertThat(said.description()).isEqualTo("Bad Request: can't parse entities: " + why);
        assertThat(ann.chat().fromBot()).isEmpty();
        assertThat(sandbox.telegram().ledger().sends()).isEmpty();
    }

    @Test
    void a_text_has_one_to_4096_characters_without_markup() {
        assertThat(bot.say(ann.id(), "").description()).isEqualTo("Bad Request: message text is empty");
        assertThat(html("<b> </b>").description()).isEqualTo("Bad Request: text must be non-empty");
        assertThat(bot.say(ann.id(), "x".repeat(4097)).description()).isEqualTo("Bad Request: message is too long");
        assertThat(bot.say(ann.id(), "x".repeat(4096)).status()).isEqualTo(200);
        assertThat(html("<b>" + "&lt;".repeat(4096) + "</b>").status()).isEqualTo(200);
    }

    @Test
    void buttons_lead_somewhere_or_carry_up_to_64_bytes() {
        assertThat(withButton("text", "Open", "url", "https://example.com/go").status())
                .isEqualTo(200);
        assertThat(withButton("text", "Go", "callback_data", "x".repeat(64)).status())
                .isEqualTo(200);

        assertThat(withButton("text", "Go", "callback_data", "é".repeat(33)).description())
                .isEqualTo("Bad Request: BUTTON_DATA_INVALID");
        assertThat(withButton("text", "Go", "url", "localhost").description()).contains("Wrong HTTP URL");
        assertThat(withButton("text", "Go").description())
                .contains("Text buttons are unallowed in the inline keyboard");
        assertThat(withButton("url", "https://example.com").status()).isEqualTo(400);
        assertThat(bot.call("sendMessage", "chat_id", ann.id(), "text", "a", "reply_markup", "[[")
                        .status())
                .isEqualTo(400);
        assertThat(ann.link("Open")).hasToString("https://example.com/go");
    }

    @Test
    void a_message_can_be_changed_but_not_into_itself() {
        long message = withButton("text", "Go", "callback_data", "go").messageId();

        Bot.Said edited = bot.call("editMessageText", "chat_id", ann.id(), "message_id", message, "text", "Chosen");
        Bot.Said again = bot.call("editMessageText", "chat_id", ann.id(), "message_id", message, "text", "Chosen");

        assertThat(edited.object()).containsEntry("text", "Chosen").containsKey("edit_date");
        assertThat(again.description()).startsWith("Bad Request: message is not modified");
        assertThat(bot.call(
                                "editMessageReplyMarkup",
                                "chat_id",
                                ann.id(),
                                "message_id",
                                message,
                                "reply_markup",
                                keyboard("text", "Back", "callback_data", "back"))
                        .status())
                .isEqualTo(200);
        assertThat(ann.chat()).hasToString("ann: /start\nbot: Chosen [Back] (edited)");
        assertThat(bot.call("editMessageText", "chat_id", ann.id(), "message_id", message + 50, "text", "x")
                        .description())
                .isEqualTo("Bad Request: message to edit not found");
        long anns = ann.chat().messages().getFirst().id();
        assertThat(bot.call("editMessageText", "chat_id", ann.id(), "message_id", anns, "text", "x")
                        .description())
                .isEqualTo("Bad Request: message can't be edited");
    }

    @Test
    void messages_can_be_deleted_for_two_days_peoples_too_in_private_chats() {
        long anns = ann.chat().messages().getFirst().id();
        long bots = bot.say(ann.id(), "Hello").messageId();
        long old = bot.say(ann.id(), "Old").messageId();

        assertThat(bot.call("deleteMessage", "chat_id", ann.id(), "message_id", anns)
                        .status())
                .isEqualTo(200);
        assertThat(bot.call("deleteMessages", "chat_id", ann.id(), "message_ids", List.of(bots, 1))
                        .status())
                .isEqualTo(200);
        assertThat(bot.call("deleteMessage", "chat_id", ann.id(), "message_id", bots)
                        .description())
                .isEqualTo("Bad Request: message to delete not found");
        clock.advance(Duration.ofHours(48));
        assertThat(bot.call("deleteMessage", "chat_id", ann.id(), "message_id", old)
                        .description())
                .isEqualTo("Bad Request: message can't be deleted");

        assertThat(ann.chat()).hasToString("bot: Old");
        assertThat(ann.chat().message(bots))
                .hasValueSatisfying(one -> assertThat(one.deleted()).isTrue());
    }

    @Test
    void limits_are_enforced_when_asked() {
        sandbox.telegram().enforceLimits(true);
        assertThat(bot.say(ann.id(), "one").status()).isEqualTo(200);

        Bot.Said refused = bot.say(ann.id(), "two");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.http().headers().firstValue("Retry-After")).contains("1");
        assertThat(refused.json())
                .containsEntry("error_code", 429L)
                .containsEntry("description", "Too Many Requests: retry after 1")
                .containsEntry("parameters", Map.of("retry_after", 1L));
        clock.advance(Duration.ofSeconds(1));
        assertThat(bot.say(ann.id(), "two").status()).isEqualTo(200);
    }

    @Test
    void a_group_takes_twenty_messages_a_minute_and_all_chats_thirty_a_second() {
        sandbox.telegram().enforceLimits(true);
        TelegramGroup group = sandbox.telegram().group("Band", ann);
        for (int i = 0; i < 20; i++) {
            assertThat(bot.say(group.chatId(), "number " + i).status()).isEqualTo(200);
            clock.advance(Duration.ofSeconds(2));
        }
        assertThat(bot.say(group.chatId(), "one too many").json())
                .containsEntry("parameters", Map.of("retry_after", 20L));

        clock.advance(Duration.ofMinutes(1));
        int accepted = 0;
        for (int i = 0; i < 31; i++) {
            TelegramUser fan = sandbox.telegram().user("fan-" + i);
            fan.start();
            accepted += bot.say(fan.id(), "hello").status() == 200 ? 1 : 0;
        }
        assertThat(accepted).isEqualTo(30);
    }

    @Test
    void a_press_is_to_be_answered_soon() {
        withButton("text", "Go", "callback_data", "go");
        Press press = ann.press("Go");
        clock.advance(Duration.ofMinutes(6));

        assertThat(bot.call("answerCallbackQuery", "callback_query_id", press.queryId())
                        .description())
                .isEqualTo("Bad Request: query is too old and response timeout expired or query ID is invalid");
    }

    @Test
    void chat_actions_are_taken() {
        assertThat(bot.call("sendChatAction", "chat_id", ann.id(), "action", "typing")
                        .status())
                .isEqualTo(200);
        assertThat(bot.call("sendChatAction", "chat_id", ann.id()).status()).isEqualTo(400);
    }
}
