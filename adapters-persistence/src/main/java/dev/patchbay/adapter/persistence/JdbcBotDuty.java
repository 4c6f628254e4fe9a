package dev.patchbay.adapter.persistence;

import dev.patchbay.domain.chat.BotId;
import dev.patchbay.port.chat.BotDuty;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;

@Singleton
final class JdbcBotDuty implements BotDuty {

    private static final String HOLD = """
        UPDATE chat_bot SET holder = ?, held_until = ?
        WHERE bot = ? AND (holder IS NULL OR holder = ? OR held_until <= ?)
        """;

    private static final String FIRST = "INSERT INTO chat_bot (holder, held_until, bot) VALUES (?, ?, ?)";

    private static final String RELEASE =
            "UPDATE chat_bot SET holder = NULL, held_until = NULL WHERE bot = ? AND holder = ?";

    private final Database database;

    JdbcBotDuty(Database database) {
        this.database = database;
    }

    @Override
    public boolean hold(BotId bot, UUID holder, Instant now, Instant until) {
        return database.byHand(connection -> Statements.update(connection, HOLD, values -> values.id(holder)
                                .time(until)
                                .number(bot.value())
                                .id(holder)
                                .time(now)))
                        > 0
                || database.addsByHand(connection -> Statements.update(connection, FIRST, values -> values.id(holder)
                        .time(until)
                        .number(bot.value())));
    }

    @Override
    public void release(BotId bot, UUID holder) {
        int _ = database.byHand(connection -> Statements.update(
                connection, RELEASE, values -> values.number(bot.value()).id(holder)));
    }
}
