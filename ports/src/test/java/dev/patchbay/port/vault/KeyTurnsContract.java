package dev.patchbay.port.vault;

import static dev.patchbay.port.Fixtures.NOW;
import static dev.patchbay.port.Fixtures.open;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.vault.KeyOwner;
import dev.patchbay.port.Race;
import dev.patchbay.port.Stores;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link KeyTurns}, {@link Rewraps}, {@link VaultReaders} and {@link MasterWraps} keeps. */
public abstract class KeyTurnsContract {
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final Instant LATEST = NOW.plusSeconds(120);

    private int first;

    protected abstract Stores stores();

    @BeforeEach
    void no_key_of_another_test_is_active() {
        stores().masterWraps().giveUp();
        first = 1
                + stores().keyShelf().vaultKeys().stream()
                        .mapToInt(VaultKey::number)
                        .max()
                        .orElse(0);
        stores().keyShelf().add(vaultKey(first, KeyState.PENDING));
        stores().keyTurns().promote(first, NOW);
    }

    @Test
    void promoting_retires_the_key_that_was_active() {
        stores().keyShelf().add(vaultKey(first + 1, KeyState.PENDING));

        assertThat(stores().keyTurns().promote(first + 1, LATER)).isTrue();
        assertThat(stores().keyTurns().promote(first + 1, LATEST)).isFalse();
        assertThat(stores().keyTurns().promote(first, LATEST)).isFalse();

        assertThat(state(first)).isEqualTo(KeyState.DECRYPT_ONLY);
        assertThat(key(first).since()).isEqualTo(LATER);
        assertThat(state(first + 1)).isEqualTo(KeyState.ACTIVE);
        assertThat(key(first + 1).since()).isEqualTo(LATER);
        assertThat(key(first + 1).createdAt()).isEqualTo(NOW);
    }

    @Test
    void of_many_who_promote_one_does() {
        stores().keyShelf().add(vaultKey(first + 1, KeyState.PENDING));

        assertThat(Race.of(() -> stores().keyTurns().promote(first + 1, LATER))).containsOnlyOnce(true);
        assertThat(stores().keyShelf().vaultKeys().stream().filter(key -> key.state() == KeyState.ACTIVE))
                .hasSize(1);
    }

    @Test
    void a_key_that_a_data_key_names_is_neither_disabled_nor_destroyed() {
        DataKey named = dataKey(first);
        stores().keyShelf().add(named);
        turn();

        assertThat(stores().keyTurns().disable(first, LATER)).isFalse();
        assertThat(stores().keyTurns().destroy(first, LATEST, LATEST)).isFalse();
        assertThat(state(first)).isEqualTo(KeyState.DECRYPT_ONLY);

        stores().rewraps().rewrap(named, under(named, first + 1));
        assertThat(stores().keyTurns().disable(first, LATER)).isTrue();
        assertThat(state(first)).isEqualTo(KeyState.DISABLED);
    }

    @Test
    void nothing_names_a_disabled_key_any_more() {
        DataKey key = dataKey(first + 1);
        turn();
        stores().keyShelf().add(key);
        stores().keyTurns().disable(first, LATER);

        assertThat(stores().keyShelf().add(dataKey(first))).isFalse();
        assertThat(stores().rewraps().rewrap(key, under(key, first))).isFalse();
        assertThat(stores().rewraps().countUnder(first)).isZero();
    }

    @Test
    void a_key_that_is_disabled_while_data_keys_are_added_is_named_by_none() {
        turn();
        List<Callable<Boolean>> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            all.add(() -> stores().keyShelf().add(dataKey(first)));
            all.add(() -> stores().keyTurns().disable(first, LATER));
        }

        Race.between(all);

        assertThat(stores().rewraps().countUnder(first) == 0).isEqualTo(state(first) == KeyState.DISABLED);
    }

    @Test
    void an_active_or_pending_key_is_not_disabled() {
        stores().keyShelf().add(vaultKey(first + 1, KeyState.PENDING));

        assertThat(stores().keyTurns().disable(first, LATER)).isFalse();
        assertThat(stores().keyTurns().disable(first + 1, LATER)).isFalse();
        assertThat(state(first)).isEqualTo(KeyState.ACTIVE);
    }

    @Test
    void a_disabled_key_is_destroyed_when_its_time_has_come_and_its_number_stays_taken() {
        turn();
        stores().keyTurns().disable(first, LATER);

        assertThat(stores().keyTurns().destroy(first, LATER, LATEST)).isFalse();
        assertThat(stores().keyTurns().destroy(first, LATER.plusSeconds(1), LATEST))
                .isTrue();
        assertThat(state(first)).isEqualTo(KeyState.DESTROYED);
        assertThat(key(first).wrapped()).isEqualTo(new WrappedKey(new byte[0]));
        assertThat(stores().keyShelf().add(vaultKey(first, KeyState.PENDING))).isFalse();
    }

    @Test
    void data_keys_under_a_vault_key_come_in_pages_and_are_counted() {
        turn();
        List<DataKey> added = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            DataKey key = dataKey(first);
            stores().keyShelf().add(key);
            added.add(key);
        }

        List<DataKey> found = new ArrayList<>();
        Optional<DataKey> last = Optional.empty();
        do {
            List<DataKey> page = stores().rewraps().under(first, last, 2);
            found.addAll(page);
            last = page.isEmpty() ? Optional.empty() : Optional.of(page.getLast());
        } while (last.isPresent());

        assertThat(found).containsExactlyInAnyOrderElementsOf(added);
        assertThat(stores().rewraps().countUnder(first)).isEqualTo(5);
    }

    @Test
    void of_many_who_rewrap_a_data_key_one_does() {
        turn();
        DataKey key = dataKey(first);
        stores().keyShelf().add(key);

        assertThat(Race.of(() -> stores().rewraps().rewrap(key, under(key, first + 1))))
                .containsOnlyOnce(true);
        assertThat(stores().keyShelf().newestDataKey(key.owner())).contains(under(key, first + 1));
    }

    @Test
    void a_data_key_that_was_destroyed_does_not_come_back_by_rewrapping() {
        turn();
        DataKey key = dataKey(first);
        stores().keyShelf().add(key);
        stores().keyShelf().destroyDataKeys(key.owner());

        assertThat(stores().rewraps().rewrap(key, under(key, first + 1))).isFalse();
        assertThat(stores().keyShelf().newestDataKey(key.owner())).isEmpty();
    }

    @Test
    void what_a_process_knows_replaces_what_it_knew() {
        String process = UUID.randomUUID().toString();
        stores().vaultReaders().note(new VaultReader(process, 1, "m", NOW));
        stores().vaultReaders().note(new VaultReader(process, 2, "n", LATER));

        assertThat(stores().vaultReaders().all())
                .filteredOn(one -> one.process().equals(process))
                .containsExactly(new VaultReader(process, 2, "n", LATER));

        stores().vaultReaders().forget(process);
        stores().vaultReaders().forget(process);
        assertThat(stores().vaultReaders().all()).noneMatch(one -> one.process().equals(process));
    }

    @Test
    void a_second_wrap_stands_beside_the_first_until_all_keys_have_one() {
        turn();
        MasterWrap next = new MasterWrap("next", new WrappedKey(new byte[] {7}));

        assertThat(stores().masterWraps().add(key(first), next)).isTrue();
        assertThat(stores().masterWraps().finish("next", LATER)).isFalse();
        assertThat(key(first)).isEqualTo(with(key(first), "check-" + first, Optional.of(next)));

        for (VaultKey key : there()) {
            assertThat(stores().masterWraps().add(key, next)).isTrue();
        }
        assertThat(stores().masterWraps().finish("other", LATER)).isFalse();
        assertThat(stores().masterWraps().finish("next", LATER)).isTrue();
        assertThat(there()).allSatisfy(key -> {
            assertThat(key.masterKeyId()).isEqualTo("next");
            assertThat(key.wrapped()).isEqualTo(next.wrapped());
            assertThat(key.next()).isEmpty();
        });
    }

    @Test
    void a_second_wrap_of_a_key_that_was_read_before_a_change_is_refused() {
        VaultKey read = key(first);
        MasterWrap next = new MasterWrap("next", new WrappedKey(new byte[] {7}));
        VaultKey other = with(read, "other", Optional.empty());
        VaultKey changed =
                new VaultKey(other.number(), other.state(), "other", new WrappedKey(new byte[] {8}), other.createdAt());

        assertThat(stores().masterWraps().add(changed, next)).isFalse();
        assertThat(key(first).next()).isEmpty();
    }

    @Test
    void a_change_that_was_given_up_leaves_the_first_wraps() {
        VaultKey before = key(first);
        stores().masterWraps().add(before, new MasterWrap("next", new WrappedKey(new byte[] {7})));

        stores().masterWraps().giveUp();
        stores().masterWraps().giveUp();

        assertThat(key(first)).isEqualTo(before);
    }

    private void turn() {
        stores().keyShelf().add(vaultKey(first + 1, KeyState.PENDING));
        stores().keyTurns().promote(first + 1, NOW);
    }

    private VaultKey key(int number) {
        return stores().keyShelf().vaultKeys().stream()
                .filter(key -> key.number() == number)
                .findFirst()
                .orElseThrow();
    }

    private KeyState state(int number) {
        return key(number).state();
    }

    private List<VaultKey> there() {
        return stores().keyShelf().vaultKeys().stream()
                .filter(key -> key.state() != KeyState.DESTROYED)
                .toList();
    }

    private DataKey dataKey(int vaultKey) {
        KeyOwner owner = KeyOwner.of(open(stores()).id());
        return new DataKey(owner, 1, vaultKey, new WrappedKey(new byte[] {1, (byte) vaultKey}), NOW);
    }

    private static DataKey under(DataKey key, int vaultKey) {
        byte[] wrapped = {1, (byte) vaultKey};
        return new DataKey(key.owner(), key.number(), vaultKey, new WrappedKey(wrapped), key.createdAt());
    }

    private static VaultKey vaultKey(int number, KeyState state) {
        return new VaultKey(number, state, "check-" + number, new WrappedKey(new byte[] {0, -1, 127, -128}), NOW);
    }

    private static VaultKey with(VaultKey key, String master, Optional<MasterWrap> next) {
        return new VaultKey(key.number(), key.state(), master, key.wrapped(), key.createdAt(), key.since(), next);
    }
}
