package dev.patchbay.sandbox.telegram;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The presses of buttons, and what the bot answered. Safe for many threads. */
final class Queries {
    /** Telegram does not publish after what time a query is too old; people have stopped looking by then. */
    private static final Duration LIFE = Duration.ofMinutes(5);

    private record Query(Instant at, @Nullable PressAnswer answer) {}

    private final Map<String, Query> queries = new HashMap<>();

    synchronized void pressed(String id, Instant now) {
        queries.put(id, new Query(now, null));
    }

    Done answer(BotCall call, Instant now) {
        if (call.text("text").length() > 200) {
            throw BotRefusal.bad("MESSAGE_TOO_LONG");
        }
        PressAnswer answer = new PressAnswer(call.text("text"), call.flag("show_alert"), call.text("url"));
        synchronized (this) {
            String id = call.text("callback_query_id");
            Query query = queries.get(id);
            if (query == null || query.at().plus(LIFE).isBefore(now)) {
                throw BotRefusal.bad("query is too old and response timeout expired or query ID is invalid");
            }
            queries.put(id, new Query(query.at(), answer));
            notifyAll();
        }
        return new Done(true, "", 0, 0, answer.text());
    }

    /** Waits for the answer to a press; empty if time ran out. */
    synchronized Optional<PressAnswer> await(String id, Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (true) {
            Optional<PressAnswer> answer = Optional.ofNullable(queries.get(id)).map(Query::answer);
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (answer.isPresent() || left <= 0) {
                return answer;
            }
            wait(left);
        }
    }
}
