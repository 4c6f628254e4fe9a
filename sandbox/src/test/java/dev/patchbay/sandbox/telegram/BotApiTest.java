package dev.patchbay.sandbox.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.sandbox.Sandbox;
import dev.patchbay.sandbox.SandboxOptions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BotApiTest {
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
    private final Bot bot = new Bot(sandbox);
    private final TelegramUser ann = sandbox.telegram().user("ann");

    @AfterEach
    void close() {
        bot.close();
        sandbox.close();
    }

    @Test
    void the_bot_learns_who_it_is() {
        assertThat(bot.call("getMe").object())
                .containsEntry("id", sandbox.telegram().bot().id())
                .containsEntry("is_bot", true)
                .containsEntry("username", "patchbay_sandbox_bot");
        assertThat(bot.byQuery("GETME").status()).as("cases do not matter").isEqualTo(200);
    }

    @Test
    void a_stranger_is_unauthorized() {
        String token = sandbox.telegram().bot().token();
        try (Bot stranger = new Bot(sandbox, token.substring(0, token.length() - 1) + "X")) {
            Bot.Said said = stranger.call("getMe");

            assertThat(said.status()).isEqualTo(401);
            assertThat(said.json())
                    .containsEntry("ok", false)
                    .containsEntry("error_code", 401L)
                    .containsEntry("description", "Unauthorized");
        }
    }

    @Test
    void an_unknown_method_is_not_found() {
        Bot.Said said = bot.call("sendGreetings");

        assertThat(said.status()).isEqualTo(404);
        assertThat(said.description()).isEqualTo("Not Found: method not found");
    }

    @Test
    void arguments_come_by_json_form_or_query() {
        ann.start();
        String chat = Long.toString(ann.id());

        assertThat(bot.call("sendMessage", "chat_id", ann.id(), "text", "one").status())
                .isEqualTo(200);
        assertThat(bot.byForm(
                                "sendMessage",
                                Map.of(
                                        "chat_id",
                                        chat,
                                        "text",
                                        "two & more",
                                        "reply_markup",
                                        "{\"inline_keyboard\":[[{\"text\":\"Go\",\"callback_data\":\"go\"}]]}"))
                        .status())
                .isEqualTo(200);
        assertThat(bot.byQuery("sendMessage?chat_id=" + chat + "&text=three").status())
                .isEqualTo(200);

        assertThat(ann.chat()).hasToString("ann: /start\nbot: one\nbot: two & more [Go]\nbot: three");
    }

    @Test
    void what_is_no_json_is_refused() {
        assertThat(bot.byJson("sendMessage", "{\"chat_id\":").description())
                .isEqualTo("Bad Request: can't parse JSON object");
    }

    @Test
    void the_token_is_a_canary_and_shows_nowhere() {
        String token = sandbox.telegram().bot().token();
        bot.call("getMe");

        assertThat(sandbox.ledger().issuedSecrets()).contains(token);
        assertThat(sandbox.ledger().events().toString()).doesNotContain(token);
        assertThat(sandbox.telegram().bot().toString()).doesNotContain(token);
        assertThat(sandbox.telegram().ledger().calls().toString()).doesNotContain(token);
    }

    @Test
    void commands_are_kept_by_scope_and_language() {
        bot.call("setMyCommands", "commands", List.of(command("login", "Sign in")));
        bot.call("setMyCommands", "commands", List.of(command("login", "Anmelden")), "language_code", "de");
        bot.call(
                "setMyCommands",
                "commands",
                List.of(command("help", "In groups")),
                "scope",
                Map.of("type", "all_group_chats"));

        assertThat(bot.call("getMyCommands", "language_code", "de").list())
                .containsExactly(command("login", "Anmelden"));
        assertThat(bot.call("getMyCommands", "scope", Map.of("type", "all_group_chats"))
                        .list())
                .containsExactly(command("help", "In groups"));
        assertThat(bot.call("getMyCommands", "language_code", "fr").list()).isEmpty();
        assertThat(sandbox.telegram().commandsOfferedTo(ann.speaks("de"))).containsExactly("/login Anmelden");
        assertThat(sandbox.telegram().commandsOfferedTo(ann.speaks("fr"))).containsExactly("/login Sign in");
    }

    @Test
    void commands_that_telegram_would_not_take_are_refused() {
        assertThat(bot.call("setMyCommands", "commands", List.of(command("Log-In", "Sign in")))
                        .description())
                .isEqualTo("Bad Request: BOT_COMMAND_INVALID");
        assertThat(bot.call("setMyCommands", "commands", List.of(command("login", "x".repeat(257))))
                        .description())
                .isEqualTo("Bad Request: BOT_COMMAND_DESCRIPTION_INVALID");
        assertThat(bot.call("setMyCommands", "commands", List.of(), "scope", Map.of("type", "moon"))
                        .description())
                .isEqualTo("Bad Request: can't parse BotCommandScope: Unsupported type specified");
    }

    @Test
    void descriptions_are_kept_by_language() {
        bot.call("setMyDescription", "description", "Keeps your logins");
        bot.call("setMyDescription", "description", "Hält deine Logins", "language_code", "de");

        assertThat(bot.call("getMyDescription", "language_code", "de").object())
                .containsEntry("description", "Hält deine Logins");
        assertThat(bot.call("getMyDescription").object()).containsEntry("description", "Keeps your logins");
        assertThat(bot.call("setMyShortDescription", "short_description", "x".repeat(121))
                        .status())
                .isEqualTo(400);
        assertThat(bot.call("getMyName").object()).containsEntry("name", "Patchbay (sandbox)");
    }

    private static Map<String, Object> command(String name, String description) {
        return Map.of("command", name, "description", description);
    }
}
