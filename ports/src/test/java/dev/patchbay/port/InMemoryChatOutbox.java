package dev.patchbay.port;

import dev.patchbay.domain.chat.BotId;
import dev.patchbay.domain.chat.Chat;
import dev.patchbay.domain.chat.ChatUser;
import dev.patchbay.domain.chat.Outgoing;
import dev.patchbay.port.chat.ChatOutbox;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

final class InMemoryChatOutbox implements ChatOutbox {

    private static final int MOST = 500;
    private static final int BATCH = 1000;

    private final InMemoryState state;

    InMemoryChatOutbox(InMemoryState state) {
        this.state = state;
    }

    @Override
    public boolean put(Outgoing message) {
        return state.act(() -> state.chat.put(message));
    }

    @Override
    public List<Outgoing> due(Instant now, int limit) {
        check(limit);
        return state.act(() -> {
            Set<ChatUser> seen = new HashSet<>();
            return state.chat.outbox.values().stream()
                    .filter(message -> now.isBefore(message.expiresAt()))
                    .filter(message -> seen.add(message.to()))
                    .filter(message -> !now.isBefore(message.notBefore()))
                    .filter(message -> Optional.ofNullable(state.chat.chats.get(message.to()))
                            .filter(Chat::isMuted)
                            .isEmpty())
                    .limit(limit)
                    .toList();
        });
    }

    @Override
    public List<Outgoing> waiting(ChatUser user, Instant now, int limit) {
        check(limit);
        return state.act(() -> List.copyOf(state.chat.outbox.values()).reversed().stream()
                .filter(message -> message.to().equals(user) && now.isBefore(message.expiresAt()))
                .limit(limit)
                .toList());
    }

    private static void check(int limit) {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("the limit is 1 to " + MOST);
        }
    }

    @Override
    public boolean take(UUID id, int tries, Instant until) {
        return state.act(() -> {
            Outgoing message = state.chat.outbox.get(id);
            if (message == null || message.tries() != tries) {
                return false;
            }
            replace(message, tries + 1, until);
            return true;
        });
    }

    @Override
    public void sent(UUID id) {
        state.run(() -> state.chat.outbox.remove(id));
    }

    @Override
    public void later(UUID id, Instant notBefore) {
        state.run(() -> Optional.ofNullable(state.chat.outbox.get(id))
                .ifPresent(message -> replace(message, message.tries(), notBefore)));
    }

    private void replace(Outgoing message, int tries, Instant notBefore) {
        state.chat.outbox.replace(
                message.id(),
                new Outgoing(
                        message.id(),
                        message.to(),
                        message.key(),
                        message.body(),
                        message.repeatable(),
                        tries,
                        notBefore,
                        message.expiresAt()));
    }

    @Override
    public void drop(UUID id) {
        sent(id);
    }

    @Override
    public void pauseAll(BotId bot, Instant until) {
        state.run(() -> state.chat.pauses.merge(bot, until, (one, other) -> one.isAfter(other) ? one : other));
    }

    @Override
    public Optional<Instant> pausedUntil(BotId bot) {
        return state.act(() -> Optional.ofNullable(state.chat.pauses.get(bot)));
    }

    @Override
    public int purge(Instant now) {
        return state.act(() -> {
            List<UUID> old = state.chat.outbox.values().stream()
                    .filter(message -> !now.isBefore(message.expiresAt()))
                    .map(Outgoing::id)
                    .limit(BATCH)
                    .toList();
            state.chat.outbox.keySet().removeAll(old);
            state.chat.keys.values().removeIf(expiry -> expiry.isBefore(now.minus(KEEP_KEYS)));
            return old.size();
        });
    }
}
