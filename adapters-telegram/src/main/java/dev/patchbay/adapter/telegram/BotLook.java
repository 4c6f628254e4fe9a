package dev.patchbay.adapter.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.adapter.telegram.BotAnswer.Why;
import dev.patchbay.oauth.GuardedHttp;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.updates.GetWebhookInfo;

/** Asks Telegram about the operator's bot, and changes nothing there. */
public final class BotLook {
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final int MOST_BYTES = 64 * 1024;

    private BotLook() {}

    /** Two calls of seconds at most. @param baseUrl our own public address */
    public static BotStanding look(TelegramSettings settings, URI baseUrl, GuardedHttp http) {
        return settings.bot()
                .map(bot -> look(settings, bot, baseUrl, new BotApi(http, settings.apiUrl(), bot.token())))
                .orElseGet(BotStanding.None::new);
    }

    private static BotStanding look(TelegramSettings settings, TelegramSettings.Bot bot, URI baseUrl, BotApi api) {
        BotAnswer me = api.call(BotCall.of(new GetMe()), PATIENCE, MOST_BYTES);
        if (me instanceof BotAnswer.Refused(var code, var why) && why == Why.UNAUTHORIZED) {
            return new BotStanding.UnknownToken();
        }
        if (!(me instanceof BotAnswer.Ok(JsonNode said))) {
            return new BotStanding.Unanswered();
        }
        String username = said.path("username").asText("");
        if (!username.toLowerCase(Locale.ROOT).equals(bot.username().toLowerCase(Locale.ROOT))) {
            return new BotStanding.AnotherBot(username);
        }
        Optional<URI> ours =
                settings.webhook() ? Optional.of(URI.create(baseUrl + WebhookController.PATH)) : Optional.empty();
        return api.call(BotCall.of(new GetWebhookInfo()), PATIENCE, MOST_BYTES) instanceof BotAnswer.Ok(JsonNode hook)
                ? new BotStanding.Known(username, Optional.of(hook(hook, ours)))
                : new BotStanding.Known(username, Optional.empty());
    }

    private static BotStanding.Hook hook(JsonNode said, Optional<URI> ours) {
        String url = said.path("url").asText("");
        long failedAt = said.path("last_error_date").asLong(0);
        return new BotStanding.Hook(
                ours,
                url.isEmpty() ? Optional.empty() : Optional.of(host(url)),
                url.equals(ours.map(URI::toString).orElse("")),
                said.path("pending_update_count").asInt(0),
                failedAt == 0 ? Optional.empty() : Optional.of(Instant.ofEpochSecond(failedAt)),
                said.path("last_error_message").asText(""));
    }

    private static String host(String url) {
        try {
            return String.valueOf(URI.create(url).getHost());
        } catch (IllegalArgumentException e) {
            return "an address that cannot be read";
        }
    }
}
