package dev.patchbay.adapter.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.domain.chat.BotId;
import dev.patchbay.port.Background;
import dev.patchbay.port.Pause;
import dev.patchbay.port.StoreUnavailable;
import dev.patchbay.port.chat.ChatUpdates;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;

/**
 * Asks Telegram for updates, in the one process that has the duty. Asking from an offset confirms everything before it, so the offset is read
 * from what is done.
 */
final class Polling {
    /** The kinds of updates that mean something here. */
    static final List<String> KINDS = List.of("message", "callback_query", "my_chat_member");

    private static final Logger LOG = LoggerFactory.getLogger(Polling.class);

    private static final Duration LONG_POLL = Duration.ofSeconds(20);
    private static final Duration WITHIN = Duration.ofSeconds(30);
    private static final int AT_ONCE = 100;
    private static final int ANSWER = 8 * 1024 * 1024;
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(3);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final BotId bot;
    private final BotApi api;
    private final ChatUpdates updates;
    private final Inbox inbox;
    private final Duty duty;
    private final Runnable conflict;
    private final Background background;
    private final Pause pause;
    private volatile boolean stopped;

    /** @param conflict what to do when somebody else gets the updates */
    Polling(
            BotId bot,
            BotApi api,
            ChatUpdates updates,
            Inbox inbox,
            Duty duty,
            Runnable conflict,
            Background background,
            Pause pause) {
        this.bot = bot;
        this.api = api;
        this.updates = updates;
        this.inbox = inbox;
        this.duty = duty;
        this.conflict = conflict;
        this.background = background;
        this.pause = pause;
    }

    /** Goes on as long as the duty is ours and Telegram answers. @throws StoreUnavailable when the store does not */
    void poll() {
        boolean goOn = true;
        while (goOn && !stopped && duty.isOurs()) {
            goOn = pollOnce();
        }
    }

    void stop() {
        stopped = true;
    }

    private boolean pollOnce() {
        var call = BotCall.of(GetUpdates.builder()
                .offset(Math.toIntExact(updates.nextOffset(bot)))
                .limit(AT_ONCE)
                .timeout((int) LONG_POLL.toSeconds())
                .allowedUpdates(KINDS)
                .build());
        BotAnswer answer = api.call(call, WITHIN, ANSWER);
        if (stopped) {
            return false;
        }
        return switch (answer) {
            case BotAnswer.Ok(var result) -> take(result);
            case BotAnswer.Throttled(var retryAfter) -> wait(retryAfter.compareTo(LONGEST) < 0 ? retryAfter : LONGEST);
            case BotAnswer.Refused(var code, var why) -> refused(code, why);
            case BotAnswer.Unavailable unavailable -> wait(AFTER_TROUBLE);
            case BotAnswer.Migrated migrated -> wait(AFTER_TROUBLE);
        };
    }

    private boolean refused(int code, BotAnswer.Why why) {
        if (why == BotAnswer.Why.CONFLICT) {
            LOG.warn("somebody else gets the updates of this bot: another installation with its token, or a webhook");
            conflict.run();
            return wait(AFTER_TROUBLE);
        }
        LOG.error("Telegram refuses to give updates ({}, {}); is TELEGRAM_BOT_TOKEN still good?", code, why);
        return wait(LONGEST);
    }

    private boolean wait(Duration time) {
        pause.lasting(time);
        return false;
    }

    /**
     * All are claimed in order before the first is answered: an update behind one that was neither claimed nor done must not move the
     * offset past it.
     */
    private boolean take(JsonNode result) {
        Map<Long, List<Inbox.Ticket>> byChat = new LinkedHashMap<>();
        boolean storeAnswers = true;
        for (JsonNode json : result) {
            try {
                Inbox.Asked asked = inbox.claim(json);
                asked.ticket().ifPresent(ticket -> byChat.computeIfAbsent(
                                Incoming.chatOf(ticket.incoming()), chat -> new ArrayList<>())
                        .add(ticket));
            } catch (StoreUnavailable outage) {
                storeAnswers = false;
                break;
            }
        }
        answer(byChat);
        if (!storeAnswers) {
            return wait(AFTER_TROUBLE);
        }
        // Not at once when nothing was there, or nothing that is ours: whoever calls has a pace.
        return !byChat.isEmpty();
    }

    /** In order within a chat; chats do not wait for one another. */
    private void answer(Map<Long, List<Inbox.Ticket>> byChat) {
        List<CompletableFuture<?>> underWay = new ArrayList<>();
        for (List<Inbox.Ticket> tickets : byChat.values()) {
            CompletableFuture<?> done = new CompletableFuture<>();
            underWay.add(done);
            background.start(() -> {
                try {
                    tickets.forEach(inbox::answer);
                } catch (StoreUnavailable outage) {
                    LOG.warn("the store does not answer; updates of a chat are answered later");
                } finally {
                    done.complete(null);
                }
            });
        }
        background.await(CompletableFuture.allOf(underWay.toArray(CompletableFuture[]::new)), Inbox.CLAIM);
    }
}
