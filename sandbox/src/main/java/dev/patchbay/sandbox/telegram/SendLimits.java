package dev.patchbay.sandbox.telegram;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Telegram's limits for sending (core.telegram.org/bots/faq): one message a second in a chat, twenty a minute in a group,
 * thirty a second over all. Off until told, and without the short bursts that Telegram lets pass. Guarded by the cloud's
 * lock, save the switch.
 */
final class SendLimits {
    private static final long EVERYWHERE = 0;
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Map<Long, Deque<Instant>> sent = new HashMap<>();
    private volatile boolean enforced;

    void enforce(boolean changed) {
        enforced = changed;
    }

    boolean enforced() {
        return enforced;
    }

    /** Counts a message to this chat, or refuses it with 429. */
    void take(Chat chat, Instant now) {
        if (!enforced) {
            return;
        }
        check(sentTo(chat.id), 1, SECOND, now);
        if (chat.kind != Chat.Kind.PRIVATE) {
            check(sentTo(chat.id), 20, MINUTE, now);
        }
        check(sentTo(EVERYWHERE), 30, SECOND, now);
        note(sentTo(chat.id), now);
        note(sentTo(EVERYWHERE), now);
    }

    private Deque<Instant> sentTo(long chat) {
        return sent.computeIfAbsent(chat, id -> new ArrayDeque<>());
    }

    private static void note(Deque<Instant> times, Instant now) {
        times.addLast(now);
        while (times.getFirst().isBefore(now.minus(MINUTE))) {
            times.removeFirst();
        }
    }

    private static void check(Deque<Instant> times, int most, Duration in, Instant now) {
        Instant since = now.minus(in);
        long inTime = times.stream().filter(time -> time.isAfter(since)).count();
        if (inTime < most) {
            return;
        }
        Instant first = times.stream()
                .filter(time -> time.isAfter(since))
                .skip(inTime - most)
                .findFirst()
                .orElse(now);
        Duration left = Duration.between(since, first);
        throw BotRefusal.tooMany(Math.max(1, left.plusNanos(999_999_999).toSeconds()));
    }
}
