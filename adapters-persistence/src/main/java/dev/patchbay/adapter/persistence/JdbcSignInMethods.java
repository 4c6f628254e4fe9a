package dev.patchbay.adapter.persistence;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.signin.ExternalIdentity;
import dev.patchbay.domain.signin.SignInMethod;
import dev.patchbay.port.signin.SignInMethods;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@Singleton
final class JdbcSignInMethods implements SignInMethods {

    private final Database database;
    private final SignInMethodTable table;
    private final AccountTable accounts;

    JdbcSignInMethods(Database database, SignInMethodTable table, AccountTable accounts) {
        this.database = database;
        this.table = table;
        this.accounts = accounts;
    }

    @Override
    public Optional<SignInMethod> find(ExternalIdentity identity) {
        return database.run(() -> table.find(identity.provider(), identity.issuer(), identity.subject()))
                .map(SignInMethodRow::method);
    }

    @Override
    public List<SignInMethod> of(AccountId account) {
        return database.run(() -> table.of(account)).stream()
                .map(SignInMethodRow::method)
                .toList();
    }

    @Override
    public LinkOutcome link(SignInMethod method) {
        // What stood in the way may be gone when it is looked for; then there is room, and the insert decides again.
        while (true) {
            if (database.adds(() -> table.insert(SignInMethodRow.of(method)))) {
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

    @Override
    public void used(ExternalIdentity identity, Instant at) {
        database.changes(() -> table.used(
                identity.provider(),
                identity.issuer(),
                identity.subject(),
                Shown.ifFits(identity.email(), Shown.EMAIL).orElse(null),
                Shown.ifFits(identity.name(), Shown.NAME).orElse(null),
                Shown.ifFits(identity.picture(), Shown.ADDRESS).orElse(null),
                at,
                identity.emailVerified(),
                identity.alternateSubject().orElse(null)));
    }

    @Override
    public UnlinkOutcome unlink(AccountId account, ProviderId provider) {
        return database.together(() -> {
                    // The account's row is the lock: of two who unlink at once, the second counts what the first left.
                    accounts.lock(account);
                    List<ProviderId> linked = table.of(account).stream()
                            .map(SignInMethodRow::provider)
                            .toList();
                    if (!linked.contains(provider)) {
                        return Optional.of(UnlinkOutcome.NOT_LINKED);
                    }
                    if (linked.size() == 1) {
                        return Optional.of(UnlinkOutcome.LAST_ONE);
                    }
                    table.unlink(account, provider);
                    return Optional.of(UnlinkOutcome.UNLINKED);
                })
                .orElseThrow();
    }
}
