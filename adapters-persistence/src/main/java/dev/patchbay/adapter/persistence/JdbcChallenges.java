package dev.patchbay.adapter.persistence;

import dev.patchbay.domain.certificate.Challenge;
import dev.patchbay.domain.certificate.ChallengeToken;
import dev.patchbay.port.certificate.Challenges;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

@Singleton
final class JdbcChallenges implements Challenges {

    private static final String UPDATE =
            "UPDATE acme_challenge SET key_authorization = ?, expires_at = ? WHERE token = ?";

    private static final String INSERT =
            "INSERT INTO acme_challenge (key_authorization, expires_at, token) VALUES (?, ?, ?)";

    private static final String FIND =
            "SELECT key_authorization, expires_at FROM acme_challenge WHERE token = ? AND expires_at > ?";

    private static final String REMOVE = "DELETE FROM acme_challenge WHERE token = ?";

    private static final String PURGE = "DELETE FROM acme_challenge WHERE expires_at < ? LIMIT 1000";

    private final Database database;

    JdbcChallenges(Database database) {
        this.database = database;
    }

    @Override
    public void put(Challenge challenge) {
        boolean _ = updated(challenge)
                || database.addsByHand(connection -> Statements.update(connection, INSERT, row(challenge)))
                || updated(challenge);
    }

    private boolean updated(Challenge challenge) {
        return database.byHand(connection -> Statements.update(connection, UPDATE, row(challenge))) > 0;
    }

    private static Statements.Binding row(Challenge challenge) {
        return values -> values.text(challenge.keyAuthorization())
                .time(challenge.expiresAt())
                .text(challenge.token().value());
    }

    @Override
    public Optional<Challenge> find(ChallengeToken token, Instant now) {
        return database.byHand(connection -> Statements.one(
                connection,
                FIND,
                values -> values.text(token.value()).time(now),
                row -> new Challenge(
                        token, row.getString(1), Columns.time(row, 2).orElseThrow())));
    }

    @Override
    public void remove(ChallengeToken token) {
        int _ = database.byHand(
                connection -> Statements.update(connection, REMOVE, values -> values.text(token.value())));
    }

    @Override
    public int purge(Instant before) {
        return database.byHand(connection -> Statements.update(connection, PURGE, values -> values.time(before)));
    }
}
