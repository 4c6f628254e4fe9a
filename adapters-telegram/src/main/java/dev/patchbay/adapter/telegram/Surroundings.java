package dev.patchbay.adapter.telegram;

import dev.patchbay.domain.vault.Secret;
import dev.patchbay.oauth.GuardedHttp;
import dev.patchbay.port.Background;
import dev.patchbay.port.Monotonic;
import dev.patchbay.port.Pause;
import dev.patchbay.port.SecretSource;
import dev.patchbay.port.StoreUnavailable;
import dev.patchbay.port.chat.BotDuty;
import dev.patchbay.port.chat.ChatOutbox;
import dev.patchbay.port.chat.ChatUpdates;
import dev.patchbay.port.chat.Chats;
import dev.patchbay.port.connection.Presence;
import dev.patchbay.port.vault.KeptSecrets;
import dev.patchbay.usecase.chat.SealMessage;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a running bot needs around it. */
record Surroundings(
        GuardedHttp http,
        ChatUpdates updates,
        ChatOutbox outbox,
        Chats chats,
        BotDuty botDuty,
        Presence presence,
        SealMessage sealMessage,
        SecretSource secrets,
        KeptSecrets kept,
        Background background,
        Pause pause,
        Monotonic monotonic,
        Clock clock) {
    private static final Logger LOG = LoggerFactory.getLogger(Surroundings.class);

    /** @param baseUrl our own public address */
    TelegramBot.Parts parts(TelegramSettings settings, TelegramSettings.Bot bot, Listener listener, URI baseUrl) {
        BotApi api = new BotApi(http, settings.apiUrl(), bot.token());
        Duty duty = new Duty(botDuty, bot.id(), secrets.nextId(), presence, clock);
        var pace = new SendPace(monotonic);
        Sender sender = new Sender(bot.id(), api, outbox, chats, sealMessage, pace, background, clock);
        Inbox inbox = new Inbox(bot, updates, listener, turn -> afterwards(turn, sender, duty), secrets, clock);
        Supplier<Secret> secret = webhookSecret(settings);
        Optional<URI> webhook =
                settings.webhook() ? Optional.of(URI.create(baseUrl + WebhookController.PATH)) : Optional.empty();
        Registration registration = new Registration(api, bot, webhook, secret);
        Optional<Polling> polling = settings.webhook()
                ? Optional.empty()
                : Optional.of(new Polling(bot.id(), api, updates, inbox, duty, registration::again, background, pause));
        return new TelegramBot.Parts(registration, inbox, polling, sender, duty, secret);
    }

    /** Nobody has to wait for the next look at the outbox if this process is the one that sends. */
    private static void afterwards(Turn turn, Sender sender, Duty duty) {
        sender.aside(turn.aside());
        try {
            if (!turn.replies().isEmpty() && duty.isOurs()) {
                sender.send();
            }
        } catch (StoreUnavailable outage) {
            LOG.debug("what is to be sent is sent at the next look");
        }
    }

    /** All processes show the same one. Looked up when it is first needed, for start-up opens the vault later. */
    private Supplier<Secret> webhookSecret(TelegramSettings settings) {
        AtomicReference<@Nullable Secret> known =
                new AtomicReference<>(settings.webhookSecret().orElse(null));
        return () -> {
            Secret secret = known.get();
            if (secret == null) {
                secret = kept.get("telegram.webhook", secrets::next);
                known.set(secret);
            }
            return secret;
        };
    }
}
