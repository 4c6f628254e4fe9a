package dev.patchbay.adapter.web.limit;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * A bucket for each source, full at first. There are about as many as the bound at most: full ones, which say nothing, go first, then an
 * eighth of the rest, which are full again for whoever comes back. Safe for many threads.
 */
final class Buckets {
    private final ConcurrentMap<Object, Bucket> buckets = new ConcurrentHashMap<>();
    private final Bandwidth bandwidth;
    private final TimeMeter meter;
    private final int bound;

    Buckets(int perMinute, int bound, TimeMeter meter) {
        this.bandwidth = Bandwidth.builder()
                .capacity(perMinute)
                .refillGreedy(perMinute, Duration.ofMinutes(1))
                .build();
        this.bound = bound;
        this.meter = meter;
    }

    /** Takes one. @return nanoseconds until there is one; 0 when one was taken */
    long take(Object source) {
        Bucket bucket = buckets.get(source);
        if (bucket == null) {
            bucket = added(source);
        }
        return bucket.tryConsume(1) ? 0 : wait(bucket);
    }

    /** As {@link #take}, but takes nothing. */
    long look(Object source) {
        Bucket bucket = buckets.get(source);
        return bucket == null || bucket.getAvailableTokens() > 0 ? 0 : wait(bucket);
    }

    boolean isEmpty() {
        return buckets.isEmpty();
    }

    int size() {
        return buckets.size();
    }

    private static long wait(Bucket bucket) {
        return Math.max(1, bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill());
    }

    private Bucket added(Object source) {
        if (buckets.size() >= bound) {
            makeRoom();
        }
        return buckets.computeIfAbsent(source, _ -> Bucket.builder()
                .addLimit(bandwidth)
                .withCustomTimePrecision(meter)
                .build());
    }

    private synchronized void makeRoom() {
        if (buckets.size() < bound) {
            return;
        }
        buckets.values().removeIf(bucket -> bucket.getAvailableTokens() >= bandwidth.getCapacity());
        int surplus = buckets.size() - bound + Math.max(1, bound / 8);
        Iterator<Object> sources = buckets.keySet().iterator();
        for (int gone = 0; gone < surplus && sources.hasNext(); gone++) {
            sources.next();
            sources.remove();
        }
    }
}
