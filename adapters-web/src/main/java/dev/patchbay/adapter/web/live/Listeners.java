package dev.patchbay.adapter.web.live;

import dev.patchbay.domain.account.AccountId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Who listens, and whether there is room for more. Safe for many threads. */
final class Listeners {
    /** Browsers open a few pages at once, and some devices. */
    static final int MOST_OF_ACCOUNT = 10;

    enum Room {
        FREE,
        ACCOUNT_FULL,
        ALL_FULL
    }

    private final ConcurrentMap<AccountId, List<LiveStream>> streams = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private final int most;
    private volatile boolean closed;

    Listeners(int most) {
        this.most = most;
    }

    Room roomFor(AccountId account) {
        if (closed || count.get() >= most) {
            return Room.ALL_FULL;
        }
        return streams.getOrDefault(account, List.of()).size() >= MOST_OF_ACCOUNT ? Room.ACCOUNT_FULL : Room.FREE;
    }

    /** @return false when there is no room (any more); it was not added then */
    boolean add(AccountId account, LiveStream stream) {
        if (count.incrementAndGet() > most || !join(account, stream)) {
            count.decrementAndGet();
            return false;
        }
        if (closed) {
            remove(account, stream);
            return false;
        }
        return true;
    }

    private boolean join(AccountId account, LiveStream stream) {
        List<LiveStream> now = streams.compute(account, (_, there) -> {
            List<LiveStream> before = there == null ? List.of() : there;
            return before.size() >= MOST_OF_ACCOUNT
                    ? before
                    : Stream.concat(before.stream(), Stream.of(stream)).toList();
        });
        return now.contains(stream);
    }

    /** Nothing happens when it was removed before. */
    void remove(AccountId account, LiveStream stream) {
        streams.computeIfPresent(account, (_, there) -> {
            List<LiveStream> others =
                    there.stream().filter(one -> one != stream).toList();
            count.addAndGet(others.size() - there.size());
            return others.isEmpty() ? null : others;
        });
    }

    Map<AccountId, List<LiveStream>> byAccount() {
        return streams;
    }

    Stream<LiveStream> all() {
        return streams.values().stream().flatMap(List::stream);
    }

    /** Nobody is let in any more. @return who is in */
    List<LiveStream> close() {
        closed = true;
        return all().toList();
    }
}
