package dev.patchbay.port;

import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.account.DisplayName;
import dev.patchbay.domain.account.Language;
import dev.patchbay.domain.signin.SignInMethod;
import dev.patchbay.domain.vault.Fingerprint;
import dev.patchbay.domain.vault.KeyOwner;
import dev.patchbay.port.account.Accounts;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

final class InMemoryAccounts implements Accounts {

    private final InMemoryState state;

    InMemoryAccounts(InMemoryState state) {
        this.state = state;
    }

    @Override
    public Optional<Account> find(AccountId id) {
        return state.act(() -> Optional.ofNullable(state.accounts.get(id)));
    }

    @Override
    public boolean open(Account account, SignInMethod first) {
        if (!first.account().equals(account.id())) {
            throw new IllegalArgumentException("the first sign-in method belongs to another account");
        }
        return state.act(() -> {
            if (state.accounts.containsKey(account.id())) {
                throw new IllegalStateException("there is an account with that id already");
            }
            if (state.methods.stream().anyMatch(m -> InMemorySignInMethods.same(m.identity(), first.identity()))) {
                return false;
            }
            state.accounts.put(account.id(), account);
            state.methods.add(first);
            return true;
        });
    }

    @Override
    public Optional<Account> rename(AccountId id, DisplayName name) {
        return state.act(() ->
                Optional.ofNullable(state.accounts.computeIfPresent(id, (same, account) -> account.renamed(name))));
    }

    @Override
    public Optional<Account> speak(AccountId id, Language language) {
        return state.act(() -> Optional.ofNullable(
                state.accounts.computeIfPresent(id, (same, account) -> account.speaking(language))));
    }

    @Override
    public void erase(AccountId id) {
        state.run(() -> {
            state.accounts.remove(id);
            state.methods.removeIf(method -> method.account().equals(id));
            state.sessions.values().removeIf(session -> session.account().equals(id));
            state.connections
                    .values()
                    .removeIf(row -> row.connection().account().equals(id));
            state.parked.keySet().removeIf(parking -> parking.account().equals(id));
            state.ownApps.keySet().removeIf(parking -> parking.account().equals(id));
            state.seats.removeIf(kept ->
                    kept.seat().owner().equals(id) || kept.seat().holder().equals(Optional.of(id)));
            state.missing.keySet().removeIf(note -> note.account().equals(id));
            state.attempts.values().removeIf(attempt -> attempt.account().equals(Optional.of(id)));
            state.usedAttempts.retainAll(state.attempts.keySet());
            state.handoffs.values().removeIf(handoff -> !state.attempts.containsKey(handoff.attempt()));
            state.chat.chats.values().removeIf(chat -> chat.account().equals(id));
            state.chat.tries.keySet().retainAll(state.chat.chats.keySet());
            state.chat.links.values().removeIf(link -> link.claim().stream()
                    .anyMatch(claim -> claim.account().equals(id)));
            state.mergeProofs
                    .values()
                    .removeIf(
                            proof -> proof.account().equals(id) || proof.other().equals(id));
            Set<AccountId> trails = state.merged.entrySet().stream()
                    .filter(entry -> entry.getValue().equals(id))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toCollection(HashSet::new));
            state.merged.keySet().removeAll(trails);
            trails.add(id);
            state.events.removeIf(noted -> trails.contains(noted.event().account()));
            trails.forEach(trail -> {
                Fingerprint owner = state.auditChain.owner(trail);
                state.erasures.put(owner, state.auditChain.erasure(owner));
            });
            state.dataKeys.remove(KeyOwner.of(id).name());
        });
    }
}
