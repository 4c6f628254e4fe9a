package dev.patchbay.adapter.persistence;

import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.account.DisplayName;
import dev.patchbay.domain.signin.SignInMethod;
import dev.patchbay.domain.vault.KeyOwner;
import dev.patchbay.port.account.Accounts;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Optional;

@Singleton
final class JdbcAccounts implements Accounts {

    private final Database database;

    JdbcAccounts(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Account> find(AccountId id) {
        return database.one(JdbcAccounts::read, """
            SELECT id, display_name, created_at FROM account WHERE id = ?
            """, id.value());
    }

    @Override
    public boolean open(Account account, SignInMethod first) {
        if (!first.account().equals(account.id())) {
            throw new IllegalArgumentException("the first sign-in method belongs to another account");
        }
        return database.together(sql -> {
                    sql.update("""
                        INSERT INTO account (id, display_name, created_at) VALUES (?, ?, ?)
                        """, account.id().value(), account.displayName().value(), account.createdAt());
                    return JdbcSignInMethods.add(sql, first) ? Optional.of(account) : Optional.<Account>empty();
                })
                .isPresent();
    }

    @Override
    public Optional<Account> rename(AccountId id, DisplayName name) {
        database.update("""
            UPDATE account SET display_name = ? WHERE id = ?
            """, name.value(), id.value());
        return find(id);
    }

    @Override
    public void erase(AccountId id) {
        // Every other table of an account's refers to it and goes with it.
        database.together(sql -> {
            sql.update("DELETE FROM data_key WHERE owner = ?", KeyOwner.of(id).name());
            sql.update("DELETE FROM account WHERE id = ?", id.value());
            return Optional.of(id);
        });
    }

    private static Account read(Row row) throws SQLException {
        return new Account(row.account(), new DisplayName(row.text()), row.instant());
    }
}
