package dev.patchbay.port;

import dev.patchbay.domain.chat.ChatSignIn;
import dev.patchbay.domain.chat.ChatUser;
import dev.patchbay.domain.vault.Fingerprint;
import dev.patchbay.port.chat.ChatSignIns;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

final class InMemoryChatSignIns implements ChatSignIns {

    private static final int BATCH = 1000;

    private final InMemoryState state;

    InMemoryChatSignIns(InMemoryState state) {
        this.state = state;
    }

    @Override
    public void put(ChatSignIn signIn) {
        state.run(() -> {
            if (any(one -> one.state().equals(signIn.state()) || one.code().equals(signIn.code()))
                    .isPresent()) {
                throw new IllegalStateException("there is one with that state or code already");
            }
            state.chat.signIns.add(signIn);
        });
    }

    @Override
    public Optional<ChatSignIn> open(Fingerprint code, ChatUser user, Instant now) {
        return state.act(() -> {
            Optional<ChatSignIn> there = any(one -> one.code().equals(code)
                    && one.user().map(user::equals).orElse(true)
                    && !one.isAnswered()
                    && now.isBefore(one.expiresAt()));
            there.ifPresent(one -> state.chat.signIns.removeIf(openedBy(user).and(other -> !other.equals(one))));
            return there.map(one -> replace(one, one.openedBy(user)));
        });
    }

    @Override
    public Optional<ChatSignIn> answer(ChatUser user, int said, Instant now, Instant keepUntil) {
        return state.act(() -> any(openedBy(user).and(one -> now.isBefore(one.expiresAt())))
                .map(one -> replace(one, one.answered(said, keepUntil))));
    }

    @Override
    public void drop(ChatUser user) {
        state.run(() -> state.chat.signIns.removeIf(openedBy(user)));
    }

    @Override
    public Optional<ChatSignIn> find(Fingerprint stateOfIt, Instant now) {
        return state.act(() -> any(one -> one.state().equals(stateOfIt) && now.isBefore(one.expiresAt())));
    }

    @Override
    public Optional<ChatSignIn> take(Fingerprint stateOfIt, Instant now) {
        return state.act(() -> {
            Optional<ChatSignIn> there =
                    any(one -> one.state().equals(stateOfIt) && one.isAnswered() && now.isBefore(one.expiresAt()));
            there.ifPresent(state.chat.signIns::remove);
            return there;
        });
    }

    @Override
    public int purge(Instant before) {
        return state.act(() -> {
            List<ChatSignIn> old = state.chat.signIns.stream()
                    .filter(one -> one.expiresAt().isBefore(before))
                    .limit(BATCH)
                    .toList();
            state.chat.signIns.removeAll(old);
            return old.size();
        });
    }

    private static Predicate<ChatSignIn> openedBy(ChatUser user) {
        return one -> one.user().equals(Optional.of(user)) && !one.isAnswered();
    }

    private Optional<ChatSignIn> any(Predicate<ChatSignIn> which) {
        return state.chat.signIns.stream().filter(which).findFirst();
    }

    private ChatSignIn replace(ChatSignIn old, ChatSignIn now) {
        state.chat.signIns.remove(old);
        state.chat.signIns.add(now);
        return now;
    }
}
