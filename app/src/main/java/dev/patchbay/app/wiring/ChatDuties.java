package dev.patchbay.app.wiring;

import dev.patchbay.adapter.telegram.TelegramBot;
import dev.patchbay.adapter.telegram.TelegramSettings;
import dev.patchbay.usecase.chat.PurgeChats;
import dev.patchbay.usecase.chat.RemindOfConsent;
import jakarta.inject.Singleton;
import java.util.Optional;

/** What the chat has done by itself, where there is a bot. */
@Singleton
public final class ChatDuties {
    private final boolean present;
    private final TelegramBot bot;
    private final PurgeChats purge;
    private final RemindOfConsent remind;

    ChatDuties(TelegramSettings settings, TelegramBot bot, PurgeChats purge, RemindOfConsent remind) {
        this.present = settings.bot().isPresent();
        this.bot = bot;
        this.purge = purge;
        this.remind = remind;
    }

    /** What is wrong with the bot's settings, as Telegram sees it. */
    public Optional<String> check() {
        return bot.check();
    }

    void poll() {
        bot.poll();
    }

    void send() {
        bot.send();
    }

    void register() {
        bot.register();
    }

    void remind() {
        if (present) {
            remind.remind();
        }
    }

    void purge() {
        if (present) {
            purge.purge();
        }
    }

    void stop() {
        bot.stop();
    }

    boolean isPresent() {
        return present;
    }
}
