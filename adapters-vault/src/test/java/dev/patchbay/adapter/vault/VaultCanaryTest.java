package dev.patchbay.adapter.vault;

import static dev.patchbay.adapter.vault.Vaults.ANN;
import static dev.patchbay.adapter.vault.Vaults.ANNS;
import static dev.patchbay.adapter.vault.Vaults.PLACE;
import static dev.patchbay.adapter.vault.Vaults.SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.domain.vault.KeyOwner;
import dev.patchbay.domain.vault.SealedSecret;
import dev.patchbay.port.InMemoryStore;
import dev.patchbay.port.SteppingClock;
import dev.patchbay.port.StoreUnavailable;
import dev.patchbay.port.vault.KeyState;
import dev.patchbay.port.vault.Opening;
import dev.patchbay.port.vault.VaultKey;
import dev.patchbay.port.vault.WrappedKey;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class VaultCanaryTest {
    private final WatchedShelf shelf = new WatchedShelf();

    @Test
    void the_wrong_master_key_is_refused_in_plain_words_and_before_any_write() {
        Running first = new Running(Vaults.aMasterKey());
        first.start();
        first.vault.seal(ANNS, PLACE, SECRET);
        int writes = shelf.writeAttempts.get();

        Running second = new Running(Vaults.anotherMasterKey());
        assertThatThrownBy(() -> second.canary.check(true))
                .isInstanceOf(VaultUnusable.class)
                .hasMessageContaining(
                        "written with master key " + Vaults.aMasterKey().id())
                .hasMessageContaining("MASTER_KEY_FILE gives master key "
                        + Vaults.anotherMasterKey().id())
                .hasMessageContaining("Start with the master key that wrote this database")
                .hasMessageContaining("DATABASE_URL");
        second.assertLocked();
        assertThatThrownBy(second.canary::makeFirstKey).isInstanceOf(IllegalStateException.class);
        assertThat(shelf.writeAttempts).hasValue(writes);
    }

    @Test
    void the_right_master_key_reads_everything_again() {
        Running first = new Running(Vaults.aMasterKey());
        first.start();
        SealedSecret sealed = first.vault.seal(ANNS, PLACE, SECRET);

        Running second = new Running(Vaults.aMasterKey());
        second.canary.check(true);
        assertThat(second.vault.open(ANNS, PLACE, sealed)).isEqualTo(new Opening.Opened(SECRET));
    }

    @Test
    void every_operation_is_refused_before_the_check() {
        Running process = new Running(Vaults.aMasterKey());
        process.assertLocked();
        assertThat(shelf.writeAttempts).hasValue(0);
    }

    @Test
    void a_database_without_tables_is_not_read_and_a_check_never_writes() {
        Running process = new Running(Vaults.aMasterKey());
        process.canary.check(false);
        assertThat(shelf.reads).hasValue(0);
        process.canary.check(true);
        assertThat(shelf.writeAttempts).hasValue(0);
    }

    @Test
    void the_first_vault_key_is_made_once_and_is_active() {
        Running process = new Running(Vaults.aMasterKey());
        process.start();
        process.start();

        assertThat(shelf.vaultKeys()).singleElement().satisfies(key -> {
            assertThat(key.number()).isEqualTo(1);
            assertThat(key.state()).isEqualTo(KeyState.ACTIVE);
            assertThat(key.masterKeyId()).isEqualTo(Vaults.aMasterKey().id());
        });
    }

    @Test
    void sealing_makes_the_first_vault_key_when_start_up_did_not() {
        Running process = new Running(Vaults.aMasterKey());
        process.canary.check(false);

        SealedSecret sealed = process.vault.seal(ANNS, PLACE, SECRET);
        assertThat(process.vault.open(ANNS, PLACE, sealed)).isEqualTo(new Opening.Opened(SECRET));
        assertThat(shelf.vaultKeysAdded).hasValue(1);
    }

    @Test
    void sixteen_processes_that_start_together_share_one_vault_key() throws Exception {
        List<Callable<SealedSecret>> starts = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            starts.add(() -> {
                Running process = new Running(Vaults.aMasterKey());
                process.canary.check(false);
                process.canary.makeFirstKey();
                return process.vault.seal(ANNS, PLACE, SECRET);
            });
        }
        Running reader = new Running(Vaults.aMasterKey());
        reader.canary.check(false);
        try (var threads = Executors.newFixedThreadPool(16)) {
            for (Future<SealedSecret> sealed : threads.invokeAll(starts)) {
                assertThat(reader.vault.open(ANNS, PLACE, sealed.get())).isEqualTo(new Opening.Opened(SECRET));
            }
        }
        assertThat(shelf.vaultKeysAdded).hasValue(1);
    }

    @Test
    void two_first_starts_with_different_master_keys_do_not_both_go_on() {
        Running loser = new Running(Vaults.anotherMasterKey());
        loser.canary.check(false);
        new Running(Vaults.aMasterKey()).start();

        assertThatThrownBy(loser.canary::makeFirstKey).isInstanceOf(VaultUnusable.class);
        assertThatThrownBy(() -> loser.vault.seal(ANNS, PLACE, SECRET))
                .isInstanceOf(StoreUnavailable.class)
                .hasCauseInstanceOf(VaultUnusable.class);
        assertThat(shelf.dataKeysAdded).hasValue(0);
    }

    @Test
    void a_changed_vault_key_is_refused_whatever_its_state() {
        new Running(Vaults.aMasterKey()).start();
        for (KeyState state : List.of(KeyState.PENDING, KeyState.ACTIVE, KeyState.DECRYPT_ONLY, KeyState.DISABLED)) {
            shelf.vaultKeysSeen = each(
                    key -> new VaultKey(1, state, key.masterKeyId(), new WrappedKey(new byte[60]), key.createdAt()));
            assertThatThrownBy(() -> new Running(Vaults.aMasterKey()).canary.check(true))
                    .isInstanceOf(VaultUnusable.class)
                    .hasMessageContaining("Vault key 1")
                    .hasMessageContaining("backup");
        }
    }

    @Test
    void a_vault_key_under_another_number_is_refused() {
        new Running(Vaults.aMasterKey()).start();
        shelf.vaultKeysSeen =
                each(key -> new VaultKey(2, key.state(), key.masterKeyId(), key.wrapped(), key.createdAt()));

        assertThatThrownBy(() -> new Running(Vaults.aMasterKey()).canary.check(true))
                .isInstanceOf(VaultUnusable.class);
    }

    @Test
    void a_destroyed_vault_key_does_not_stop_the_start() {
        new Running(Vaults.aMasterKey()).start();
        shelf.vaultKeysSeen = keys -> {
            keys.add(new VaultKey(
                    0,
                    KeyState.DESTROYED,
                    "elsewhere",
                    new WrappedKey(new byte[0]),
                    keys.getFirst().createdAt()));
            return keys;
        };
        new Running(Vaults.aMasterKey()).canary.check(true);
    }

    @Test
    void lost_vault_keys_are_not_replaced_by_new_ones() {
        Running first = new Running(Vaults.aMasterKey());
        first.start();
        first.vault.seal(KeyOwner.service(), PLACE, SECRET);
        shelf.vaultKeysSeen = keys -> List.of();

        Running second = new Running(Vaults.aMasterKey());
        assertThatThrownBy(() -> second.canary.check(true))
                .isInstanceOf(VaultUnusable.class)
                .hasMessageContaining("backup");
        second.assertLocked();
        assertThat(shelf.vaultKeysAdded).hasValue(1);
    }

    @Test
    void without_an_active_vault_key_nothing_new_is_sealed_and_the_old_still_opens() {
        Running first = new Running(Vaults.aMasterKey());
        first.start();
        SealedSecret sealed = first.vault.seal(ANNS, PLACE, SECRET);
        shelf.vaultKeysSeen =
                each(key -> new VaultKey(1, KeyState.DECRYPT_ONLY, key.masterKeyId(), key.wrapped(), key.createdAt()));

        Running second = new Running(Vaults.aMasterKey());
        second.start();
        assertThat(second.vault.open(ANNS, PLACE, sealed)).isEqualTo(new Opening.Opened(SECRET));
        assertThatThrownBy(() -> second.vault.seal(Vaults.BENS, PLACE, SECRET)).isInstanceOf(StoreUnavailable.class);
        assertThat(shelf.vaultKeysAdded).hasValue(1);
    }

    @Test
    void a_disabled_vault_key_opens_nothing_and_that_is_an_outage() {
        Running first = new Running(Vaults.aMasterKey());
        first.start();
        SealedSecret sealed = first.vault.seal(ANNS, PLACE, SECRET);
        shelf.vaultKeysSeen =
                each(key -> new VaultKey(1, KeyState.DISABLED, key.masterKeyId(), key.wrapped(), key.createdAt()));

        Running second = new Running(Vaults.aMasterKey());
        second.start();
        assertThatThrownBy(() -> second.vault.open(ANNS, PLACE, sealed)).isInstanceOf(StoreUnavailable.class);
    }

    @Test
    void a_vault_key_that_appears_while_serving_is_found() {
        InMemoryStore store = new InMemoryStore();
        Running early = new Running(Vaults.aMasterKey(), new WatchedShelf(store.keyShelf()));
        early.canary.check(false);
        SealedSecret sealed = Vaults.started(store.keyShelf()).seal(ANNS, PLACE, SECRET);

        assertThat(early.vault.open(ANNS, PLACE, sealed)).isEqualTo(new Opening.Opened(SECRET));
    }

    private static UnaryOperator<List<VaultKey>> each(UnaryOperator<VaultKey> change) {
        return keys -> keys.stream().map(change).toList();
    }

    /** What one process has of the vault. */
    private final class Running {
        final VaultCanary canary;
        final EnvelopeVault vault;

        Running(MasterKey master) {
            this(master, shelf);
        }

        Running(MasterKey master, WatchedShelf over) {
            SteppingClock clock = SteppingClock.atNow();
            VaultKeys keys = new VaultKeys(master, over, clock);
            canary = new VaultCanary(keys, master);
            vault = new EnvelopeVault(over, keys, clock);
        }

        void start() {
            canary.check(true);
            canary.makeFirstKey();
        }

        void assertLocked() {
            List<ThrowingCallable> operations = List.of(
                    () -> vault.seal(ANNS, PLACE, SECRET),
                    () -> vault.sealerFor(ANNS),
                    () -> vault.open(ANNS, PLACE, new SealedSecret(new byte[0])),
                    () -> vault.open(ANNS, PLACE, new Envelope(1, new byte[64]).seal()),
                    () -> vault.destroyKeysOf(ANN));
            for (ThrowingCallable operation : operations) {
                assertThatThrownBy(operation)
                        .isExactlyInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("VaultCanary.check()");
            }
        }
    }
}
