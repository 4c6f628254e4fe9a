package dev.patchbay.adapter.telegram;

import dev.patchbay.domain.chat.BotId;
import dev.patchbay.domain.chat.Outgoing;
import dev.patchbay.port.Background;
import dev.patchbay.port.StoreUnavailable;
import dev.patchbay.port.chat.ChatOutbox;
import dev.patchbay.port.chat.Chats;
import dev.patchbay.port.vault.Opening;
import dev.patchbay.usecase.chat.SealMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what waits in the outbox, as fast as Telegram allows. Each message is taken first and noted as sent afterwards, so a process that dies
 * in between sends it once more at most. Safe for many threads.
 */
final class Sender {
    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

    private static final int AT_ONCE = 16;
    private static final int LOOK_AT = 100;

    /** Longer than a call takes. */
    private static final Duration TAKEN = Duration.ofSeconds(30);

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final Duration UNTIL_MENDED = Duration.ofMinutes(1);

    private final BotId bot;
    private final BotApi api;
    private final ChatOutbox outbox;
    private final Chats chats;
    private final SealMessage sealMessage;
    private final SendPace pace;
    private final Background background;
    private final Clock clock;
    private final Semaphore room = new Semaphore(AT_ONCE);

    Sender(
            BotId bot,
            BotApi api,
            ChatOutbox outbox,
            Chats chats,
            SealMessage sealMessage,
            SendPace pace,
            Background background,
            Clock clock) {
        this.bot = bot;
        this.api = api;
        this.outbox = outbox;
        this.chats = chats;
        this.sealMessage = sealMessage;
        this.pace = pace;
        this.background = background;
        this.clock = clock;
    }

    /** Begins to send what is due and has room; the rest is for the next time. @return whether there was something to send */
    boolean send() {
        Instant now = clock.instant();
        if (outbox.pausedUntil(bot).filter(now::isBefore).isPresent()) {
            return false;
        }
        boolean any = false;
        for (Outgoing message : outbox.due(now, LOOK_AT)) {
            if (!room.tryAcquire()) {
                return any;
            }
            boolean begun = false;
            try {
                begun = pace.take(message.to()) && outbox.take(message.id(), message.tries(), now.plus(TAKEN));
                if (begun) {
                    background.start(() -> sendOne(message));
                    any = true;
                }
            } finally {
                if (!begun) {
                    room.release();
                }
            }
        }
        return any;
    }

    private void sendOne(Outgoing message) {
        try {
            switch (sealMessage.open(message)) {
                case Opening.Opened(var body) ->
                    BotCall.parse(body)
                            .ifPresentOrElse(call -> settle(message, call, api.call(call)), () -> unusable(message));
                case Opening.Unreadable() -> unusable(message);
            }
        } catch (StoreUnavailable outage) {
            LOG.warn("what became of a message to a chat could not be noted; it is sent again if it was not");
        } finally {
            room.release();
        }
    }

    private void unusable(Outgoing message) {
        LOG.error("a message to a chat cannot be read, and is dropped");
        outbox.drop(message.id());
    }

    private void settle(Outgoing message, BotCall call, BotAnswer answer) {
        Instant now = clock.instant();
        switch (answer) {
            case BotAnswer.Ok ok -> outbox.sent(message.id());
            case BotAnswer.Refused(var code, var why) -> refused(message, call, code, why, now);
            case BotAnswer.Throttled(var retryAfter) -> {
                outbox.pauseAll(bot, now.plus(retryAfter));
                outbox.later(message.id(), now.plus(retryAfter));
            }
            case BotAnswer.Migrated(var chat) -> outbox.drop(message.id());
            case BotAnswer.Unavailable(var maybeProcessed) -> {
                if (maybeProcessed && !message.repeatable()) {
                    LOG.warn("nobody knows whether a message to a chat arrived; it is not sent again");
                    outbox.drop(message.id());
                } else {
                    outbox.later(message.id(), now.plus(backOff(message.tries())));
                }
            }
        }
    }

    private void refused(Outgoing message, BotCall call, int code, BotAnswer.Why why, Instant now) {
        switch (why) {
            case NOT_MODIFIED -> outbox.sent(message.id());
            case BLOCKED, GONE -> {
                chats.mute(message.to(), now);
                outbox.drop(message.id());
            }
            case UNAUTHORIZED, CONFLICT -> {
                LOG.error("Telegram does not accept TELEGRAM_BOT_TOKEN ({}); messages wait", code);
                outbox.later(message.id(), now.plus(UNTIL_MENDED));
            }
            case TOO_OLD, NOT_FOUND -> outbox.drop(message.id());
            case BAD_REQUEST -> {
                LOG.error("Telegram refuses {} ({}); the message is dropped", call, code);
                outbox.drop(message.id());
            }
        }
    }

    private static Duration backOff(int tries) {
        Duration wait = Duration.ofSeconds(1L << Math.min(tries, 10));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    /** A call that is tried once; what comes of it matters to nobody. */
    void aside(Optional<BotCall> call) {
        call.ifPresent(what -> background.start(() -> {
            if (api.call(what) instanceof BotAnswer.Unavailable) {
                LOG.debug("{} was not answered", what);
            }
        }));
    }
}
