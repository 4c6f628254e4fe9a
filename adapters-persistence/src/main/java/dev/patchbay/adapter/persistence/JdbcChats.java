package dev.patchbay.adapter.persistence;

import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.account.Language;
import dev.patchbay.domain.chat.Chat;
import dev.patchbay.domain.chat.ChatUser;
import dev.patchbay.domain.chat.Tries;
import dev.patchbay.port.chat.Chats;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@Singleton
final class JdbcChats implements Chats {

    private static final String ANY = "SELECT user_id, account_id, language, muted_since, since FROM chat WHERE ";

    private static final String INSERT =
            "INSERT INTO chat (user_id, account_id, language, muted_since, since) VALUES (?, ?, ?, ?, ?)";

    private static final String MOVE = "UPDATE chat SET account_id = ? WHERE user_id = ? AND account_id = ?";

    private static final String SPEAK = "UPDATE chat SET language = ? WHERE user_id = ?";

    private static final String MUTE = "UPDATE chat SET muted_since = ? WHERE user_id = ? AND muted_since IS NULL";

    private static final String UNMUTE = "UPDATE chat SET muted_since = NULL WHERE user_id = ?";

    private static final String TRIES = "SELECT tries, tried_at FROM chat WHERE user_id = ?";

    private static final String FIRST_TRY = "UPDATE chat SET tries = ?, tried_at = ? WHERE user_id = ? AND tries = 0";

    private static final String NEXT_TRY =
            "UPDATE chat SET tries = ?, tried_at = ? WHERE user_id = ? AND tries = ? AND tried_at = ?";

    /** MySQL sets one column after the other, and reads what it has set. */
    private static final String GIVE_BACK = """
        UPDATE chat SET tried_at = CASE WHEN tries > 1 THEN tried_at END, tries = tries - 1 WHERE user_id = ? AND tries > 0
        """;

    private static final String OTHER_WAYS_IN = """
        SELECT (SELECT COUNT(*) FROM sign_in_method WHERE account_id = ?)
             + (SELECT COUNT(*) FROM chat WHERE account_id = ? AND user_id <> ?)
        """;

    private static final String LEAVE = "DELETE FROM chat WHERE user_id = ? AND account_id = ?";

    private final Database database;
    private final AccountTable accounts;

    JdbcChats(Database database, AccountTable accounts) {
        this.database = database;
        this.accounts = accounts;
    }

    @Override
    public Optional<Chat> of(ChatUser user) {
        return database.byHand(connection -> Statements.one(
                connection, ANY + "user_id = ?", values -> values.number(user.value()), JdbcChats::read));
    }

    @Override
    public List<Chat> of(AccountId account) {
        return database.byHand(connection -> Statements.all(
                connection,
                ANY + "account_id = ? ORDER BY user_id",
                values -> values.text(account.value()),
                JdbcChats::read));
    }

    private static Chat read(ResultSet row) throws SQLException {
        return new Chat(
                new ChatUser(row.getLong(1)),
                new AccountId(row.getString(2)),
                Language.of(row.getString(3)),
                Columns.time(row, 4),
                Columns.time(row, 5).orElseThrow());
    }

    @Override
    public boolean open(Account account, Chat first) {
        if (!first.account().equals(account.id())) {
            throw new IllegalArgumentException("the first chat belongs to another account");
        }
        // A user who has a chat already is what the tables' own rules speak against: an account's id is random.
        return database.letsTogetherByHand(connection -> {
            accounts.insertTrail(account.id());
            accounts.insert(AccountRow.of(account));
            return insert(connection, first);
        });
    }

    @Override
    public boolean add(Chat chat) {
        return database.addsByHand(connection -> insert(connection, chat));
    }

    private static int insert(Connection connection, Chat chat) throws SQLException {
        return Statements.update(
                connection, INSERT, values -> values.number(chat.user().value())
                        .text(chat.account().value())
                        .text(chat.language().code())
                        .time(chat.mutedSince().orElse(null))
                        .time(chat.since()));
    }

    @Override
    public boolean move(ChatUser user, AccountId from, AccountId to) {
        return database.changesByHand(
                MOVE, values -> values.text(to.value()).number(user.value()).text(from.value()));
    }

    @Override
    public Leaving leave(ChatUser user, AccountId account) {
        return database.togetherByHand(connection -> {
            // The account's row is the lock: of two chats that leave at once, the second counts what the first left.
            accounts.lock(account);
            String id = account.value();
            long others = Statements.one(
                            connection,
                            OTHER_WAYS_IN,
                            values -> values.text(id).text(id).number(user.value()),
                            row -> row.getLong(1))
                    .orElse(0L);
            boolean there = Statements.one(
                            connection,
                            ANY + "user_id = ? AND account_id = ?",
                            values -> values.number(user.value()).text(id),
                            JdbcChats::read)
                    .isPresent();
            if (!there) {
                return Leaving.NOT_THERE;
            }
            if (others == 0) {
                return Leaving.LAST_ONE;
            }
            Statements.update(
                    connection, LEAVE, values -> values.number(user.value()).text(id));
            return Leaving.LEFT;
        });
    }

    @Override
    public boolean speak(ChatUser user, Language language) {
        return database.changesByHand(
                SPEAK, values -> values.text(language.code()).number(user.value()));
    }

    @Override
    public void mute(ChatUser user, Instant now) {
        boolean _ = database.changesByHand(MUTE, values -> values.time(now).number(user.value()));
    }

    @Override
    public void unmute(ChatUser user) {
        boolean _ = database.changesByHand(UNMUTE, values -> values.number(user.value()));
    }

    @Override
    public boolean takeTry(ChatUser user, Instant now) {
        // Whoever loses a race looks again: every round somebody wins, and few are let through.
        while (true) {
            Optional<Optional<Tries>> seen = database.byHand(connection ->
                    Statements.one(connection, TRIES, values -> values.number(user.value()), JdbcChats::readTries));
            Optional<Tries> next = seen.flatMap(before -> Tries.after(before, now));
            if (next.isEmpty()) {
                return false;
            }
            if (took(user, seen.orElseThrow(), next.get())) {
                return true;
            }
        }
    }

    @Override
    public void giveBackTry(ChatUser user) {
        boolean _ = database.changesByHand(GIVE_BACK, values -> values.number(user.value()));
    }

    private boolean took(ChatUser user, Optional<Tries> seen, Tries next) {
        return database.changesByHand(seen.isPresent() ? NEXT_TRY : FIRST_TRY, values -> {
            values.number(next.count()).time(next.last()).number(user.value());
            if (seen.isPresent()) {
                values.number(seen.get().count()).time(seen.get().last());
            }
        });
    }

    private static Optional<Tries> readTries(ResultSet row) throws SQLException {
        int count = row.getInt(1);
        return Columns.time(row, 2).map(last -> new Tries(count, last));
    }
}
