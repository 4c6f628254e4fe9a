package dev.patchbay.adapter.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.domain.chat.BotId;
import dev.patchbay.port.SecretSource;
import dev.patchbay.port.StoreUnavailable;
import dev.patchbay.port.chat.ChatUpdates;
import dev.patchbay.port.chat.ChatUpdates.Claimed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.Update;

/**
 * Takes updates in, each once, however often and in whatever order they come: it is claimed, answered, and marked as done together with its
 * replies. Whoever dies in between leaves a claim that runs out, and the update is delivered again. Safe for many threads.
 */
final class Inbox {
    /** Longer than an exchange with a platform takes; and how long somebody waits after a crash. */
    static final Duration CLAIM = Duration.ofSeconds(60);

    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

    private final BotId bot;
    private final String username;
    private final ChatUpdates updates;
    private final Listener listener;
    private final Consumer<Turn> afterwards;
    private final SecretSource secrets;
    private final Clock clock;

    /** @param afterwards is told what was kept, to have it sent */
    Inbox(
            TelegramSettings.Bot bot,
            ChatUpdates updates,
            Listener listener,
            Consumer<Turn> afterwards,
            SecretSource secrets,
            Clock clock) {
        this.bot = bot.id();
        this.username = bot.username();
        this.updates = updates;
        this.listener = listener;
        this.afterwards = afterwards;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * An update that is ours to answer.
     *
     * @param again whether somebody left it half answered
     */
    record Ticket(long id, UUID holder, Incoming incoming, boolean again) {}

    /** What became of asking for an update. @param ticket present exactly when it is ours */
    record Asked(Claimed claimed, Optional<Ticket> ticket) {}

    /**
     * Claims an update. What has no number is none, and done.
     *
     * @throws StoreUnavailable when the store does not answer; then it is to be delivered again
     */
    Asked claim(JsonNode json) {
        JsonNode number = json.path("update_id");
        if (!number.isIntegralNumber() || !number.canConvertToLong()) {
            return new Asked(Claimed.DONE, Optional.empty());
        }
        UUID holder = secrets.nextId();
        Instant now = clock.instant();
        Claimed claimed = updates.claim(bot, number.asLong(), holder, now, now.plus(CLAIM));
        return new Asked(
                claimed,
                switch (claimed) {
                    case MINE -> Optional.of(new Ticket(number.asLong(), holder, incoming(json), false));
                    case MINE_AGAIN -> Optional.of(new Ticket(number.asLong(), holder, incoming(json), true));
                    case DONE, BUSY -> Optional.empty();
                });
    }

    private Incoming incoming(JsonNode json) {
        Optional<Update> update = BotJson.update(json);
        if (update.isEmpty()) {
            LOG.warn("an update of Telegram's could not be read, and is left out");
        }
        return update.map(read -> Incoming.of(read, username)).orElseGet(Incoming.Nothing::new);
    }

    /** Answers a claimed update. @throws StoreUnavailable when the store does not answer; then it is to be delivered again */
    void answer(Ticket ticket) {
        Turn turn = turn(ticket);
        if (updates.done(bot, ticket.id(), ticket.holder(), turn.replies(), clock.instant())) {
            afterwards.accept(turn);
        }
    }

    /** An update on which we fail for a reason of our own would fail for ever. */
    private Turn turn(Ticket ticket) {
        try {
            return listener.hear(ticket.incoming(), ticket.again());
        } catch (StoreUnavailable outage) {
            throw outage;
        } catch (RuntimeException defect) {
            LOG.error("an update of Telegram's could not be answered", defect);
            return Turn.nothing();
        }
    }
}
