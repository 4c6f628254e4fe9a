package dev.patchbay.adapter.vault;

import static dev.patchbay.adapter.vault.Vaults.ANNS;
import static dev.patchbay.adapter.vault.Vaults.BENS;
import static dev.patchbay.adapter.vault.Vaults.PLACE;
import static dev.patchbay.adapter.vault.Vaults.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.vault.KeyOwner;
import dev.patchbay.domain.vault.SealedSecret;
import dev.patchbay.port.InMemoryStore;
import dev.patchbay.port.SteppingClock;
import dev.patchbay.port.Stores;
import dev.patchbay.port.vault.DataKey;
import dev.patchbay.port.vault.KeyState;
import dev.patchbay.port.vault.Opening;
import dev.patchbay.port.vault.VaultKey;
import dev.patchbay.port.vault.WrappedKey;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RewrappingTest {
    private final InMemoryStore store = new InMemoryStore();
    private final SteppingClock clock = SteppingClock.atNow();
    private final Running process = Running.serving("one", Vaults.aMasterKey(), store, clock);

    @Test
    void every_data_key_is_wrapped_by_the_active_key_and_what_it_sealed_still_opens() {
        List<KeyOwner> owners = IntStream.range(0, 450)
                .mapToObj(i -> KeyOwner.of(AccountId.of(new UUID((long) i << 56, i))))
                .toList();
        List<SealedSecret> sealed = owners.stream()
                .map(owner -> process.vault.seal(owner, PLACE, SECRET))
                .toList();
        turn();
        assertThat(process.rewrapping.left()).isEqualTo(450);

        process.rewrapping.run();

        assertThat(process.rewrapping.left()).isZero();
        Running late = Running.serving("late", Vaults.aMasterKey(), store, clock);
        for (int i = 0; i < owners.size(); i++) {
            assertThat(late.vault.open(owners.get(i), PLACE, sealed.get(i))).isEqualTo(new Opening.Opened(SECRET));
        }
    }

    @Test
    void a_key_that_wraps_nothing_is_disabled_after_two_looks_and_destroyed_after_30_days() {
        process.vault.seal(ANNS, PLACE, SECRET);
        turn();
        process.rewrapping.run();
        process.rewrapping.run();
        assertThat(state(1)).isEqualTo(KeyState.DECRYPT_ONLY);

        process.rewrapping.run();
        assertThat(state(1)).isEqualTo(KeyState.DISABLED);
        clock.advance(Duration.ofDays(30));
        process.rewrapping.run();
        assertThat(state(1)).isEqualTo(KeyState.DISABLED);

        clock.advance(Duration.ofSeconds(1));
        process.rewrapping.run();
        assertThat(state(1)).isEqualTo(KeyState.DESTROYED);
        assertThat(store.keyShelf().vaultKeys().getFirst().wrapped()).isEqualTo(new WrappedKey(new byte[0]));
        Running.serving("late", Vaults.aMasterKey(), store, clock);
    }

    @Test
    void a_damaged_data_key_stays_under_its_key_and_the_others_do_not() {
        SealedSecret bens = process.vault.seal(BENS, PLACE, SECRET);
        store.keyShelf().add(new DataKey(ANNS, 1, 1, new WrappedKey(new byte[60]), clock.instant()));
        turn();

        for (int i = 0; i < 5; i++) {
            process.rewrapping.run();
        }

        assertThat(state(1)).isEqualTo(KeyState.DECRYPT_ONLY);
        assertThat(process.rewrapping.left()).isEqualTo(1);
        assertThat(store.keyShelf().newestDataKey(BENS).orElseThrow().vaultKey())
                .isEqualTo(2);
        assertThat(process.vault.open(BENS, PLACE, bens)).isEqualTo(new Opening.Opened(SECRET));
        assertThat(process.report.lines())
                .anySatisfy(line ->
                        assertThat(line).startsWith("vault key 1 only unwraps").contains("1 data keys are left"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whichever_call_fails_the_keys_turn_in_the_end_and_everything_opens(boolean afterwards) {
        for (int failing = 1; failing <= 40; failing++) {
            InMemoryStore fresh = new InMemoryStore();
            Running first = Running.operator("first", Vaults.aMasterKey(), fresh, clock);
            SealedSecret anns = first.vault.seal(ANNS, PLACE, SECRET);
            SealedSecret bens = first.vault.seal(BENS, PLACE, SECRET);
            Stores stores = FailingStores.at(failing, afterwards, fresh);
            Running crashing =
                    FailingStores.insisting(() -> Running.serving("one", Vaults.aMasterKey(), stores, clock));

            FailingStores.insisting(crashing.rotation::rotate);
            for (int i = 0; i < 6; i++) {
                FailingStores.insisting(() -> {
                    crashing.rotation.look();
                    crashing.rewrapping.run();
                    return true;
                });
            }

            assertThat(fresh.keyShelf().vaultKeys())
                    .as("after call %d", failing)
                    .extracting(VaultKey::state)
                    .containsExactly(KeyState.DISABLED, KeyState.ACTIVE);
            Running late = Running.serving("late", Vaults.aMasterKey(), fresh, clock);
            assertThat(late.vault.open(ANNS, PLACE, anns)).isEqualTo(new Opening.Opened(SECRET));
            assertThat(late.vault.open(BENS, PLACE, bens)).isEqualTo(new Opening.Opened(SECRET));
        }
    }

    private void turn() {
        process.rotation.rotate();
        process.rotation.look();
        assertThat(state(2)).isEqualTo(KeyState.ACTIVE);
    }

    private KeyState state(int number) {
        return store.keyShelf().vaultKeys().stream()
                .filter(key -> key.number() == number)
                .map(VaultKey::state)
                .findFirst()
                .orElseThrow();
    }
}
