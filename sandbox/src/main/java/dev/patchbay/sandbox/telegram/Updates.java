package dev.patchbay.sandbox.telegram;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The updates that wait for the bot, at most a day. They are numbered on from the second in which the sandbox started,
 * so that numbers go up over restarts as they do at Telegram. Safe for many threads; calls nobody while it holds its lock.
 */
final class Updates {
    private static final Duration KEPT = Duration.ofHours(24);
    private static final Set<String> ONLY_ON_REQUEST =
            Set.of("chat_member", "message_reaction", "message_reaction_count");
    /** Offsets further ahead than this are from elsewhere, and confirm nothing. */
    private static final long FARTHEST_AHEAD = 10;

    private final Clock clock;
    private final List<Update> pending = new ArrayList<>();
    private final List<Update> echoes = new ArrayList<>();
    private final List<Update> all = new ArrayList<>();
    private Set<String> allowed = Set.of();
    private @Nullable Poll waiting;
    private long next;
    private boolean held;
    private int times = 1;

    /** A poll that waits, until it is ended. */
    private static final class Poll {
        private @Nullable String ending;
    }

    Updates(Clock clock) {
        this.clock = clock;
        this.next = clock.instant().getEpochSecond();
    }

    /** An update that came about now; empty if the bot did not ask for its kind. */
    synchronized OptionalLong add(String type, long lane, Map<String, @Nullable Object> content) {
        if (allowed.isEmpty() ? ONLY_ON_REQUEST.contains(type) : !allowed.contains(type)) {
            return OptionalLong.empty();
        }
        Update update = new Update(next++, clock.instant(), type, lane, content);
        pending.add(update);
        all.add(update);
        notifyAll();
        return OptionalLong.of(update.id());
    }

    /** The kinds of update that the bot asks for from now on; none means the usual ones. */
    synchronized void allow(Set<String> types) {
        allowed = Set.copyOf(types);
    }

    synchronized Set<String> allowed() {
        return allowed;
    }

    /** Everything that waits and may be delivered now, in the order of delivery. */
    synchronized List<Update> deliverable() {
        forgetTheOld();
        return held ? List.of() : List.copyOf(pending);
    }

    synchronized int count() {
        forgetTheOld();
        return pending.size();
    }

    synchronized void forget(long id) {
        pending.removeIf(update -> update.id() == id);
    }

    synchronized void drop() {
        pending.clear();
        echoes.clear();
    }

    synchronized Optional<Update> find(long id) {
        return all.stream().filter(update -> update.id() == id).findFirst();
    }

    private void forgetTheOld() {
        Instant oldest = clock.instant().minus(KEPT);
        pending.removeIf(update -> !update.at().isAfter(oldest));
    }

    /**
     * Answers a poll: confirms what lies before the offset and waits for more.
     *
     * @throws BotRefusal 409 if another poll comes while this one waits, or a webhook is set
     */
    synchronized List<Update> poll(long offset, int limit, Duration patience) throws InterruptedException {
        confirm(offset);
        long deadline = System.nanoTime() + patience.toNanos();
        List<Update> batch = batch(limit);
        if (!batch.isEmpty() || patience.isZero()) {
            return batch;
        }
        end("terminated by other getUpdates request; make sure that only one bot instance is running");
        Poll me = new Poll();
        waiting = me;
        try {
            while (batch.isEmpty()) {
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return batch;
                }
                wait(left);
                if (me.ending != null) {
                    throw BotRefusal.conflict(me.ending);
                }
                batch = batch(limit);
            }
            return batch;
        } finally {
            if (waiting == me) {
                waiting = null;
            }
        }
    }

    /** Ends the poll that waits, if there is one. */
    synchronized void end(String why) {
        if (waiting != null) {
            waiting.ending = why;
            waiting = null;
            notifyAll();
        }
    }

    private void confirm(long offset) {
        if (offset < 0) {
            while (pending.size() > -offset) {
                pending.removeFirst();
            }
        } else if (offset <= next + FARTHEST_AHEAD) {
            List<Update> confirmed =
                    pending.stream().filter(update -> update.id() < offset).toList();
            pending.removeAll(confirmed);
            for (int i = 1; i < times; i++) {
                echoes.addAll(confirmed);
            }
        }
    }

    private List<Update> batch(int limit) {
        forgetTheOld();
        if (held) {
            return List.of();
        }
        List<Update> batch = new ArrayList<>(echoes);
        batch.addAll(pending);
        batch = new ArrayList<>(batch.subList(0, Math.min(limit, batch.size())));
        echoes.subList(0, Math.min(batch.size(), echoes.size())).clear();
        return batch;
    }

    synchronized void hold() {
        held = true;
    }

    synchronized void release(boolean reversed) {
        held = false;
        if (reversed) {
            Collections.reverse(pending);
        }
        notifyAll();
    }

    synchronized void repeatEach(int changed) {
        times = changed;
    }

    synchronized int times() {
        return times;
    }

    /** Hands an update out once more with the next poll. */
    synchronized void echo(Update update) {
        echoes.add(update);
        notifyAll();
    }
}
