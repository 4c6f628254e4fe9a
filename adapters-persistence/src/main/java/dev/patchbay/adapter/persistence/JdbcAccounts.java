package dev.patchbay.adapter.persistence;

import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.account.DisplayName;
import dev.patchbay.domain.account.Language;
import dev.patchbay.domain.activity.AuditChain;
import dev.patchbay.domain.signin.SignInMethod;
import dev.patchbay.domain.vault.KeyOwner;
import dev.patchbay.port.account.Accounts;
import dev.patchbay.port.activity.AuditKey;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

@Singleton
final class JdbcAccounts implements Accounts {

    private final Database database;
    private final AccountTable table;
    private final SignInMethodTable methods;
    private final DataKeyTable dataKeys;
    private final AuditKey auditKey;

    JdbcAccounts(
            Database database,
            AccountTable table,
            SignInMethodTable methods,
            DataKeyTable dataKeys,
            AuditKey auditKey) {
        this.database = database;
        this.table = table;
        this.methods = methods;
        this.dataKeys = dataKeys;
        this.auditKey = auditKey;
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
                    table.insertTrail(account.id());
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
    public Optional<Account> speak(AccountId id, Language language) {
        database.changes(() -> table.speak(id, language.code()));
        return find(id);
    }

    @Override
    public void erase(AccountId id) {
        AuditChain chain = auditKey.chain();
        // Every other table of an account's refers to it and goes with it; the audit chain gets the proof that it may.
        database.together(() -> {
            List<AccountId> trails = new ArrayList<>(
                    table.partsOf(id).stream().map(AccountId::new).toList());
            trails.add(id);
            dataKeys.destroy(KeyOwner.of(id).name());
            if (table.erase(id) > 0) {
                trails.stream()
                        .map(chain::owner)
                        .filter(owner -> table.erasures(owner) == 0)
                        .forEach(owner -> table.noteErasure(owner, chain.erasure(owner)));
            }
            return Optional.of(id);
        });
    }
}
