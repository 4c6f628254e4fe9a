package dev.patchbay.adapter.persistence;

import dev.patchbay.domain.chat.ChatUser;
import dev.patchbay.domain.chat.Outgoing;
import dev.patchbay.domain.vault.SealedSecret;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Rows of {@code chat_outbox}, and of {@code chat_key}, which remembers more of them. */
final class OutboxRows {

    static final String COLUMNS = "o.id, o.user_id, o.name, o.body, o.repeatable, o.tries, o.not_before, o.expires_at";

    private static final String INSERT = """
        INSERT INTO chat_outbox (id, user_id, name, body, repeatable, tries, not_before, expires_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """;

    private static final String INSERT_KEY = "INSERT INTO chat_key (name, expires_at) VALUES (?, ?)";

    private OutboxRows() {}

    /** Inside a transaction, as it writes twice. @return false when the message's key was put before; nothing is written then */
    static boolean put(Connection connection, Outgoing message) throws SQLException {
        if (message.key().isPresent() && !isNewKey(connection, message.key().get(), message)) {
            return false;
        }
        Statements.update(connection, INSERT, values -> values.id(message.id())
                .number(message.to().value())
                .maybeExact(message.key().orElse(null))
                .sealed(message.body())
                .number(message.repeatable() ? 1 : 0)
                .number(message.tries())
                .time(message.notBefore())
                .time(message.expiresAt()));
        return true;
    }

    private static boolean isNewKey(Connection connection, String key, Outgoing message) throws SQLException {
        try {
            return Statements.update(
                            connection, INSERT_KEY, values -> values.exact(key).time(message.expiresAt()))
                    == 1;
        } catch (SQLException e) {
            if (SqlFailure.of(e) == SqlFailure.DUPLICATE) {
                return false;
            }
            throw e;
        }
    }

    /** In the order of {@link #COLUMNS}. */
    static Outgoing read(ResultSet row) throws SQLException {
        return new Outgoing(
                Columns.uuid(row.getBytes(1)),
                new ChatUser(row.getLong(2)),
                Optional.ofNullable(row.getBytes(3)).map(Columns::text),
                new SealedSecret(row.getBytes(4)),
                row.getBoolean(5),
                row.getInt(6),
                Columns.time(row, 7).orElseThrow(),
                Columns.time(row, 8).orElseThrow());
    }
}
