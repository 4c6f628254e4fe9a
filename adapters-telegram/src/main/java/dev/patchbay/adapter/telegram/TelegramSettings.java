package dev.patchbay.adapter.telegram;

import dev.patchbay.domain.chat.BotId;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.settings.ModuleSettings;
import dev.patchbay.port.settings.Settings;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The operator's bot.
 *
 * @param bot empty when there is none; then nothing of this module runs
 * @param webhook whether Telegram posts updates to us, in place of our asking for them
 * @param webhookSecret what Telegram shows us with each update; empty to have one made
 * @param apiUrl {@code TELEGRAM_API_URL}; the real one unless a stand-in is used
 * @param linkUrl {@code TELEGRAM_LINK_URL}: where links to bots begin; the same
 */
public record TelegramSettings(
        Optional<Bot> bot, boolean webhook, Optional<Secret> webhookSecret, URI apiUrl, URI linkUrl)
        implements ModuleSettings {
    static final URI REAL_API = URI.create("https://api.telegram.org");
    static final URI REAL_LINKS = URI.create("https://t.me");

    private static final Pattern TOKEN = Pattern.compile("([1-9][0-9]{0,15}):[A-Za-z0-9_-]{20,128}");
    private static final Pattern USERNAME = Pattern.compile("@?([A-Za-z][A-Za-z0-9_]{3,31})");
    private static final Pattern WEBHOOK_SECRET = Pattern.compile("[A-Za-z0-9_-]{16,256}");

    /**
     * A bot as BotFather made it.
     *
     * @param username without the {@code @}
     */
    public record Bot(BotId id, Secret token, String username) {}

    /** Where Telegram posts to: https on one of these. */
    private static final Set<Integer> WEBHOOK_PORTS = Set.of(-1, 443, 80, 88, 8443);

    /** @param baseUrl our own public address */
    static TelegramSettings read(Settings settings, URI baseUrl) {
        Optional<Secret> webhookSecret = settings.secret("TELEGRAM_WEBHOOK_SECRET");
        if (webhookSecret
                .filter(secret -> !WEBHOOK_SECRET.matcher(secret.reveal()).matches())
                .isPresent()) {
            settings.problem(
                    "TELEGRAM_WEBHOOK_SECRET",
                    "must be 16 to 256 characters of A-Z, a-z, 0-9, _ and -; leave it out to have one made");
            webhookSecret = Optional.empty();
        }
        URI api = settings.url("TELEGRAM_API_URL", REAL_API);
        boolean webhook = isWebhook(settings);
        if (webhook && "https".equals(api.getScheme()) && !canBePostedTo(baseUrl)) {
            settings.problem(
                    "TELEGRAM_MODE",
                    "can be webhook only where PATCHBAY_BASE_URL is https on port 443, 80, 88 or 8443; use polling");
        }
        return new TelegramSettings(
                bot(settings), webhook, webhookSecret, api, settings.url("TELEGRAM_LINK_URL", REAL_LINKS));
    }

    /** A stand-in on plain http posts anywhere. */
    private static boolean canBePostedTo(URI baseUrl) {
        return "https".equals(baseUrl.getScheme()) && WEBHOOK_PORTS.contains(baseUrl.getPort());
    }

    private static Optional<Bot> bot(Settings settings) {
        Optional<Secret> token = settings.secret("TELEGRAM_BOT_TOKEN");
        Optional<String> username = settings.text("BOT_USERNAME");
        if (token.isEmpty()) {
            username.ifPresent(
                    set -> settings.problem("TELEGRAM_BOT_TOKEN", "is missing, although BOT_USERNAME is set"));
            return Optional.empty();
        }
        Matcher good = TOKEN.matcher(token.get().reveal());
        Optional<String> name =
                username.map(USERNAME::matcher).filter(Matcher::matches).map(match -> match.group(1));
        if (name.isEmpty()) {
            settings.problem(
                    "BOT_USERNAME",
                    username.isEmpty()
                            ? "is missing, although TELEGRAM_BOT_TOKEN is set"
                            : "must be the bot's username, such as my_music_bot");
        }
        if (!good.matches()) {
            settings.problem(
                    "TELEGRAM_BOT_TOKEN",
                    "does not look like a bot's token: copy it again from BotFather, in one piece");
            return Optional.empty();
        }
        var id = new BotId(Long.parseLong(good.group(1)));
        return name.map(known -> new Bot(id, token.get(), known));
    }

    private static boolean isWebhook(Settings settings) {
        String mode = settings.text("TELEGRAM_MODE").orElse("polling").toLowerCase(Locale.ROOT);
        if (!mode.equals("polling") && !mode.equals("webhook")) {
            settings.problem("TELEGRAM_MODE", "must be polling or webhook");
        }
        return mode.equals("webhook");
    }

    /** The private chat with the bot; empty when there is no bot. */
    public Optional<URI> chat() {
        return bot.map(known -> URI.create(linkUrl + "/" + known.username()));
    }
}
