package dev.patchbay.adapter.telegram;

import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.StoreUnavailable;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The operator's bot at work, if there is one; without one every method does nothing. Whoever runs the service calls these again and again, each
 * by one thread at a time. Safe for many threads.
 */
public final class TelegramBot {
    private static final Logger LOG = LoggerFactory.getLogger(TelegramBot.class);

    private final Optional<Parts> parts;
    private volatile boolean stopped;

    TelegramBot(Optional<Parts> parts) {
        this.parts = parts;
    }

    /**
     * What the bot is made of.
     *
     * @param polling empty when updates are posted to us
     * @param webhookSecret what Telegram shows with each update that it posts
     */
    record Parts(
            Registration registration,
            Inbox inbox,
            Optional<Polling> polling,
            Sender sender,
            Duty duty,
            Supplier<Secret> webhookSecret) {}

    /** Asks Telegram, once, whether it knows the bot. @return the setting that is wrong, and what to do about it */
    public Optional<String> check() {
        return parts.flatMap(bot -> bot.registration().check());
    }

    /** Tells Telegram where updates go and what the menu offers, unless that is done. */
    public void register() {
        parts.filter(bot -> !stopped).ifPresent(bot -> bot.registration().complete());
    }

    /** Asks for updates and answers them, as long as this process is the one to do so and there are any; may take half a minute. */
    public void poll() {
        parts.filter(bot -> !stopped).flatMap(Parts::polling).ifPresent(Polling::poll);
    }

    /** Sends what is to be said now, if this process is the one to do so. */
    public void send() {
        parts.filter(bot -> !stopped && bot.duty().isOurs())
                .ifPresent(bot -> bot.sender().send());
    }

    /** Nothing begins any more, and another process may take over. */
    public void stop() {
        stopped = true;
        parts.flatMap(Parts::polling).ifPresent(Polling::stop);
        try {
            parts.ifPresent(bot -> bot.duty().end());
        } catch (StoreUnavailable outage) {
            LOG.debug("the duty of the bot was not given up; it runs out");
        }
    }

    /** What takes posted updates; empty when nothing is to be posted to us. */
    Optional<Parts> posted() {
        return parts.filter(bot -> bot.polling().isEmpty());
    }
}
