package dev.patchbay.app.doctor;

import dev.patchbay.adapter.telegram.BotLook;
import dev.patchbay.adapter.telegram.BotStanding;
import dev.patchbay.adapter.telegram.BotStanding.Hook;
import dev.patchbay.adapter.telegram.TelegramSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Whether Telegram knows the bot, and where its updates go. */
final class TelegramCheck implements Check {
    private static final Duration RECENT = Duration.ofHours(1);
    private static final int MANY = 100;

    private final Patient patient;

    TelegramCheck(Patient patient) {
        this.patient = patient;
    }

    @Override
    public String name() {
        return "telegram";
    }

    @Override
    public List<Finding> look() {
        if (patient.hasProblemWith("TELEGRAM_BOT_TOKEN", "BOT_USERNAME", "TELEGRAM_API_URL", "TELEGRAM_MODE")) {
            return List.of(Finding.skipped(name(), "its settings cannot be used"));
        }
        TelegramSettings settings = patient.context().getBean(TelegramSettings.class);
        return switch (BotLook.look(settings, patient.baseUrl(), patient.http())) {
            case BotStanding.None() ->
                List.of(Finding.skipped(name(), "there is no bot: TELEGRAM_BOT_TOKEN is not set"));
            case BotStanding.Unanswered() ->
                List.of(Finding.warn(
                        name(),
                        "Telegram does not answer; the bot is silent until it does",
                        "see that this machine may call " + settings.apiUrl().getAuthority() + " (TELEGRAM_API_URL)"));
            case BotStanding.UnknownToken() ->
                List.of(Finding.fail(
                        name(),
                        "TELEGRAM_BOT_TOKEN is not accepted by Telegram",
                        "copy it again from BotFather (/token), or make a new one with /revoke"));
            case BotStanding.AnotherBot(String username) ->
                List.of(Finding.fail(
                        name(),
                        "TELEGRAM_BOT_TOKEN is the one of @" + username + ", which is not BOT_USERNAME",
                        "set BOT_USERNAME=" + username + ", or copy the token of the right bot from BotFather"));
            case BotStanding.Known(String username, var hook) -> {
                List<Finding> all = new ArrayList<>();
                all.add(Finding.ok(name(), "Telegram knows @" + username));
                hook.ifPresent(one -> all.addAll(updates(one)));
                yield all;
            }
        };
    }

    private List<Finding> updates(Hook hook) {
        List<Finding> all = new ArrayList<>();
        if (hook.isOurs()) {
            all.add(Finding.ok(
                    name(),
                    hook.ours().isPresent()
                            ? "updates are posted to " + hook.host().orElse("us")
                            : "updates are asked for"));
        } else if (hook.host().isPresent()) {
            all.add(Finding.warn(
                    name(),
                    "updates are posted to somebody else's webhook, at "
                            + hook.host().get()
                            + (hook.ours().isPresent() ? "" : ", although TELEGRAM_MODE is polling"),
                    "if another installation uses this bot, give each its own token; otherwise start this service,"
                            + " which takes the webhook over"));
        } else {
            all.add(Finding.warn(
                    name(),
                    "no webhook is set, although TELEGRAM_MODE is webhook",
                    "start the service, which sets it; if it runs, its log says what Telegram refuses"));
        }
        Instant now = patient.clock().instant();
        hook.lastErrorAt()
                .filter(at -> at.plus(RECENT).isAfter(now))
                .ifPresent(at -> all.add(Finding.warn(
                        name(),
                        "Telegram could not post an update at " + at + ": " + hook.lastError(),
                        "see that " + patient.baseUrl()
                                + "/telegram/webhook is reached from outside with a certificate that is"
                                + " trusted, or set TELEGRAM_MODE=polling")));
        if (hook.waiting() > MANY) {
            all.add(Finding.warn(
                    name(),
                    hook.waiting() + " updates wait at Telegram",
                    "they are answered when the service runs and is reached; Telegram keeps them for a day"));
        }
        return all;
    }
}
