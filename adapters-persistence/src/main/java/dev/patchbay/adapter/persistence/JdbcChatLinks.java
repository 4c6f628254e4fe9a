package dev.patchbay.adapter.persistence;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.chat.ChatLink;
import dev.patchbay.domain.chat.ChatUser;
import dev.patchbay.domain.vault.Fingerprint;
import dev.patchbay.port.chat.ChatLinks;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

@Singleton
final class JdbcChatLinks implements ChatLinks {

    private static final String REPLACE =
            "UPDATE chat_link SET code_hash = ?, account_id = ?, number = ?, expires_at = ? WHERE user_id = ?";

    private static final String INSERT =
            "INSERT INTO chat_link (code_hash, account_id, number, expires_at, user_id) VALUES (?, ?, ?, ?, ?)";

    private static final String CLAIM = """
        UPDATE chat_link SET account_id = ?, number = ?, expires_at = ?
        WHERE code_hash = ? AND account_id IS NULL AND expires_at > ?
        """;

    private static final String ANY = "SELECT code_hash, user_id, account_id, number, expires_at FROM chat_link WHERE ";

    private static final String TAKE = """
        DELETE FROM chat_link WHERE user_id = ? AND code_hash = ? AND account_id IS NOT NULL AND expires_at > ?
        """;

    private static final String PURGE = "DELETE FROM chat_link WHERE expires_at < ? LIMIT 1000";

    private final Database database;

    JdbcChatLinks(Database database) {
        this.database = database;
    }

    @Override
    public void put(ChatLink link) {
        // Whoever loses a race for the first row of a chat replaces it.
        while (!database.changesByHand(REPLACE, values -> bind(values, link))
                && !database.addsByHand(
                        connection -> Statements.update(connection, INSERT, values -> bind(values, link)))) {
            Thread.onSpinWait();
        }
    }

    private static void bind(Parameters values, ChatLink link) throws SQLException {
        values.hash(link.code())
                .text(link.claim().map(claim -> claim.account().value()).orElse(null))
                .maybeNumber(link.claim().map(ChatLink.Claim::number).orElse(null))
                .time(link.expiresAt())
                .number(link.user().value());
    }

    @Override
    public Optional<ChatLink> claim(Fingerprint code, ChatLink.Claim claim, Instant now, Instant answerUntil) {
        boolean won = database.changesByHand(
                CLAIM, values -> values.text(claim.account().value())
                        .number(claim.number())
                        .time(answerUntil)
                        .hash(code)
                        .time(now));
        return won
                ? database.byHand(connection -> Statements.one(
                        connection, ANY + "code_hash = ?", values -> values.hash(code), JdbcChatLinks::read))
                : Optional.empty();
    }

    @Override
    public Optional<ChatLink> take(ChatUser user, Instant now) {
        return database.byHand(connection -> Statements.one(
                        connection, ANY + "user_id = ?", values -> values.number(user.value()), JdbcChatLinks::read))
                .filter(link -> link.claim().isPresent())
                .filter(link -> database.changesByHand(
                        TAKE,
                        values -> values.number(user.value()).hash(link.code()).time(now)));
    }

    private static ChatLink read(ResultSet row) throws SQLException {
        Optional<AccountId> account = Optional.ofNullable(row.getString(3)).map(AccountId::new);
        int number = row.getInt(4);
        return new ChatLink(
                Fingerprint.stored(row.getBytes(1)),
                new ChatUser(row.getLong(2)),
                account.map(who -> new ChatLink.Claim(who, number)),
                Columns.time(row, 5).orElseThrow());
    }

    @Override
    public int purge(Instant before) {
        return database.byHand(connection -> Statements.update(connection, PURGE, values -> values.time(before)));
    }
}
