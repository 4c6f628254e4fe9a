package dev.patchbay.adapter.persistence;

import dev.patchbay.domain.chat.BotId;
import dev.patchbay.domain.chat.ChatUser;
import dev.patchbay.domain.chat.Outgoing;
import dev.patchbay.port.chat.ChatOutbox;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@Singleton
final class JdbcChatOutbox implements ChatOutbox {

    private static final int MOST = 500;

    private static final String DUE = "SELECT " + OutboxRows.COLUMNS + """
         FROM chat_outbox o LEFT JOIN chat c ON c.user_id = o.user_id
        WHERE o.not_before <= ? AND o.expires_at > ? AND c.muted_since IS NULL
          AND NOT EXISTS (SELECT 1 FROM chat_outbox e
                          WHERE e.user_id = o.user_id AND e.seq < o.seq AND e.expires_at > ?)
        ORDER BY o.seq LIMIT ?
        """;

    private static final String WAITING = "SELECT " + OutboxRows.COLUMNS + """
         FROM chat_outbox o WHERE o.user_id = ? AND o.expires_at > ? ORDER BY o.seq DESC LIMIT ?
        """;

    private static final String TAKE = "UPDATE chat_outbox SET tries = ?, not_before = ? WHERE id = ? AND tries = ?";

    private static final String LATER = "UPDATE chat_outbox SET not_before = ? WHERE id = ?";

    private static final String REMOVE = "DELETE FROM chat_outbox WHERE id = ?";

    private static final String PAUSE = """
        UPDATE chat_bot SET paused_until = ? WHERE bot = ? AND (paused_until IS NULL OR paused_until < ?)
        """;

    private static final String FIRST_PAUSE = "INSERT INTO chat_bot (bot, paused_until) VALUES (?, ?)";

    private static final String PAUSED = "SELECT paused_until FROM chat_bot WHERE bot = ?";

    private static final String PURGE = "DELETE FROM chat_outbox WHERE expires_at <= ? LIMIT 1000";

    private static final String PURGE_KEYS = "DELETE FROM chat_key WHERE expires_at < ? LIMIT 1000";

    private final Database database;

    JdbcChatOutbox(Database database) {
        this.database = database;
    }

    @Override
    public boolean put(Outgoing message) {
        return database.togetherByHand(connection -> OutboxRows.put(connection, message));
    }

    @Override
    public List<Outgoing> due(Instant now, int limit) {
        check(limit);
        return database.byHand(connection -> Statements.all(
                connection, DUE, values -> values.time(now).time(now).time(now).number(limit), OutboxRows::read));
    }

    @Override
    public List<Outgoing> waiting(ChatUser user, Instant now, int limit) {
        check(limit);
        return database.byHand(connection -> Statements.all(
                connection,
                WAITING,
                values -> values.number(user.value()).time(now).number(limit),
                OutboxRows::read));
    }

    private static void check(int limit) {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("the limit is 1 to " + MOST);
        }
    }

    @Override
    public boolean take(UUID id, int tries, Instant until) {
        return database.changesByHand(
                TAKE, values -> values.number(tries + 1L).time(until).id(id).number(tries));
    }

    @Override
    public void sent(UUID id) {
        boolean _ = database.changesByHand(REMOVE, values -> values.id(id));
    }

    @Override
    public void later(UUID id, Instant notBefore) {
        boolean _ =
                database.changesByHand(LATER, values -> values.time(notBefore).id(id));
    }

    @Override
    public void drop(UUID id) {
        sent(id);
    }

    /** Once more when another process made the bot's row in between. */
    @Override
    public void pauseAll(BotId bot, Instant until) {
        boolean _ = prolongs(bot, until)
                || database.addsByHand(
                        connection -> Statements.update(connection, FIRST_PAUSE, values -> values.number(bot.value())
                                .time(until)))
                || prolongs(bot, until);
    }

    private boolean prolongs(BotId bot, Instant until) {
        return database.changesByHand(
                PAUSE, values -> values.time(until).number(bot.value()).time(until));
    }

    @Override
    public Optional<Instant> pausedUntil(BotId bot) {
        return database.byHand(connection -> Statements.one(
                        connection, PAUSED, values -> values.number(bot.value()), row -> Columns.time(row, 1)))
                .flatMap(paused -> paused);
    }

    @Override
    public int purge(Instant now) {
        boolean _ = database.changesByHand(PURGE_KEYS, values -> values.time(now.minus(KEEP_KEYS)));
        return database.byHand(connection -> Statements.update(connection, PURGE, values -> values.time(now)));
    }
}
