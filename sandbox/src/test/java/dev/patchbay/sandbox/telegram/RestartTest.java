package dev.patchbay.sandbox.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.sandbox.Sandbox;
import dev.patchbay.sandbox.SandboxOptions;
import dev.patchbay.sandbox.SteeredClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {
    @TempDir
    Path folder = Path.of("replaced before each test");

    private final SteeredClock clock = new SteeredClock();

    private Sandbox start() {
        return Sandbox.start(SandboxOptions.defaults().withClock(clock).withJournal(folder.resolve("journal")));
    }

    @Test
    void chats_and_who_knows_the_bot_outlive_the_sandbox() {
        String dialogue;
        long lastMessage;
        try (Sandbox sandbox = start();
                Bot bot = new Bot(sandbox)) {
            TelegramUser ann = sandbox.telegram().user("ann").speaks("de");
            ann.start();
            sandbox.telegram().user("bob").start();
            sandbox.telegram().user("bob").block();
            long first = bot.say(ann.id(), "first").messageId();
            bot.call("editMessageText", "chat_id", ann.id(), "message_id", first, "text", "changed");
            bot.call(
                    "deleteMessage",
                    "chat_id",
                    ann.id(),
                    "message_id",
                    bot.say(ann.id(), "gone").messageId());
            lastMessage = bot.call(
                            "sendMessage",
                            "chat_id",
                            ann.id(),
                            "text",
                            "<b>Go</b>",
                            "parse_mode",
                            "HTML",
                            "protect_content",
                            true,
                            "reply_markup",
                            Map.of("inline_keyboard", List.of(List.of(Map.of("text", "Yes", "callback_data", "yes")))))
                    .messageId();
            dialogue = ann.chat().toString();
        }
        try (Sandbox sandbox = start();
                Bot bot = new Bot(sandbox)) {
            TelegramUser ann = sandbox.telegram().user("ann");

            assertThat(ann.chat()).hasToString(dialogue);
            assertThat(ann.chat().lastFromBot()).hasValueSatisfying(message -> {
                assertThat(message.isProtected()).isTrue();
                assertThat(message.entities().toString()).contains("bold");
            });
            assertThat(bot.say(ann.id(), "again").messageId()).isGreaterThan(lastMessage);
            assertThat(bot.say(sandbox.telegram().user("bob").id(), "Hello?").description())
                    .isEqualTo("Forbidden: bot was blocked by the user");
            ann.press("Yes");
            assertThat(bot.updates(0, 0).toString()).contains("data=yes", "language_code=de");
        }
    }

    @Test
    void update_numbers_go_up_over_restarts() {
        long before;
        try (Sandbox sandbox = start()) {
            before = sandbox.telegram().user("ann").start().getAsLong();
        }
        clock.advance(Duration.ofSeconds(1));
        try (Sandbox sandbox = start()) {
            assertThat(sandbox.telegram().user("ann").start().getAsLong()).isGreaterThan(before);
        }
    }
}
