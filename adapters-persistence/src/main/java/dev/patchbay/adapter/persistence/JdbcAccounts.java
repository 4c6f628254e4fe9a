package dev.patchbay.adapter.persistence;

import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.account.DisplayName;
import dev.patchbay.domain.signin.SignInMethod;
import dev.patchbay.domain.vault.KeyOwner;
import dev.patchbay.port.account.Accounts;
import jakarta.inject.Singleton;
import java.util.Optional;

@Singleton
final class JdbcAccounts implements Accounts {

    private final Database database;
    private final AccountTable table;
    private final SignInMethodTable methods;
    private final DataKeyTable dataKeys;

    JdbcAccounts(Database database, AccountTable table, SignInMethodTable methods, DataKeyTable dataKeys) {
        this.database = database;
        this.table = table;
        this.methods = methods;
        this.dataKeys = dataKeys;
    }

    @Override
    public Optional<Account> find(AccountId id) {
        return database.run(() -> table.find(id)).map(AccountRow::account);
    }

    @Override
    public boolean open(Account account, SignInMethod first) {
        if (!first.account().equals(account.id())) {
            throw new IllegalArgumentException("the first sign-in method belongs to another account");
        }
        return database.together(() -> {
                    table.insert(AccountRow.of(account));
                    return Database.isNew(() -> methods.insert(SignInMethodRow.of(first)))
                            ? Optional.of(account)
                            : Optional.<Account>empty();
                })
                .isPresent();
    }

    @Override
    public Optional<Account> rename(AccountId id, DisplayName name) {
        database.changes(() -> table.rename(id, name.value()));
        return find(id);
    }

    @Override
    public void erase(AccountId id) {
        // Every other table of an account's refers to it and goes with it.
        database.together(() -> {
            dataKeys.destroy(KeyOwner.of(id).name());
            table.erase(id);
            return Optional.of(id);
        });
    }
}
