package dev.patchbay.adapter.persistence;

import dev.patchbay.domain.chat.ChatSignIn;
import dev.patchbay.domain.chat.ChatUser;
import dev.patchbay.domain.vault.Fingerprint;
import dev.patchbay.port.chat.ChatSignIns;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@Singleton
final class JdbcChatSignIns implements ChatSignIns {

    private static final String INSERT = """
        INSERT INTO chat_sign_in (state_hash, code_hash, cookie_hash, number, device, expires_at) VALUES (?, ?, ?, ?, ?, ?)
        """;

    private static final String ANY =
            "SELECT state_hash, code_hash, cookie_hash, number, device, user_id, said, expires_at FROM chat_sign_in"
                    + " WHERE ";

    private static final String LAST_OPENED =
            "SELECT COALESCE(MAX(opened_no), 0) FROM chat_sign_in WHERE user_id = ? AND said IS NULL";

    private static final String OPEN = """
        UPDATE chat_sign_in SET user_id = ?, opened_no = GREATEST(opened_no + 1, ?)
        WHERE code_hash = ? AND (user_id IS NULL OR user_id = ?) AND said IS NULL AND expires_at > ?
        """;

    private static final String OPENED_BEFORE = """
        SELECT state_hash, opened_no FROM chat_sign_in WHERE user_id = ? AND said IS NULL
        ORDER BY opened_no DESC, state_hash DESC LIMIT 1000 OFFSET 1
        """;

    private static final String DROP_ONE =
            "DELETE FROM chat_sign_in WHERE state_hash = ? AND user_id = ? AND said IS NULL AND opened_no = ?";

    private static final String DROP = "DELETE FROM chat_sign_in WHERE user_id = ? AND said IS NULL";

    private static final String ANSWER = """
        UPDATE chat_sign_in SET said = ?, expires_at = ?
        WHERE state_hash = ? AND user_id = ? AND said IS NULL AND expires_at > ?
        """;

    private static final String TAKE =
            "DELETE FROM chat_sign_in WHERE state_hash = ? AND said IS NOT NULL AND expires_at > ?";

    private static final String PURGE = "DELETE FROM chat_sign_in WHERE expires_at < ? LIMIT 1000";

    private final Database database;

    private record Opened(Fingerprint state, long number) {}

    JdbcChatSignIns(Database database) {
        this.database = database;
    }

    @Override
    public void put(ChatSignIn signIn) {
        boolean added = database.addsByHand(
                connection -> Statements.update(connection, INSERT, values -> values.hash(signIn.state())
                        .hash(signIn.code())
                        .maybeHash(signIn.flowCookie().orElse(null))
                        .number(signIn.number())
                        .text(signIn.device())
                        .time(signIn.expiresAt())));
        if (!added) {
            throw new IllegalStateException("the store has one with that state or code already");
        }
    }

    /**
     * Each who opens one closes, once that is committed, all but the last opened: of several at once, whoever comes to it last sees
     * all the others. A lock would need a row that every user has.
     */
    @Override
    public Optional<ChatSignIn> open(Fingerprint code, ChatUser user, Instant now) {
        long number = 1
                + database.byHand(connection -> Statements.all(
                                connection, LAST_OPENED, values -> values.number(user.value()), row -> row.getLong(1)))
                        .getFirst();
        boolean opened = database.changesByHand(OPEN, values -> values.number(user.value())
                .number(number)
                .hash(code)
                .number(user.value())
                .time(now));
        if (!opened) {
            return Optional.empty();
        }
        List<Opened> before = database.byHand(connection -> Statements.all(
                connection,
                OPENED_BEFORE,
                values -> values.number(user.value()),
                row -> new Opened(Fingerprint.stored(row.getBytes(1)), row.getLong(2))));
        for (Opened other : before) {
            // Not one that is opened again meanwhile: the highest number ever given stays, so never all of them end.
            boolean _ = database.changesByHand(
                    DROP_ONE,
                    values -> values.hash(other.state()).number(user.value()).number(other.number()));
        }
        return found("code_hash = ?", values -> values.hash(code));
    }

    @Override
    public Optional<ChatSignIn> answer(ChatUser user, int said, Instant now, Instant keepUntil) {
        return found(
                        "user_id = ? AND said IS NULL ORDER BY opened_no DESC, state_hash DESC",
                        values -> values.number(user.value()))
                .filter(one -> database.changesByHand(ANSWER, values -> values.number(said)
                        .time(keepUntil)
                        .hash(one.state())
                        .number(user.value())
                        .time(now)))
                .map(one -> one.answered(said, keepUntil));
    }

    @Override
    public void drop(ChatUser user) {
        boolean _ = database.changesByHand(DROP, values -> values.number(user.value()));
    }

    @Override
    public Optional<ChatSignIn> find(Fingerprint state, Instant now) {
        return found("state_hash = ? AND expires_at > ?", values -> values.hash(state)
                .time(now));
    }

    @Override
    public Optional<ChatSignIn> take(Fingerprint state, Instant now) {
        return find(state, now)
                .filter(ChatSignIn::isAnswered)
                .filter(one -> database.changesByHand(
                        TAKE, values -> values.hash(state).time(now)));
    }

    private Optional<ChatSignIn> found(String which, Statements.Binding binding) {
        return database.byHand(connection -> one(connection, which, binding));
    }

    private static Optional<ChatSignIn> one(Connection connection, String which, Statements.Binding binding)
            throws SQLException {
        return Statements.one(connection, ANY + which, binding, JdbcChatSignIns::read);
    }

    private static ChatSignIn read(ResultSet row) throws SQLException {
        return new ChatSignIn(
                Fingerprint.stored(row.getBytes(2)),
                Fingerprint.stored(row.getBytes(1)),
                Optional.ofNullable(row.getBytes(3)).map(Fingerprint::stored),
                row.getInt(4),
                row.getString(5),
                Optional.ofNullable(row.getObject(6, Long.class)).map(ChatUser::new),
                Optional.ofNullable(row.getObject(7, Integer.class)),
                Columns.time(row, 8).orElseThrow());
    }

    @Override
    public int purge(Instant before) {
        return database.byHand(connection -> Statements.update(connection, PURGE, values -> values.time(before)));
    }
}
