package dev.patchbay.port;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.attempt.Attempt;
import dev.patchbay.domain.vault.Fingerprint;
import dev.patchbay.port.attempt.Attempts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

final class InMemoryAttempts implements Attempts {

    private static final int BATCH = 1000;

    private final InMemoryState state;

    InMemoryAttempts(InMemoryState state) {
        this.state = state;
    }

    @Override
    public void add(Attempt attempt) {
        state.run(() -> {
            attempt.account().ifPresent(state::requireAccount);
            if (state.attempts.putIfAbsent(attempt.id(), attempt) != null) {
                throw new IllegalStateException("there is an attempt with that id already");
            }
        });
    }

    @Override
    public Optional<Attempt> consume(Fingerprint fingerprint, Instant now) {
        return state.act(() -> state.attempts.values().stream()
                .filter(attempt -> attempt.stateFingerprint().equals(fingerprint))
                .filter(attempt -> now.isBefore(attempt.expiresAt()))
                .filter(attempt -> state.usedAttempts.add(attempt.id()))
                .findFirst());
    }

    @Override
    public Optional<Attempt> consumed(UUID id, Instant now) {
        return state.act(() -> Optional.ofNullable(state.attempts.get(id))
                .filter(attempt -> state.usedAttempts.contains(id))
                .filter(attempt -> now.isBefore(attempt.expiresAt())));
    }

    @Override
    public int drop(AccountId account) {
        return state.act(() -> {
            List<UUID> theirs = state.attempts.values().stream()
                    .filter(attempt -> attempt.account().equals(Optional.of(account)))
                    .map(Attempt::id)
                    .toList();
            remove(theirs);
            return theirs.size();
        });
    }

    private void remove(List<UUID> ids) {
        state.attempts.keySet().removeAll(ids);
        state.usedAttempts.removeAll(ids);
        state.handoffs.values().removeIf(handoff -> ids.contains(handoff.attempt()));
    }

    @Override
    public int purge(Instant before) {
        return state.act(() -> {
            List<UUID> old = state.attempts.values().stream()
                    .filter(attempt -> attempt.expiresAt().isBefore(before))
                    .map(Attempt::id)
                    .limit(BATCH)
                    .toList();
            remove(old);
            return old.size();
        });
    }
}
