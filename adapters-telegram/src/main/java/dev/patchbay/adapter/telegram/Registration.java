package dev.patchbay.adapter.telegram;

import dev.patchbay.adapter.telegram.BotAnswer.Why;
import dev.patchbay.domain.account.Language;
import dev.patchbay.domain.vault.Secret;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.methods.updates.DeleteWebhook;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllPrivateChats;

/** Introduces this service to Telegram: who the bot is, where its updates go, what its menu offers. Safe for many threads. */
final class Registration {
    private static final Logger LOG = LoggerFactory.getLogger(Registration.class);

    private final BotApi api;
    private final TelegramSettings.Bot bot;
    private final Optional<URI> webhook;
    private final Supplier<Secret> webhookSecret;
    private volatile boolean done;

    /** @param webhook where updates are posted to; empty when they are asked for */
    Registration(BotApi api, TelegramSettings.Bot bot, Optional<URI> webhook, Supplier<Secret> webhookSecret) {
        this.api = api;
        this.bot = bot;
        this.webhook = webhook;
        this.webhookSecret = webhookSecret;
    }

    /** Asks Telegram who the bot is. @return what is wrong with the settings; empty also when Telegram does not answer */
    Optional<String> check() {
        return switch (api.call(BotCall.of(new GetMe()))) {
            case BotAnswer.Ok(var me) -> {
                String name = me.path("username").asText("");
                yield name.toLowerCase(Locale.ROOT).equals(bot.username().toLowerCase(Locale.ROOT))
                        ? Optional.empty()
                        : Optional.of("BOT_USERNAME is not the username of the bot that TELEGRAM_BOT_TOKEN belongs to");
            }
            case BotAnswer.Refused(var code, var why)
            when why == Why.UNAUTHORIZED ->
                Optional.of("TELEGRAM_BOT_TOKEN is not accepted by Telegram: copy it again from BotFather");
            case BotAnswer.Refused refused -> unanswered();
            case BotAnswer.Throttled throttled -> unanswered();
            case BotAnswer.Migrated migrated -> unanswered();
            case BotAnswer.Unavailable unavailable -> unanswered();
        };
    }

    private static Optional<String> unanswered() {
        LOG.warn("Telegram does not answer; the bot is silent until it does (TELEGRAM_API_URL)");
        return Optional.empty();
    }

    /** Does what is not done yet. @return whether all is done */
    boolean complete() {
        if (!done) {
            done = ok(updates()) && List.of(Language.values()).stream().allMatch(language -> ok(menu(language)));
            if (done) {
                LOG.info(
                        "Telegram: @{} gets its updates by {}",
                        bot.username(),
                        webhook.isPresent() ? "webhook" : "polling");
            }
        }
        return done;
    }

    /** To be done once more. */
    void again() {
        done = false;
    }

    private BotCall updates() {
        return webhook.map(address -> BotCall.of(SetWebhook.builder()
                        .url(address.toString())
                        .secretToken(webhookSecret.get().reveal())
                        .allowedUpdates(Polling.KINDS)
                        .build()))
                .orElseGet(() -> BotCall.of(new DeleteWebhook()));
    }

    /** English is also for everybody whose language has no menu of its own. */
    private static BotCall menu(Language language) {
        Texts texts = Texts.in(language);
        var menu = SetMyCommands.builder()
                .scope(new BotCommandScopeAllPrivateChats())
                .commands(List.of(Command.values()).stream()
                        .flatMap(command -> command.inMenu().stream()
                                .map(phrase -> new BotCommand(command.word(), texts.label(phrase))))
                        .toList());
        return BotCall.of((language == Language.EN ? menu : menu.languageCode(language.code())).build());
    }

    private boolean ok(BotCall call) {
        BotAnswer answer = api.call(call);
        if (answer instanceof BotAnswer.Refused(var code, var why)) {
            LOG.error("Telegram refuses {} ({}, {})", call, code, why);
        }
        return answer instanceof BotAnswer.Ok;
    }
}
