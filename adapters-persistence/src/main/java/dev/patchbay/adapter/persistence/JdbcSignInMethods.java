package dev.patchbay.adapter.persistence;

import static dev.patchbay.adapter.persistence.Sql.exact;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.signin.ExternalIdentity;
import dev.patchbay.domain.signin.SignInMethod;
import dev.patchbay.port.signin.SignInMethods;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@Singleton
final class JdbcSignInMethods implements SignInMethods {

    private final Database database;

    JdbcSignInMethods(Database database) {
        this.database = database;
    }

    @Override
    public Optional<SignInMethod> find(ExternalIdentity identity) {
        return database.one(
                JdbcSignInMethods::read,
                """
                SELECT account_id, provider, issuer, subject, email, name, picture, linked_at, last_used_at
                FROM sign_in_method WHERE provider = ? AND issuer = ? AND subject = ?
                """,
                identity.provider().value(),
                exact(identity.issuer()),
                exact(identity.subject()));
    }

    @Override
    public List<SignInMethod> of(AccountId account) {
        return database.list(JdbcSignInMethods::read, """
            SELECT account_id, provider, issuer, subject, email, name, picture, linked_at, last_used_at
            FROM sign_in_method WHERE account_id = ? ORDER BY linked_at, provider
            """, account.value());
    }

    @Override
    public LinkOutcome link(SignInMethod method) {
        // What stood in the way may be gone when it is looked for; then there is room, and the insert decides again.
        while (true) {
            boolean linked = database.together(
                            sql -> add(sql, method) ? Optional.of(method) : Optional.<SignInMethod>empty())
                    .isPresent();
            if (linked) {
                return LinkOutcome.LINKED;
            }
            Optional<SignInMethod> there = find(method.identity());
            if (there.isPresent()) {
                return there.get().account().equals(method.account()) ? LinkOutcome.ALREADY_YOURS : LinkOutcome.TAKEN;
            }
            ProviderId provider = method.identity().provider();
            if (of(method.account()).stream()
                    .anyMatch(own -> own.identity().provider().equals(provider))) {
                return LinkOutcome.PROVIDER_IN_USE;
            }
        }
    }

    /** @return false when the identity, or the account's place for that provider, is taken */
    static boolean add(Sql sql, SignInMethod method) throws SQLException {
        ExternalIdentity identity = method.identity();
        return sql.insert(
                """
                INSERT INTO sign_in_method
                    (account_id, provider, issuer, subject, email, name, picture, linked_at, last_used_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                method.account().value(),
                identity.provider().value(),
                exact(identity.issuer()),
                exact(identity.subject()),
                Shown.ifFits(identity.email(), Shown.EMAIL),
                Shown.ifFits(identity.name(), Shown.NAME),
                Shown.ifFits(identity.picture(), Shown.ADDRESS),
                method.linkedAt(),
                method.lastUsedAt());
    }

    @Override
    public void used(ExternalIdentity identity, Instant at) {
        database.update(
                """
                UPDATE sign_in_method SET email = ?, name = ?, picture = ?, last_used_at = ?
                WHERE provider = ? AND issuer = ? AND subject = ?
                """,
                Shown.ifFits(identity.email(), Shown.EMAIL),
                Shown.ifFits(identity.name(), Shown.NAME),
                Shown.ifFits(identity.picture(), Shown.ADDRESS),
                at,
                identity.provider().value(),
                exact(identity.issuer()),
                exact(identity.subject()));
    }

    @Override
    public UnlinkOutcome unlink(AccountId account, ProviderId provider) {
        return database.together(sql -> {
                    // The account's row is the lock: of two who unlink at once, the second counts what the first left.
                    sql.one(Row::account, "SELECT id FROM account WHERE id = ? FOR UPDATE", account.value());
                    List<ProviderId> linked = sql.list(
                            Row::provider, "SELECT provider FROM sign_in_method WHERE account_id = ?", account.value());
                    if (!linked.contains(provider)) {
                        return Optional.of(UnlinkOutcome.NOT_LINKED);
                    }
                    if (linked.size() == 1) {
                        return Optional.of(UnlinkOutcome.LAST_ONE);
                    }
                    sql.update(
                            "DELETE FROM sign_in_method WHERE account_id = ? AND provider = ?",
                            account.value(),
                            provider.value());
                    return Optional.of(UnlinkOutcome.UNLINKED);
                })
                .orElseThrow();
    }

    private static SignInMethod read(Row row) throws SQLException {
        AccountId account = row.account();
        ExternalIdentity identity = new ExternalIdentity(
                row.provider(), row.exactText(), row.exactText(), row.maybeText(), row.maybeText(), row.maybeText());
        return new SignInMethod(account, identity, row.instant(), row.instant());
    }
}
