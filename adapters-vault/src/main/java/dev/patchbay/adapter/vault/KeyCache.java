package dev.patchbay.adapter.vault;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers a bounded number of values. A hit takes no lock and moves nothing: it marks the entry, and whoever makes
 * room gives marked entries a second chance (CLOCK, which stays close to least-recently-used). Safe for many threads.
 */
final class KeyCache<K, V> {
    private final int capacity;
    private final ConcurrentHashMap<K, Entry<K, V>> entries = new ConcurrentHashMap<>();
    /** Guarded by this, like every change of {@link #entries}: oldest first. */
    private final LinkedHashSet<Entry<K, V>> queue = new LinkedHashSet<>();

    private volatile long removals;

    KeyCache(int capacity) {
        this.capacity = capacity;
    }

    Optional<V> get(K key) {
        Entry<K, V> entry = entries.get(key);
        if (entry == null) {
            return Optional.empty();
        }
        if (!entry.used) {
            entry.used = true;
        }
        return Optional.of(entry.value);
    }

    /** Taken before a value is read elsewhere, and given to {@link #put}. */
    long removals() {
        return removals;
    }

    /** Remembers the value, unless anything was removed since: it might be the very thing that was read before. */
    synchronized void put(K key, V value, long seenRemovals) {
        if (removals != seenRemovals) {
            return;
        }
        Entry<K, V> before = entries.remove(key);
        if (before != null) {
            queue.remove(before);
        }
        while (queue.size() >= capacity) {
            Entry<K, V> oldest = queue.removeFirst();
            if (oldest.used) {
                oldest.used = false;
                queue.addLast(oldest);
            } else {
                entries.remove(oldest.key);
            }
        }
        Entry<K, V> entry = new Entry<>(key, value);
        entries.put(key, entry);
        queue.addLast(entry);
    }

    synchronized void remove(K key) {
        removals = removals + 1;
        Entry<K, V> entry = entries.remove(key);
        if (entry != null) {
            queue.remove(entry);
        }
    }

    int size() {
        return entries.size();
    }

    /** Equal to itself only. */
    private static final class Entry<K, V> {
        final K key;
        final V value;
        /** A lost mark costs one reading from the shelf, so threads need not agree on it at once. */
        boolean used;

        Entry(K key, V value) {
            this.key = key;
            this.value = value;
        }
    }
}
