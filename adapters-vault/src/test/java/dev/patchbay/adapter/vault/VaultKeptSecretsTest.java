package dev.patchbay.adapter.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.domain.vault.SealedSecret;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.InMemoryStore;
import dev.patchbay.port.StoreUnavailable;
import dev.patchbay.port.vault.SealedShelf;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VaultKeptSecretsTest {
    private static final Secret FIRST = Secret.of("the first one");
    private final InMemoryStore store = new InMemoryStore();

    @Test
    void the_first_is_kept_and_every_later_one_is_not_even_made() {
        assertThat(process().get("jwt", () -> FIRST)).isEqualTo(FIRST);
        assertThat(process().get("jwt", () -> {
                    throw new AssertionError("there is one already");
                }))
                .isEqualTo(FIRST);
    }

    @Test
    void names_do_not_share_a_secret() {
        process().get("jwt", () -> FIRST);
        assertThat(process().get("other", () -> Secret.of("another one"))).isEqualTo(Secret.of("another one"));
    }

    @Test
    void processes_that_ask_at_once_get_the_same() throws Exception {
        CyclicBarrier allSawNone = new CyclicBarrier(16);
        var tasks = IntStream.range(0, 16)
                .<Callable<Secret>>mapToObj(i -> () -> process().get("jwt", () -> {
                    await(allSawNone);
                    return Secret.of("made by " + i);
                }))
                .toList();
        Set<String> got = new HashSet<>();
        try (var threads = Executors.newFixedThreadPool(16)) {
            for (Future<Secret> one : threads.invokeAll(tasks)) {
                got.add(one.get().reveal());
            }
        }
        assertThat(got).hasSize(1);
        assertThat(process().get("jwt", () -> FIRST).reveal()).isIn(got);
    }

    @Test
    void one_that_was_put_under_another_name_is_a_defect_and_is_not_replaced() {
        process().get("jwt", () -> FIRST);
        SealedSecret sealed = store.sealedShelf().find("jwt").orElseThrow();
        store.sealedShelf().add("other", sealed);

        assertThatThrownBy(() -> process().get("other", () -> Secret.of("a new one")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("'other'")
                .hasMessageContaining("backup");
        assertThat(store.sealedShelf().find("other")).contains(sealed);
    }

    @Test
    void an_outage_is_an_outage() {
        VaultKeptSecrets kept = process();
        StoreUnavailable outage = new StoreUnavailable("out", null);
        store.failWith(outage);
        assertThatThrownBy(() -> kept.get("jwt", () -> FIRST)).isSameAs(outage);
    }

    @Test
    void a_shelf_that_contradicts_itself_is_an_outage() {
        SealedShelf contradicting = new SealedShelf() {
            @Override
            public Optional<SealedSecret> find(String name) {
                return Optional.empty();
            }

            @Override
            public boolean add(String name, SealedSecret sealed) {
                return false;
            }
        };
        VaultKeptSecrets kept = new VaultKeptSecrets(contradicting, Vaults.started(store.keyShelf()));
        assertThatThrownBy(() -> kept.get("jwt", () -> FIRST)).isInstanceOf(StoreUnavailable.class);
    }

    private VaultKeptSecrets process() {
        return new VaultKeptSecrets(store.sealedShelf(), Vaults.started(store.keyShelf()));
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
