package dev.patchbay.adapter.persistence;

import dev.patchbay.domain.chat.BotId;
import dev.patchbay.port.chat.BotDuty;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

@Singleton
final class JdbcBotDuty implements BotDuty {

    private static final String HOLD = """
        UPDATE chat_bot SET holder = ?, process = ?, held_until = ?
        WHERE bot = ? AND (holder IS NULL OR holder = ? OR held_until <= ?)
        """;

    private static final String FIRST = "INSERT INTO chat_bot (holder, process, held_until, bot) VALUES (?, ?, ?, ?)";

    private static final String LAST =
            "SELECT holder, process FROM chat_bot WHERE bot = ? AND holder IS NOT NULL AND process IS NOT NULL";

    private static final String RELEASE =
            "UPDATE chat_bot SET holder = NULL, process = NULL, held_until = NULL WHERE bot = ? AND holder = ?";

    private final Database database;

    JdbcBotDuty(Database database) {
        this.database = database;
    }

    @Override
    public boolean hold(BotId bot, Holder holder, Instant now, Instant until) {
        return database.changesByHand(HOLD, values -> bind(values, bot, holder, until)
                        .id(holder.id())
                        .time(now))
                || database.addsByHand(
                        connection -> Statements.update(connection, FIRST, values -> bind(values, bot, holder, until)));
    }

    private static Parameters bind(Parameters values, BotId bot, Holder holder, Instant until) throws SQLException {
        return values.id(holder.id()).text(holder.process()).time(until).number(bot.value());
    }

    @Override
    public Optional<Holder> holder(BotId bot) {
        return database.byHand(connection -> Statements.one(
                connection,
                LAST,
                values -> values.number(bot.value()),
                row -> new Holder(Columns.uuid(row.getBytes(1)), row.getString(2))));
    }

    @Override
    public void release(BotId bot, UUID holder) {
        int _ = database.byHand(connection -> Statements.update(
                connection, RELEASE, values -> values.number(bot.value()).id(holder)));
    }
}
