package dev.patchbay.port;

import dev.patchbay.domain.chat.BotId;
import dev.patchbay.domain.chat.Outgoing;
import dev.patchbay.port.InMemoryChatState.Handling;
import dev.patchbay.port.InMemoryChatState.UpdateId;
import dev.patchbay.port.chat.ChatUpdates;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.LongStream;

final class InMemoryChatUpdates implements ChatUpdates {

    private static final int BATCH = 1000;

    private final InMemoryState state;

    InMemoryChatUpdates(InMemoryState state) {
        this.state = state;
    }

    @Override
    public Claimed claim(BotId bot, long updateId, UUID holder, Instant now, Instant until) {
        return state.act(() -> {
            UpdateId id = new UpdateId(bot, updateId);
            Handling before = state.chat.updates.get(id);
            if (before != null && before.doneAt().isPresent()) {
                return Claimed.DONE;
            }
            if (before != null && now.isBefore(before.until())) {
                return Claimed.BUSY;
            }
            state.chat.updates.put(id, new Handling(holder, now, until, Optional.empty()));
            return before == null ? Claimed.MINE : Claimed.MINE_AGAIN;
        });
    }

    @Override
    public boolean done(BotId bot, long updateId, UUID holder, List<Outgoing> replies, Instant now) {
        return state.act(() -> {
            UpdateId id = new UpdateId(bot, updateId);
            Handling before = state.chat.updates.get(id);
            if (before == null
                    || before.doneAt().isPresent()
                    || !before.holder().equals(holder)) {
                return false;
            }
            if (replies.stream().anyMatch(reply -> state.chat.outbox.containsKey(reply.id()))) {
                throw new IllegalStateException("there is a message with that id already");
            }
            replies.forEach(state.chat::put);
            state.chat.updates.put(id, new Handling(holder, before.claimedAt(), before.until(), Optional.of(now)));
            return true;
        });
    }

    @Override
    public long nextOffset(BotId bot) {
        return state.act(() -> {
            OptionalLong open =
                    ids(bot, handling -> handling.doneAt().isEmpty()).min();
            OptionalLong done =
                    ids(bot, handling -> handling.doneAt().isPresent()).max();
            return open.orElse(done.isPresent() ? done.getAsLong() + 1 : 0);
        });
    }

    private LongStream ids(BotId bot, Predicate<Handling> which) {
        return state.chat.updates.entrySet().stream()
                .filter(entry -> entry.getKey().bot().equals(bot) && which.test(entry.getValue()))
                .mapToLong(entry -> entry.getKey().id());
    }

    @Override
    public int purge(Instant before) {
        return state.act(() -> {
            List<UpdateId> old = state.chat.updates.entrySet().stream()
                    .filter(entry -> entry.getValue()
                            .doneAt()
                            .orElse(entry.getValue().claimedAt())
                            .isBefore(before))
                    .map(Map.Entry::getKey)
                    .limit(BATCH)
                    .toList();
            state.chat.updates.keySet().removeAll(old);
            return old.size();
        });
    }
}
