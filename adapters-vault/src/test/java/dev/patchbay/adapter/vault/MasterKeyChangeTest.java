package dev.patchbay.adapter.vault;

import static dev.patchbay.adapter.vault.Vaults.ANNS;
import static dev.patchbay.adapter.vault.Vaults.PLACE;
import static dev.patchbay.adapter.vault.Vaults.SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.domain.vault.SealedSecret;
import dev.patchbay.port.InMemoryStore;
import dev.patchbay.port.SteppingClock;
import dev.patchbay.port.StoreUnavailable;
import dev.patchbay.port.Stores;
import dev.patchbay.port.vault.Opening;
import dev.patchbay.port.vault.VaultReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasterKeyChangeTest {
    private static final MasterKey OLD = Vaults.aMasterKey();
    private static final MasterKey NEW = Vaults.anotherMasterKey();
    /** More than any step takes. */
    private static final int CALLS = 40;

    private final InMemoryStore store = new InMemoryStore();
    private final SteppingClock clock = SteppingClock.atNow();

    @Test
    void the_master_key_is_changed_while_processes_serve() {
        Running one = Running.serving("one", OLD, store, clock);
        SealedSecret sealed = one.vault.seal(ANNS, PLACE, SECRET);
        one.rotation.rotate();
        one.rotation.look();

        assertThat(operator(OLD).change.begin(NEW)).isEqualTo(new MasterChange.BothFit(2));
        one.rotation.look();
        assertThat(one.vault.open(ANNS, PLACE, sealed)).isEqualTo(new Opening.Opened(SECRET));

        Running two = Running.serving("two", NEW, store, clock);
        assertThat(two.vault.open(ANNS, PLACE, sealed)).isEqualTo(new Opening.Opened(SECRET));
        assertThat(operator(NEW).change.finish())
                .isInstanceOfSatisfying(MasterChange.StillRunning.class, still -> assertThat(still.processes())
                        .extracting(VaultReader::process)
                        .containsExactly("one"));
        assertOpens(OLD, sealed);

        Running operator = operator(NEW);
        operator.presence.ended("one");
        assertThat(operator.change.finish()).isEqualTo(new MasterChange.Finished(NEW.id()));
        two.rotation.look();
        assertThat(two.vault.open(ANNS, PLACE, sealed)).isEqualTo(new Opening.Opened(SECRET));
        assertOpens(NEW, sealed);
        assertThatThrownBy(() -> operator(OLD)).isInstanceOf(VaultUnusable.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whichever_call_fails_everything_opens_with_the_old_or_the_new_and_the_change_can_be_completed(
            boolean afterwards) {
        for (int failing = 1; failing <= CALLS; failing++) {
            InMemoryStore fresh = new InMemoryStore();
            Running first = Running.operator("first", OLD, fresh, clock);
            SealedSecret sealed = first.vault.seal(ANNS, PLACE, SECRET);
            first.rotation.rotate();
            first.rotation.promote();

            Stores trouble = FailingStores.at(failing, afterwards, fresh);
            try {
                Running.operator("a", OLD, trouble, clock).change.begin(NEW);
                Running.operator("b", NEW, trouble, clock).change.finish();
            } catch (StoreUnavailable crashed) {
                assertThat(opens(OLD, fresh, sealed) || opens(NEW, fresh, sealed))
                        .as("after call %d", failing)
                        .isTrue();
            }
            if (opens(OLD, fresh, sealed)) {
                Running.operator("c", OLD, fresh, clock).change.begin(NEW);
            }
            Running.operator("d", NEW, fresh, clock).change.finish();
            assertThat(opens(NEW, fresh, sealed)).isTrue();
            assertThat(opens(OLD, fresh, sealed)).isFalse();
        }
    }

    @Test
    void no_vault_key_is_made_while_master_keys_are_changed() {
        Running one = Running.serving("one", OLD, store, clock);
        operator(OLD).change.begin(NEW);

        assertThat(one.rotation.rotate()).isEqualTo(new Rotation.MasterKeysChange());
    }

    @Test
    void finishing_with_the_old_master_key_in_use_or_without_a_change_does_nothing() {
        Running one = Running.operator("one", OLD, store, clock);
        assertThat(one.change.finish()).isEqualTo(new MasterChange.NotBegun());
        one.change.begin(NEW);

        assertThat(one.change.finish()).isEqualTo(new MasterChange.NotBegun());
        assertThat(store.keyShelf().vaultKeys())
                .allSatisfy(key -> assertThat(key.next()).isPresent());
    }

    @Test
    void a_change_is_given_up_unless_a_process_runs_on_the_new_master_key() {
        Running one = Running.operator("one", OLD, store, clock);
        SealedSecret sealed = one.vault.seal(ANNS, PLACE, SECRET);
        one.change.begin(NEW);
        Running.serving("two", NEW, store, clock);

        assertThat(one.change.giveUp()).isInstanceOf(MasterChange.StillRunning.class);
        assertThat(opens(NEW, store, sealed)).isTrue();

        one.presence.ended("two");
        assertThat(one.change.giveUp()).isEqualTo(new MasterChange.Finished(OLD.id()));
        assertThat(opens(NEW, store, sealed)).isFalse();
        assertOpens(OLD, sealed);
    }

    @Test
    void the_same_master_key_is_no_change() {
        assertThat(operator(OLD).change.begin(OLD)).isEqualTo(new MasterChange.TheSame());
    }

    private Running operator(MasterKey master) {
        return Running.operator("operator", master, store, clock);
    }

    private void assertOpens(MasterKey master, SealedSecret sealed) {
        assertThat(opens(master, store, sealed)).isTrue();
    }

    private boolean opens(MasterKey master, Stores over, SealedSecret sealed) {
        try {
            return Running.operator("reader", master, over, clock)
                    .vault
                    .open(ANNS, PLACE, sealed)
                    .equals(new Opening.Opened(SECRET));
        } catch (VaultUnusable no) {
            return false;
        }
    }
}
