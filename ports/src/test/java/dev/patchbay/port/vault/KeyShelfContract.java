package dev.patchbay.port.vault;

import static dev.patchbay.port.Fixtures.NOW;
import static dev.patchbay.port.Fixtures.open;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.vault.KeyOwner;
import dev.patchbay.port.Race;
import dev.patchbay.port.Stores;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link KeyShelf} keeps. */
public abstract class KeyShelfContract {

    private static final int WRAPPING = 3;

    protected abstract Stores stores();

    @BeforeEach
    void there_is_a_vault_key_that_wraps() {
        boolean _ = stores().keyShelf().add(vaultKey(WRAPPING, KeyState.DECRYPT_ONLY));
    }

    @Test
    void a_data_key_is_refused_when_its_vault_key_is_not_there_or_wraps_no_more() {
        int disabled = nextVaultKey();
        stores().keyShelf().add(vaultKey(disabled, KeyState.DISABLED));
        KeyOwner ann = owner();

        assertThat(stores().keyShelf().add(new DataKey(ann, 1, disabled, new WrappedKey(new byte[] {1}), NOW)))
                .isFalse();
        assertThat(stores().keyShelf().add(new DataKey(ann, 1, disabled + 1, new WrappedKey(new byte[] {1}), NOW)))
                .isFalse();
        assertThat(stores().keyShelf().newestDataKey(ann)).isEmpty();
    }

    @Test
    void vault_keys_come_back_whole_and_oldest_first() {
        int next = nextVaultKey();
        VaultKey second = vaultKey(next + 1, KeyState.ACTIVE);
        VaultKey first = vaultKey(next, KeyState.DECRYPT_ONLY);

        assertThat(stores().keyShelf().add(second)).isTrue();
        assertThat(stores().keyShelf().add(first)).isTrue();

        assertThat(stores().keyShelf().vaultKeys()).endsWith(first, second);
    }

    @Test
    void a_vault_key_is_never_overwritten() {
        VaultKey first = vaultKey(nextVaultKey(), KeyState.ACTIVE);
        stores().keyShelf().add(first);

        assertThat(stores().keyShelf()
                        .add(new VaultKey(
                                first.number(),
                                KeyState.ACTIVE,
                                "other",
                                new WrappedKey(new byte[] {9}),
                                NOW.plusNanos(1000))))
                .isFalse();
        assertThat(stores().keyShelf().vaultKeys()).endsWith(first);
    }

    @Test
    void of_many_who_add_a_vault_key_with_one_number_exactly_one_does() {
        VaultKey key = vaultKey(nextVaultKey(), KeyState.ACTIVE);

        assertThat(Race.of(() -> stores().keyShelf().add(key))).containsOnlyOnce(true);
    }

    @Test
    void an_owners_newest_data_key_has_the_highest_number() {
        KeyOwner ann = owner();
        for (int number : List.of(2, 10, 1)) {
            assertThat(stores().keyShelf().add(dataKey(ann, number))).isTrue();
        }

        assertThat(stores().keyShelf().newestDataKey(ann)).contains(dataKey(ann, 10));
        assertThat(stores().keyShelf().dataKey(ann, 2)).contains(dataKey(ann, 2));
        assertThat(stores().keyShelf().dataKey(ann, 3)).isEmpty();
        assertThat(stores().keyShelf().newestDataKey(owner())).isEmpty();
    }

    @Test
    void of_many_owners_each_ones_newest_is_found_at_once() {
        List<KeyOwner> some = Stream.generate(this::owner).limit(120).toList();
        some.forEach(one -> stores().keyShelf().add(dataKey(one, 1)));
        stores().keyShelf().add(dataKey(some.get(7), 2));
        stores().keyShelf().add(dataKey(some.get(7), 9));
        KeyOwner without = owner();
        Set<KeyOwner> asked = new HashSet<>(some.subList(0, 101));
        asked.add(without);

        List<DataKey> expected = some.subList(0, 101).stream()
                .map(one -> dataKey(one, one.equals(some.get(7)) ? 9 : 1))
                .toList();
        assertThat(stores().keyShelf().newestDataKeys(asked)).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(stores().keyShelf().newestDataKeys(Set.of())).isEmpty();
        assertThat(stores().keyShelf().newestDataKeys(Set.of(without))).isEmpty();
    }

    @Test
    void the_service_has_data_keys_too() {
        stores().keyShelf().destroyDataKeys(KeyOwner.service());

        assertThat(stores().keyShelf().add(dataKey(KeyOwner.service(), 1))).isTrue();
        assertThat(stores().keyShelf().newestDataKey(KeyOwner.service())).contains(dataKey(KeyOwner.service(), 1));
    }

    @Test
    void a_data_key_is_never_overwritten() {
        KeyOwner ann = owner();
        stores().keyShelf().add(dataKey(ann, 1));

        assertThat(stores().keyShelf().add(new DataKey(ann, 1, WRAPPING, new WrappedKey(new byte[] {9}), NOW)))
                .isFalse();
        assertThat(stores().keyShelf().dataKey(ann, 1)).contains(dataKey(ann, 1));
    }

    @Test
    void of_many_who_add_a_data_key_with_one_number_exactly_one_does_and_all_see_it() {
        KeyOwner ann = owner();
        AtomicInteger runner = new AtomicInteger();

        List<Boolean> added = Race.of(() -> {
            byte[] own = {(byte) runner.incrementAndGet()};
            return stores().keyShelf().add(new DataKey(ann, 1, WRAPPING, new WrappedKey(own), NOW));
        });

        assertThat(added).containsOnlyOnce(true);
        assertThat(stores().keyShelf().newestDataKey(ann)).isPresent();
    }

    @Test
    void destroying_an_owners_keys_leaves_none_of_them_and_touches_no_other() {
        KeyOwner ann = owner();
        KeyOwner bob = owner();
        stores().keyShelf().add(dataKey(ann, 1));
        stores().keyShelf().add(dataKey(ann, 2));
        stores().keyShelf().add(dataKey(bob, 1));

        stores().keyShelf().destroyDataKeys(ann);
        stores().keyShelf().destroyDataKeys(ann);

        assertThat(stores().keyShelf().newestDataKey(ann)).isEmpty();
        assertThat(stores().keyShelf().dataKey(ann, 1)).isEmpty();
        assertThat(stores().keyShelf().newestDataKey(bob)).contains(dataKey(bob, 1));
    }

    private KeyOwner owner() {
        Account account = open(stores());
        return KeyOwner.of(account.id());
    }

    private int nextVaultKey() {
        return stores().keyShelf().vaultKeys().stream()
                        .mapToInt(VaultKey::number)
                        .max()
                        .orElse(0)
                + 1;
    }

    private static VaultKey vaultKey(int number, KeyState state) {
        return new VaultKey(number, state, "check-" + number, new WrappedKey(new byte[] {0, -1, 127, -128}), NOW);
    }

    private static DataKey dataKey(KeyOwner owner, int number) {
        return new DataKey(owner, number, WRAPPING, new WrappedKey(new byte[] {(byte) number, 0, -1}), NOW);
    }
}
