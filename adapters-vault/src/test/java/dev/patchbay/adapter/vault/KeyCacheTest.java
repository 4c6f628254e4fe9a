package dev.patchbay.adapter.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class KeyCacheTest {
    private final KeyCache<Integer, String> cache = new KeyCache<>(3);

    @Test
    void what_was_put_is_found_until_it_is_removed() {
        put(1);
        assertThat(cache.get(1)).contains("value 1");
        cache.remove(1);
        assertThat(cache.get(1)).isEmpty();
        assertThat(cache.size()).isZero();
    }

    @Test
    void a_newer_value_replaces_the_older() {
        put(1);
        cache.put(1, "other", cache.removals());
        assertThat(cache.get(1)).contains("other");
        assertThat(cache.size()).isEqualTo(1);
    }

    @Test
    void it_never_grows_beyond_its_bound() {
        for (int i = 0; i < 1_000; i++) {
            put(i);
            cache.get(i - 1);
            cache.put(i, "again", cache.removals());
            assertThat(cache.size()).isLessThanOrEqualTo(3);
        }
    }

    @Test
    void what_is_used_stays_and_what_is_not_goes_first() {
        put(1);
        put(2);
        put(3);
        cache.get(1);
        cache.get(3);
        put(4);

        assertThat(cache.get(2)).isEmpty();
        assertThat(cache.get(1)).isPresent();
        assertThat(cache.get(3)).isPresent();
        assertThat(cache.get(4)).isPresent();
    }

    @Test
    void a_newcomer_gets_in_when_all_the_others_are_in_use() {
        for (int i = 1; i <= 3; i++) {
            put(i);
            cache.get(i);
        }
        put(4);
        assertThat(cache.get(4)).isPresent();
        assertThat(cache.size()).isEqualTo(3);
    }

    @Test
    void a_value_read_before_a_removal_is_not_remembered_after_it() {
        long seen = cache.removals();
        cache.remove(1);
        cache.put(1, "read too early", seen);
        assertThat(cache.get(1)).isEmpty();
    }

    @Test
    void many_threads_keep_it_within_its_bound_and_get_their_own_values() throws Exception {
        List<Callable<Integer>> tasks = new ArrayList<>();
        for (int t = 0; t < 8; t++) {
            int offset = t;
            tasks.add(() -> {
                for (int i = 0; i < 5_000; i++) {
                    int key = (i * 7 + offset) % 10;
                    put(key);
                    cache.get(key).ifPresent(value -> assertThat(value).isEqualTo("value " + key));
                    if (i % 11 == 0) {
                        cache.remove(key);
                    }
                }
                return cache.size();
            });
        }
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (Future<Integer> size : threads.invokeAll(tasks)) {
                assertThat(size.get()).isLessThanOrEqualTo(3);
            }
        }
    }

    private void put(int key) {
        cache.put(key, "value " + key, cache.removals());
    }
}
