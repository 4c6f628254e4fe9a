package dev.patchbay.adapter.telegram;

import dev.patchbay.domain.chat.ChatUser;
import dev.patchbay.port.Monotonic;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * How fast Telegram lets a bot speak: about one message a second in a chat, and thirty in all. Safe for many threads.
 *
 * @see <a href="https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this">Limits</a>
 */
final class SendPace {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int IN_ALL = 30;

    private final Monotonic time;
    private final Deque<Duration> all = new ArrayDeque<>();
    private final Map<ChatUser, Duration> byChat = new HashMap<>();

    SendPace(Monotonic time) {
        this.time = time;
    }

    /** Counts one to that chat if there is room for it now. */
    synchronized boolean take(ChatUser to) {
        Duration now = time.reading();
        forget(now);
        if (all.size() >= IN_ALL || byChat.containsKey(to)) {
            return false;
        }
        all.addLast(now);
        byChat.put(to, now);
        return true;
    }

    private void forget(Duration now) {
        while (!all.isEmpty() && all.getFirst().plus(SECOND).compareTo(now) <= 0) {
            all.removeFirst();
        }
        byChat.values().removeIf(at -> at.plus(SECOND).compareTo(now) <= 0);
    }
}
