package dev.patchbay.adapter.vault;

import static dev.patchbay.adapter.vault.Vaults.PLACE;
import static dev.patchbay.adapter.vault.Vaults.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.vault.KeyOwner;
import dev.patchbay.domain.vault.SealedSecret;
import dev.patchbay.port.SteppingClock;
import dev.patchbay.port.vault.DataKey;
import dev.patchbay.port.vault.Opening;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DataKeysTest {
    private final WatchedShelf shelf = new WatchedShelf();
    private final SteppingClock clock = SteppingClock.atNow();
    private final VaultKeys vaultKeys = new VaultKeys(Vaults.aMasterKey(), shelf, clock);

    @Test
    void keys_that_fell_out_of_the_cache_are_read_again() {
        vaultKeys.unlock();
        TinkVault vault = new TinkVault(new DataKeys(shelf, vaultKeys, clock, 4));
        List<SealedSecret> sealed = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            sealed.add(vault.seal(owner(i), PLACE, SECRET));
        }
        int reads = shelf.reads.get();
        for (int i = 0; i < 10; i++) {
            assertThat(vault.open(owner(i), PLACE, sealed.get(i))).isEqualTo(new Opening.Opened(SECRET));
        }
        assertThat(shelf.reads.get() - reads).isBetween(6, 10);
        assertThat(shelf.dataKeysAdded).hasValue(10);
    }

    @Test
    void an_owners_older_key_opens_while_the_newest_one_seals() {
        vaultKeys.unlock();
        TinkVault vault = new TinkVault(new DataKeys(shelf, vaultKeys, clock, 4));
        SealedSecret older = vault.seal(owner(1), PLACE, SECRET);
        VaultKeys.Current by = vaultKeys.current();
        byte[] binding = AssociatedData.ofDataKey(owner(1), 2, by.number());
        shelf.add(new DataKey(owner(1), 2, by.number(), by.key().wrap(GcmKey.newMaterial(), binding), clock.instant()));

        TinkVault restarted = new TinkVault(new DataKeys(shelf, vaultKeys, clock, 4));
        SealedSecret newer = restarted.seal(owner(1), PLACE, SECRET);

        assertThat(Envelope.parse(older).orElseThrow().dataKey()).isEqualTo(1);
        assertThat(Envelope.parse(newer).orElseThrow().dataKey()).isEqualTo(2);
        for (TinkVault each : List.of(vault, restarted)) {
            assertThat(each.open(owner(1), PLACE, older)).isEqualTo(new Opening.Opened(SECRET));
            assertThat(each.open(owner(1), PLACE, newer)).isEqualTo(new Opening.Opened(SECRET));
        }
    }

    private static KeyOwner owner(int number) {
        return KeyOwner.of(AccountId.of(new UUID(9, number)));
    }
}
