package dev.patchbay.adapter.telegram;

import dev.patchbay.domain.chat.BotId;
import dev.patchbay.port.chat.BotDuty;
import dev.patchbay.port.chat.BotDuty.Holder;
import dev.patchbay.port.connection.Presence;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Whether this process is the one that polls and sends. Safe for many threads. */
final class Duty {
    /** Longer than a long poll, so that no other begins while one is under way. */
    static final Duration TERM = Duration.ofSeconds(45);

    private static final Duration ASK_EVERY = Duration.ofSeconds(10);

    private final BotDuty duty;
    private final BotId bot;
    private final Holder me;
    private final Presence presence;
    private final Clock clock;
    private Instant fresh = Instant.MIN;
    private boolean over;

    Duty(BotDuty duty, BotId bot, UUID id, Presence presence, Clock clock) {
        this.duty = duty;
        this.bot = bot;
        this.me = new Holder(id, presence.me());
        this.presence = presence;
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
        boolean ours = hold(now) || (freedFromTheDead() && hold(now));
        fresh = ours ? now.plus(ASK_EVERY) : Instant.MIN;
        return ours;
    }

    private boolean hold(Instant now) {
        return duty.hold(bot, me, now, now.plus(TERM));
    }

    /** A process that was killed gives nothing up. Whether it hangs or was killed nobody has to guess: presence is known. */
    private boolean freedFromTheDead() {
        Optional<Holder> dead = duty.holder(bot).filter(other -> presence.isGone(other.process()));
        dead.ifPresent(other -> duty.release(bot, other.id()));
        return dead.isPresent();
    }

    /** For good: this process stops. */
    synchronized void end() {
        over = true;
        duty.release(bot, me.id());
    }
}
