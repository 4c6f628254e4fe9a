package dev.patchbay.adapter.vault;

import static dev.patchbay.adapter.vault.Vaults.ANNS;
import static dev.patchbay.adapter.vault.Vaults.BENS;
import static dev.patchbay.adapter.vault.Vaults.PLACE;
import static dev.patchbay.adapter.vault.Vaults.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.vault.SealedSecret;
import dev.patchbay.port.InMemoryStore;
import dev.patchbay.port.SteppingClock;
import dev.patchbay.port.vault.KeyState;
import dev.patchbay.port.vault.Opening;
import dev.patchbay.port.vault.VaultKey;
import dev.patchbay.port.vault.VaultReader;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyRotationTest {
    private final InMemoryStore store = new InMemoryStore();
    private final SteppingClock clock = SteppingClock.atNow();
    private final Running one = Running.serving("one", Vaults.aMasterKey(), store, clock);

    @Test
    void a_new_key_wraps_only_when_every_living_process_has_read_it() {
        Running two = Running.serving("two", Vaults.aMasterKey(), store, clock);
        assertThat(one.rotation.rotate()).isEqualTo(new Rotation.Begun(2));

        one.rotation.look();
        assertThat(states()).containsExactly(KeyState.ACTIVE, KeyState.PENDING);
        assertThat(one.rotation.promote()).extracting(VaultReader::process).containsExactly("two");

        two.rotation.look();
        assertThat(states()).containsExactly(KeyState.DECRYPT_ONLY, KeyState.ACTIVE);
        assertThat(one.rotation.promote()).isEmpty();
    }

    @Test
    void a_process_that_is_gone_is_not_waited_for_and_one_of_which_nobody_can_tell_is() {
        Running.serving("two", Vaults.aMasterKey(), store, clock);
        one.rotation.rotate();
        clock.advance(Duration.ofDays(3));
        one.rotation.look();
        assertThat(states()).containsExactly(KeyState.ACTIVE, KeyState.PENDING);

        one.presence.ended("two");
        one.rotation.look();
        assertThat(states()).containsExactly(KeyState.DECRYPT_ONLY, KeyState.ACTIVE);
        assertThat(store.vaultReaders().all()).extracting(VaultReader::process).containsExactly("one");
    }

    @Test
    void a_key_that_is_30_days_old_is_rotated_by_itself_and_a_younger_one_is_not() {
        clock.advance(Duration.ofDays(30).minusSeconds(1));
        one.rotation.look();
        assertThat(states()).containsExactly(KeyState.ACTIVE);

        clock.advance(Duration.ofSeconds(1));
        one.rotation.look();
        one.rotation.look();
        assertThat(states()).containsExactly(KeyState.DECRYPT_ONLY, KeyState.ACTIVE);

        clock.advance(Duration.ofDays(30));
        one.rotation.look();
        assertThat(states()).containsExactly(KeyState.DECRYPT_ONLY, KeyState.DECRYPT_ONLY, KeyState.ACTIVE);
    }

    @Test
    void a_rotation_that_is_under_way_is_not_begun_again() {
        Running.serving("two", Vaults.aMasterKey(), store, clock);
        one.rotation.rotate();

        assertThat(one.rotation.rotate()).isEqualTo(new Rotation.UnderWay(2));
        assertThat(states()).hasSize(2);
    }

    @Test
    void what_was_sealed_before_and_after_opens_in_every_process() {
        Running two = Running.serving("two", Vaults.aMasterKey(), store, clock);
        SealedSecret before = one.vault.seal(ANNS, PLACE, SECRET);
        one.rotation.rotate();
        one.rotation.look();
        two.rotation.look();
        one.rotation.look();
        SealedSecret after = one.vault.seal(BENS, PLACE, SECRET);

        assertThat(store.keyShelf().newestDataKey(BENS).orElseThrow().vaultKey())
                .isEqualTo(2);
        Running late = Running.serving("late", Vaults.aMasterKey(), store, clock);
        for (Running process : List.of(one, two, late)) {
            assertThat(process.vault.open(ANNS, PLACE, before)).isEqualTo(new Opening.Opened(SECRET));
            assertThat(process.vault.open(BENS, PLACE, after)).isEqualTo(new Opening.Opened(SECRET));
        }
    }

    @Test
    void a_process_that_has_not_seen_the_promotion_does_not_wrap_under_a_disabled_key() {
        Running behind = Running.serving("behind", Vaults.aMasterKey(), store, clock);
        one.rotation.rotate();
        behind.rotation.look();
        one.rotation.look();
        one.rewrapping.run();
        one.rewrapping.run();
        assertThat(states()).containsExactly(KeyState.DISABLED, KeyState.ACTIVE);

        SealedSecret sealed = behind.vault.seal(ANNS, PLACE, SECRET);

        assertThat(store.keyShelf().newestDataKey(ANNS).orElseThrow().vaultKey())
                .isEqualTo(2);
        assertThat(one.vault.open(ANNS, PLACE, sealed)).isEqualTo(new Opening.Opened(SECRET));
    }

    @Test
    void the_master_key_is_not_asked_again_for_what_it_has_unwrapped() {
        CountingMaster master = new CountingMaster(Vaults.aMasterKey());
        Running process = Running.serving("far", master, store, clock);
        int asked = master.unwrapped;

        process.rotation.look();
        process.rotation.look();

        assertThat(asked).isEqualTo(1);
        assertThat(master.unwrapped).isEqualTo(asked);
    }

    @Test
    void the_report_says_who_is_waited_for() {
        Running.serving("two", Vaults.aMasterKey(), store, clock);
        one.rotation.rotate();
        one.rotation.look();

        assertThat(one.report.lines())
                .anySatisfy(line -> assertThat(line).startsWith("vault key 1 is active"))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("vault key 2 is pending")
                        .contains("1 of 2 processes have not read it yet"))
                .anySatisfy(line -> assertThat(line).startsWith("process two has read vault key 1"));
    }

    private List<KeyState> states() {
        return store.keyShelf().vaultKeys().stream().map(VaultKey::state).toList();
    }
}
