package dev.patchbay.sandbox.telegram;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The methods by which the bot gets its updates: polling, or a webhook. */
final class UpdateMethods {
    private static final Set<String> KNOWN = Set.of(
            "message",
            "edited_message",
            "channel_post",
            "edited_channel_post",
            "callback_query",
            "inline_query",
            "my_chat_member",
            "chat_member",
            "message_reaction",
            "message_reaction_count");
    private static final int LONGEST_POLL = 50;

    private final Updates updates;
    private final Webhook webhook;
    private final BotLedger ledger;
    private final Cloud cloud;

    UpdateMethods(Updates updates, Webhook webhook, BotLedger ledger, Cloud cloud) {
        this.updates = updates;
        this.webhook = webhook;
        this.ledger = ledger;
        this.cloud = cloud;
    }

    Done getUpdates(BotCall call) {
        if (webhook.isSet()) {
            throw BotRefusal.conflict("can't use getUpdates method while webhook is active; use deleteWebhook to delete"
                    + " the webhook first");
        }
        allow(call);
        try {
            List<Update> batch = updates.poll(
                    call.number("offset").orElse(0),
                    call.number("limit", 100, 1, 100),
                    Duration.ofSeconds(call.number("timeout", 0, 0, LONGEST_POLL)));
            batch.forEach(update ->
                    ledger.delivered(new BotLedger.Delivered(cloud.now(), update.id(), BotLedger.Way.POLL, 200, "")));
            return Done.with(batch.stream().map(Update::json).toList());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw BotRefusal.of(500, "Internal Server Error: restart");
        }
    }

    Done setWebhook(BotCall call) {
        String url = call.text("url");
        if (url.isEmpty()) {
            return deleteWebhook(call);
        }
        Webhook.Target target =
                Webhook.Target.of(url, call.text("secret_token"), call.number("max_connections", 40, 1, 100));
        allow(call);
        if (call.flag("drop_pending_updates")) {
            updates.drop();
        } else if (webhook.isSetTo(target)) {
            return Done.yes("Webhook is already set");
        }
        webhook.set(target);
        updates.end("terminated by setWebhook request");
        return Done.yes("Webhook was set");
    }

    Done deleteWebhook(BotCall call) {
        boolean was = webhook.isSet();
        webhook.unset();
        if (call.flag("drop_pending_updates")) {
            updates.drop();
        }
        return Done.yes(was ? "Webhook was deleted" : "Webhook is already deleted");
    }

    Done webhookInfo() {
        Map<String, @Nullable Object> info = webhook.info();
        info.put("pending_update_count", updates.count());
        if (!updates.allowed().isEmpty()) {
            info.put("allowed_updates", List.copyOf(updates.allowed()));
        }
        return Done.with(info);
    }

    /** A list that is missing, or no list, keeps what was; a list without a known kind means the usual kinds. */
    private void allow(BotCall call) {
        Object given = call.arguments().get("allowed_updates");
        if (given == null || given.toString().isBlank()) {
            return;
        }
        List<?> types;
        try {
            types = call.list("allowed_updates", "no list").orElse(List.of());
        } catch (BotRefusal e) {
            return;
        }
        Set<String> wanted = new LinkedHashSet<>();
        for (Object type : types) {
            wanted.add(String.valueOf(type).toLowerCase(Locale.ROOT));
        }
        wanted.retainAll(KNOWN);
        updates.allow(wanted);
    }
}
