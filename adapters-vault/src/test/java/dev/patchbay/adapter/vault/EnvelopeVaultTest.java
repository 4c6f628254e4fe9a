package dev.patchbay.adapter.vault;

import static dev.patchbay.adapter.vault.Vaults.ANN;
import static dev.patchbay.adapter.vault.Vaults.ANNS;
import static dev.patchbay.adapter.vault.Vaults.BENS;
import static dev.patchbay.adapter.vault.Vaults.PLACE;
import static dev.patchbay.adapter.vault.Vaults.SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.domain.vault.SealedSecret;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.InMemoryStore;
import dev.patchbay.port.SteppingClock;
import dev.patchbay.port.StoreUnavailable;
import dev.patchbay.port.vault.DataKey;
import dev.patchbay.port.vault.Opening;
import dev.patchbay.port.vault.TokenVault;
import dev.patchbay.port.vault.WrappedKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class EnvelopeVaultTest {
    private static final Opening OPENED = new Opening.Opened(SECRET);
    private static final Opening UNREADABLE = new Opening.Unreadable();

    private final WatchedShelf shelf = new WatchedShelf();
    private final SteppingClock clock = SteppingClock.atNow();
    private final EnvelopeVault vault = Vaults.started(shelf, clock);

    @Test
    void sealing_twice_gives_two_envelopes_and_neither_shows_the_secret() {
        SealedSecret one = vault.seal(ANNS, PLACE, SECRET);
        SealedSecret other = vault.seal(ANNS, PLACE, SECRET);

        assertThat(one).isNotEqualTo(other);
        assertThat(new String(one.envelope(), StandardCharsets.ISO_8859_1)).doesNotContain(SECRET.reveal());
        assertThat(one.envelope()).hasSize(SECRET.revealBytes().length + 35);
    }

    @Test
    void another_process_opens_what_this_one_sealed() {
        assertThat(Vaults.started(shelf).open(ANNS, PLACE, vault.seal(ANNS, PLACE, SECRET)))
                .isEqualTo(OPENED);
    }

    @Test
    void sixteen_processes_that_seal_for_a_new_owner_make_one_key() throws Exception {
        List<Callable<SealedSecret>> tasks = new ArrayList<>();
        CyclicBarrier allRead = new CyclicBarrier(16);
        List<EnvelopeVault> vaults = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            WatchedShelf own = new WatchedShelf(shelf);
            EnvelopeVault process = Vaults.started(own);
            // All of them have seen that there is no key before any of them makes one.
            own.afterReadingNewest = once(() -> allRead.await());
            vaults.add(process);
            tasks.add(() -> process.seal(ANNS, PLACE, SECRET));
        }
        try (var threads = Executors.newFixedThreadPool(16)) {
            for (Future<SealedSecret> sealed : threads.invokeAll(tasks)) {
                for (EnvelopeVault reader : vaults) {
                    assertThat(reader.open(ANNS, PLACE, sealed.get())).isEqualTo(OPENED);
                }
            }
        }
        assertThat(shelf.dataKeysAdded).hasValue(1);
    }

    @Test
    void a_remembered_key_is_used_without_the_store() {
        SealedSecret sealed = vault.seal(ANNS, PLACE, SECRET);
        int reads = shelf.reads.get();
        for (int i = 0; i < 100; i++) {
            assertThat(vault.open(ANNS, PLACE, sealed)).isEqualTo(OPENED);
        }
        assertThat(shelf.reads).hasValue(reads);
    }

    @Test
    void what_was_got_ready_seals_without_the_store_however_late() {
        TokenVault.Sealer sealer = vault.sealerFor(ANNS);
        int reads = shelf.reads.get();
        clock.advance(DataKeys.MAX_AGE.multipliedBy(2));

        SealedSecret sealed = sealer.seal(PLACE, SECRET);

        assertThat(shelf.reads).hasValue(reads);
        assertThat(vault.open(ANNS, PLACE, sealed)).isEqualTo(OPENED);
    }

    @Test
    void a_key_that_another_process_destroyed_is_forgotten_after_a_while() {
        SealedSecret sealed = vault.seal(ANNS, PLACE, SECRET);
        Vaults.started(shelf).destroyKeysOf(ANN);

        clock.advance(DataKeys.MAX_AGE.minusMillis(1));
        assertThat(vault.open(ANNS, PLACE, sealed)).isEqualTo(OPENED);
        clock.advance(DataKeys.MAX_AGE.dividedBy(100));
        assertThat(vault.open(ANNS, PLACE, sealed)).isEqualTo(UNREADABLE);
    }

    @Test
    void a_key_read_just_before_it_was_destroyed_is_not_remembered() {
        SealedSecret sealed = vault.seal(ANNS, PLACE, SECRET);
        EnvelopeVault reader = Vaults.started(shelf);
        shelf.afterReadingNewest = once(() -> reader.destroyKeysOf(ANN));

        Opening duringDestruction = reader.open(ANNS, PLACE, sealed);
        assertThat(duringDestruction).isIn(OPENED, UNREADABLE);
        assertThat(reader.open(ANNS, PLACE, sealed)).isEqualTo(UNREADABLE);
    }

    @Test
    void a_data_key_put_under_another_owner_opens_nothing_and_seals_nothing() {
        SealedSecret sealed = vault.seal(ANNS, PLACE, SECRET);
        EnvelopeVault other = Vaults.started(shelf);
        shelf.dataKeysSeen = key -> new DataKey(BENS, key.number(), key.vaultKey(), key.wrapped(), key.createdAt());

        assertThat(other.open(ANNS, PLACE, sealed)).isEqualTo(UNREADABLE);
        assertThatThrownBy(() -> other.seal(ANNS, PLACE, SECRET)).isInstanceOf(StoreUnavailable.class);
        shelf.dataKeysSeen = key -> key;
        assertThat(other.open(ANNS, PLACE, sealed)).isEqualTo(OPENED);
    }

    @Test
    void a_damaged_data_key_opens_nothing() {
        SealedSecret sealed = vault.seal(ANNS, PLACE, SECRET);
        EnvelopeVault other = Vaults.started(shelf);
        for (WrappedKey damaged : List.of(new WrappedKey(new byte[0]), new WrappedKey(new byte[60]))) {
            shelf.dataKeysSeen =
                    key -> new DataKey(key.owner(), key.number(), key.vaultKey(), damaged, key.createdAt());
            assertThat(other.open(ANNS, PLACE, sealed)).isEqualTo(UNREADABLE);
        }
    }

    @Test
    void a_vault_key_that_cannot_be_had_is_an_outage_and_never_unreadable() {
        SealedSecret sealed = vault.seal(ANNS, PLACE, SECRET);
        EnvelopeVault other = Vaults.started(shelf);
        shelf.dataKeysSeen = key -> new DataKey(key.owner(), key.number(), 7, key.wrapped(), key.createdAt());

        assertThatThrownBy(() -> other.open(ANNS, PLACE, sealed)).isInstanceOf(StoreUnavailable.class);
    }

    @Test
    void a_store_that_does_not_answer_is_an_outage_and_nothing_else() {
        InMemoryStore store = new InMemoryStore();
        SealedSecret sealed = Vaults.started(store.keyShelf()).seal(ANNS, PLACE, SECRET);
        EnvelopeVault fresh = Vaults.started(store.keyShelf());
        StoreUnavailable outage = new StoreUnavailable("out", null);

        store.failWith(outage);
        assertThatThrownBy(() -> fresh.open(ANNS, PLACE, sealed)).isSameAs(outage);
        assertThatThrownBy(() -> fresh.seal(BENS, PLACE, SECRET)).isSameAs(outage);
        assertThatThrownBy(() -> fresh.destroyKeysOf(ANN)).isSameAs(outage);
        store.heal();
        assertThat(fresh.open(ANNS, PLACE, sealed)).isEqualTo(OPENED);
    }

    @Test
    void keys_are_forgotten_even_when_the_answer_to_their_destruction_is_lost() {
        InMemoryStore store = new InMemoryStore();
        EnvelopeVault own = Vaults.started(store.keyShelf());
        SealedSecret sealed = own.seal(ANNS, PLACE, SECRET);

        store.loseAnswersWith(new StoreUnavailable("lost", null));
        assertThatThrownBy(() -> own.destroyKeysOf(ANN)).isInstanceOf(StoreUnavailable.class);
        store.heal();
        assertThat(own.open(ANNS, PLACE, sealed)).isEqualTo(UNREADABLE);
    }

    @Test
    void a_secret_of_the_greatest_length_fits_and_a_longer_one_is_refused() {
        Secret longest = Secret.of(new byte[Envelope.MAX_SECRET]);

        SealedSecret sealed = vault.seal(ANNS, PLACE, longest);
        assertThat(sealed.envelope()).hasSize(65_535);
        assertThat(vault.open(ANNS, PLACE, sealed)).isEqualTo(new Opening.Opened(longest));
        assertThatThrownBy(() -> vault.seal(ANNS, PLACE, Secret.of(new byte[Envelope.MAX_SECRET + 1])))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private interface Step {
        void run() throws Exception;
    }

    private static Runnable once(Step step) {
        boolean[] done = new boolean[1];
        return () -> {
            if (!done[0]) {
                done[0] = true;
                try {
                    step.run();
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            }
        };
    }
}
