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
import dev.patchbay.port.vault.WrappedKey;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DataKeysTest {
    private final WatchedShelf shelf = new WatchedShelf();
    private final SteppingClock clock = SteppingClock.atNow();
    private final VaultKeys vaultKeys = new VaultKeys(Vaults.aMasterKey(), shelf, clock);

    @Test
    void keys_that_fell_out_of_the_cache_are_read_again() {
        vaultKeys.unlock();
        EnvelopeVault vault = new EnvelopeVault(new DataKeys(shelf, vaultKeys, clock, 4));
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
        EnvelopeVault vault = new EnvelopeVault(new DataKeys(shelf, vaultKeys, clock, 4));
        SealedSecret older = vault.seal(owner(1), PLACE, SECRET);
        VaultKeys.Current by = vaultKeys.current();
        byte[] binding = AssociatedData.ofDataKey(owner(1), 2, by.number());
        shelf.add(new DataKey(owner(1), 2, by.number(), by.key().wrap(GcmKey.newMaterial(), binding), clock.instant()));

        EnvelopeVault restarted = new EnvelopeVault(new DataKeys(shelf, vaultKeys, clock, 4));
        SealedSecret newer = restarted.seal(owner(1), PLACE, SECRET);

        assertThat(Envelope.parse(older).orElseThrow().dataKey()).isEqualTo(1);
        assertThat(Envelope.parse(newer).orElseThrow().dataKey()).isEqualTo(2);
        for (EnvelopeVault each : List.of(vault, restarted)) {
            assertThat(each.open(owner(1), PLACE, older)).isEqualTo(new Opening.Opened(SECRET));
            assertThat(each.open(owner(1), PLACE, newer)).isEqualTo(new Opening.Opened(SECRET));
        }
    }

    @Test
    void keys_that_were_got_ready_together_are_not_read_one_by_one() {
        vaultKeys.unlock();
        EnvelopeVault first = new EnvelopeVault(new DataKeys(shelf, vaultKeys, clock, 20));
        List<SealedSecret> sealed = IntStream.range(0, 10)
                .mapToObj(i -> first.seal(owner(i), PLACE, SECRET))
                .toList();
        EnvelopeVault vault = new EnvelopeVault(new DataKeys(shelf, vaultKeys, clock, 20));
        int reads = shelf.reads.get();

        vault.getReady(IntStream.range(0, 11).mapToObj(DataKeysTest::owner).toList());
        vault.getReady(List.of(owner(3)));

        for (int i = 0; i < 10; i++) {
            assertThat(vault.open(owner(i), PLACE, sealed.get(i))).isEqualTo(new Opening.Opened(SECRET));
            vault.sealerFor(owner(i));
        }
        assertThat(shelf.reads.get() - reads).isEqualTo(1);
        assertThat(shelf.dataKeysAdded).hasValue(10);
    }

    @Test
    void a_damaged_key_does_not_keep_the_others_from_getting_ready() {
        vaultKeys.unlock();
        EnvelopeVault first = new EnvelopeVault(new DataKeys(shelf, vaultKeys, clock, 20));
        SealedSecret sealed = first.seal(owner(1), PLACE, SECRET);
        first.seal(owner(2), PLACE, SECRET);
        shelf.dataKeysSeen = key -> key.owner().equals(owner(2))
                ? new DataKey(key.owner(), key.number(), key.vaultKey(), new WrappedKey(new byte[60]), key.createdAt())
                : key;
        EnvelopeVault vault = new EnvelopeVault(new DataKeys(shelf, vaultKeys, clock, 20));

        vault.getReady(List.of(owner(1), owner(2)));

        int reads = shelf.reads.get();
        assertThat(vault.open(owner(1), PLACE, sealed)).isEqualTo(new Opening.Opened(SECRET));
        assertThat(shelf.reads).hasValue(reads);
    }

    private static KeyOwner owner(int number) {
        return KeyOwner.of(AccountId.of(new UUID(9, number)));
    }
}
