package dev.patchbay.adapter.telegram;

import dev.patchbay.domain.chat.BotId;
import dev.patchbay.port.chat.BotDuty;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Whether this process is the one that polls and sends. Safe for many threads. */
final class Duty {
    /** Longer than a long poll, so that no other begins while one is under way. */
    static final Duration TERM = Duration.ofSeconds(45);

    private static final Duration ASK_EVERY = Duration.ofSeconds(10);

    private final BotDuty duty;
    private final BotId bot;
    private final UUID me;
    private final Clock clock;
    private Instant fresh = Instant.MIN;
    private boolean over;

    Duty(BotDuty duty, BotId bot, UUID me, Clock clock) {
        this.duty = duty;
        this.bot = bot;
        this.me = me;
        this.clock = clock;
    }

    /** Takes the duty if it is free. @throws dev.patchbay.port.StoreUnavailable when nobody can say */
    synchronized boolean isOurs() {
        Instant now = clock.instant();
        if (over) {
            return false;
        }
        if (now.isBefore(fresh)) {
            return true;
        }
        boolean ours = duty.hold(bot, me, now, now.plus(TERM));
        fresh = ours ? now.plus(ASK_EVERY) : Instant.MIN;
        return ours;
    }

    /** For good: this process stops. */
    synchronized void end() {
        over = true;
        duty.release(bot, me);
    }
}
