package dev.patchbay.sandbox.telegram;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the bot asked of Telegram and what Telegram told the bot: the judge of a test. It holds what people were told,
 * and no token. Kept for the life of the sandbox. Safe for many threads.
 */
public final class BotLedger {
    private final List<Call> calls = new ArrayList<>();
    private final List<Delivered> deliveries = new ArrayList<>();

    BotLedger() {}

    /** How an update reached the bot. */
    public enum Way {
        /** Handed out by {@code getUpdates}. */
        POLL,
        /** Posted to the webhook. */
        WEBHOOK
    }

    /**
     * A call of the bot that was decided, whatever became of the answer.
     *
     * @param at when
     * @param method the method in lower case
     * @param chatId the chat that it was about; 0 if none
     * @param messageId the message that it made or changed; 0 if none
     * @param text the text that it brought, without markup if it was accepted; empty if none
     * @param status 200, or the error code
     * @param description why it was refused; empty if it was not
     */
    public record Call(
            Instant at, String method, long chatId, long messageId, String text, int status, String description) {}

    /**
     * An update on its way to the bot.
     *
     * @param at when the answer was known
     * @param updateId the update
     * @param way how
     * @param status the webhook's HTTP status; 200 for a poll, which has no answer but the next offset; 0 if there was none
     * @param method the method in the body of the webhook's answer, in lower case; empty if there was none
     */
    public record Delivered(Instant at, long updateId, Way way, int status, String method) {}

    synchronized void called(Call call) {
        calls.add(call);
    }

    synchronized void delivered(Delivered delivered) {
        deliveries.add(delivered);
    }

    /** All calls that were decided, oldest first. */
    public synchronized List<Call> calls() {
        return List.copyOf(calls);
    }

    /** The calls of this method, in any case of letters, oldest first. */
    public synchronized List<Call> calls(String method) {
        String wanted = method.toLowerCase(Locale.ROOT);
        return calls.stream().filter(call -> call.method().equals(wanted)).toList();
    }

    /** The messages that were sent, oldest first; those refused are not among them. */
    public List<Call> sends() {
        return calls("sendmessage").stream()
                .filter(call -> call.status() == 200)
                .toList();
    }

    /** The messages that were sent to this chat, oldest first. */
    public List<Call> sendsTo(long chatId) {
        return sends().stream().filter(call -> call.chatId() == chatId).toList();
    }

    /** How often a message with just this text was sent to this chat. */
    public int timesSent(long chatId, String text) {
        return (int) sendsTo(chatId).stream()
                .filter(call -> call.text().equals(text))
                .count();
    }

    /** All deliveries, oldest first. */
    public synchronized List<Delivered> deliveries() {
        return List.copyOf(deliveries);
    }

    /** The deliveries of this update, oldest first. */
    public List<Delivered> deliveriesOf(long updateId) {
        return deliveries().stream()
                .filter(delivered -> delivered.updateId() == updateId)
                .toList();
    }
}
