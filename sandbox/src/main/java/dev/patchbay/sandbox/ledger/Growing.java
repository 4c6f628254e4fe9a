package dev.patchbay.sandbox.ledger;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A list that only grows, so that what it held so far costs nothing to hand out. Guarded by its owner's lock. */
final class Growing<T> {
    private @Nullable Object[] items = new Object[4];
    private int size;

    void add(T item) {
        if (size == items.length) {
            items = Arrays.copyOf(items, size * 2);
        }
        items[size++] = item;
    }

    int size() {
        return size;
    }

    @SuppressWarnings("unchecked") // only T was added
    T get(int index) {
        return (T) Objects.requireNonNull(items[Objects.checkIndex(index, size)]);
    }

    /** Puts something in the place of what is there; lists handed out earlier show it too. */
    void set(int index, T item) {
        items[Objects.checkIndex(index, size)] = item;
    }

    /** What is there now, unmodifiable; it does not grow with this list. */
    @SuppressWarnings("unchecked") // only T was added, and all of the part shown is filled
    List<T> soFar() {
        return Collections.unmodifiableList(((List<T>) Arrays.asList(items)).subList(0, size));
    }
}
