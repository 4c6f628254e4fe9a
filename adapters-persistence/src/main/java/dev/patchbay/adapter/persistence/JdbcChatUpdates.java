package dev.patchbay.adapter.persistence;

import dev.patchbay.domain.chat.BotId;
import dev.patchbay.domain.chat.Outgoing;
import dev.patchbay.port.chat.ChatUpdates;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@Singleton
final class JdbcChatUpdates implements ChatUpdates {

    private static final String BEGIN = """
        INSERT INTO chat_update (holder, claimed_at, claimed_until, bot, update_id) VALUES (?, ?, ?, ?, ?)
        """;

    private static final String TAKE_OVER = """
        UPDATE chat_update SET holder = ?, claimed_at = ?, claimed_until = ?
        WHERE bot = ? AND update_id = ? AND done_at IS NULL AND claimed_until <= ?
        """;

    private static final String DONE_AT = "SELECT done_at FROM chat_update WHERE bot = ? AND update_id = ?";

    private static final String DONE = """
        UPDATE chat_update SET done_at = ? WHERE bot = ? AND update_id = ? AND holder = ? AND done_at IS NULL
        """;

    /** One statement, so that no claim comes between its halves. */
    private static final String OFFSET = """
        SELECT (SELECT MIN(update_id) FROM chat_update WHERE bot = ? AND done_at IS NULL),
               (SELECT MAX(update_id) FROM chat_update WHERE bot = ?)
        """;

    private static final String PURGE_DONE = "DELETE FROM chat_update WHERE done_at < ? LIMIT 1000";

    private static final String PURGE_LEFT =
            "DELETE FROM chat_update WHERE done_at IS NULL AND claimed_at < ? LIMIT 1000";

    private final Database database;

    JdbcChatUpdates(Database database) {
        this.database = database;
    }

    @Override
    public Claimed claim(BotId bot, long updateId, UUID holder, Instant now, Instant until) {
        // Once more when the row was purged between two statements.
        while (true) {
            if (database.addsByHand(connection ->
                    Statements.update(connection, BEGIN, values -> bind(values, bot, updateId, holder, now, until)))) {
                return Claimed.MINE;
            }
            if (database.byHand(connection -> Statements.update(
                            connection, TAKE_OVER, values -> bind(values, bot, updateId, holder, now, until)
                                    .time(now)))
                    > 0) {
                return Claimed.MINE_AGAIN;
            }
            Optional<Claimed> met = database.byHand(connection -> Statements.one(
                    connection,
                    DONE_AT,
                    values -> values.number(bot.value()).number(updateId),
                    row -> Columns.time(row, 1).isPresent() ? Claimed.DONE : Claimed.BUSY));
            if (met.isPresent()) {
                return met.get();
            }
        }
    }

    private static Parameters bind(Parameters values, BotId bot, long updateId, UUID holder, Instant now, Instant until)
            throws SQLException {
        return values.id(holder).time(now).time(until).number(bot.value()).number(updateId);
    }

    @Override
    public boolean done(BotId bot, long updateId, UUID holder, List<Outgoing> replies, Instant now) {
        return database.togetherByHand(connection -> done(connection, bot, updateId, holder, replies, now));
    }

    private static boolean done(
            Connection connection, BotId bot, long updateId, UUID holder, List<Outgoing> replies, Instant now)
            throws SQLException {
        boolean mine = Statements.update(connection, DONE, values -> values.time(now)
                        .number(bot.value())
                        .number(updateId)
                        .id(holder))
                > 0;
        if (mine) {
            for (Outgoing reply : replies) {
                boolean _ = OutboxRows.put(connection, reply);
            }
        }
        return mine;
    }

    @Override
    public long nextOffset(BotId bot) {
        return database.byHand(connection -> Statements.one(
                        connection,
                        OFFSET,
                        values -> values.number(bot.value()).number(bot.value()),
                        JdbcChatUpdates::offset))
                .orElse(0L);
    }

    private static long offset(ResultSet row) throws SQLException {
        long open = row.getLong(1);
        if (!row.wasNull()) {
            return open;
        }
        long done = row.getLong(2);
        return row.wasNull() ? 0 : done + 1;
    }

    @Override
    public int purge(Instant before) {
        return List.of(PURGE_DONE, PURGE_LEFT).stream()
                .mapToInt(sql -> database.byHand(
                        connection -> Statements.update(connection, sql, values -> values.time(before))))
                .sum();
    }
}
