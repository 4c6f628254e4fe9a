package dev.patchbay.port.vault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.vault.KeyOwner;
import dev.patchbay.domain.vault.Place;
import dev.patchbay.domain.vault.SealedSecret;
import dev.patchbay.domain.vault.Secret;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * What every {@link TokenVault} promises. Extend it, and give a vault that is ready for use and starts without data
 * keys.
 */
public abstract class TokenVaultContract {
    /** The vault under test: the same one during one test, a new one for each. */
    protected abstract TokenVault vault();

    private static final AccountId ANN = AccountId.of(new UUID(1, 1));
    private static final AccountId BEN = AccountId.of(new UUID(2, 2));
    private static final KeyOwner ANNS = KeyOwner.of(ANN);
    private static final KeyOwner BENS = KeyOwner.of(BEN);
    private static final Place PLACE = new Place("connection.refresh_token", "row-1", "spotify", 3);
    private static final Secret SECRET = Secret.of("a refresh token");

    @Test
    void what_was_sealed_opens_in_its_place() {
        assertThat(vault().open(ANNS, PLACE, vault().seal(ANNS, PLACE, SECRET))).isEqualTo(new Opening.Opened(SECRET));
    }

    @Test
    void the_service_has_a_key_of_its_own() {
        SealedSecret sealed = vault().seal(KeyOwner.service(), PLACE, SECRET);

        assertThat(vault().open(KeyOwner.service(), PLACE, sealed)).isEqualTo(new Opening.Opened(SECRET));
        assertUnreadable(ANNS, PLACE, sealed);
    }

    @Test
    void any_bytes_and_lengths_come_back_as_they_were() {
        byte[] everyByte = new byte[256];
        for (int i = 0; i < everyByte.length; i++) {
            everyByte[i] = (byte) i;
        }
        List<Secret> secrets = List.of(
                Secret.of(new byte[] {0}),
                Secret.of(everyByte),
                Secret.of("𝄞 ключ"),
                Secret.of("x".repeat(16 * 1024)));
        for (Secret secret : secrets) {
            assertThat(vault().open(ANNS, PLACE, vault().seal(ANNS, PLACE, secret)))
                    .isEqualTo(new Opening.Opened(secret));
        }
    }

    @Test
    void nothing_opens_anywhere_but_where_it_was_sealed_for() {
        List<Spot> spots = List.of(
                new Spot(ANNS, PLACE),
                new Spot(BENS, PLACE),
                new Spot(KeyOwner.service(), PLACE),
                new Spot(ANNS, new Place("connection.access_token", "row-1", "spotify", 3)),
                new Spot(ANNS, new Place("connection.refresh_token", "row-2", "spotify", 3)),
                new Spot(ANNS, new Place("connection.refresh_token", "row-1", "youtube", 3)),
                new Spot(ANNS, new Place("connection.refresh_token", "row-1", "", 3)),
                new Spot(ANNS, new Place("connection.refresh_token", "row-1", "spotify", 2)),
                new Spot(ANNS, new Place("connection.refresh_token", "row-1", "spotify", 4)));
        for (Spot home : spots) {
            SealedSecret sealed = vault().seal(home.owner(), home.place(), SECRET);
            for (Spot spot : spots) {
                if (spot.equals(home)) {
                    assertThat(vault().open(spot.owner(), spot.place(), sealed)).isEqualTo(new Opening.Opened(SECRET));
                } else {
                    assertUnreadable(spot.owner(), spot.place(), sealed);
                }
            }
        }
    }

    @Test
    void parts_of_a_place_do_not_run_into_one_another() {
        SealedSecret sealed = vault().seal(ANNS, new Place("ab", "c", "d", 0), SECRET);

        assertUnreadable(ANNS, new Place("a", "bc", "d", 0), sealed);
        assertUnreadable(ANNS, new Place("ab", "cd", "", 0), sealed);
        assertUnreadable(ANNS, new Place("abc", "", "d", 0), sealed);
    }

    @Test
    void a_changed_shortened_or_lengthened_envelope_is_unreadable() {
        byte[] envelope = vault().seal(ANNS, PLACE, SECRET).envelope();
        for (int i = 0; i < envelope.length; i++) {
            byte[] changed = envelope.clone();
            changed[i] = (byte) (changed[i] ^ 1);
            assertUnreadable(ANNS, PLACE, new SealedSecret(changed));
            assertUnreadable(ANNS, PLACE, new SealedSecret(Arrays.copyOf(envelope, i)));
            assertUnreadable(ANNS, PLACE, new SealedSecret(Arrays.copyOfRange(envelope, i + 1, envelope.length)));
        }
        assertUnreadable(ANNS, PLACE, new SealedSecret(Arrays.copyOf(envelope, envelope.length + 1)));
    }

    @Test
    void garbage_is_unreadable_also_for_an_owner_without_keys() {
        for (int length : new int[] {0, 1, 7, 64, 100_000}) {
            assertUnreadable(ANNS, PLACE, new SealedSecret(new byte[length]));
        }
    }

    @Test
    void an_account_whose_keys_are_destroyed_is_unreadable_and_the_others_are_not() {
        SealedSecret anns = vault().seal(ANNS, PLACE, SECRET);
        SealedSecret bens = vault().seal(BENS, PLACE, SECRET);
        SealedSecret ours = vault().seal(KeyOwner.service(), PLACE, SECRET);

        vault().destroyKeysOf(ANN);

        assertUnreadable(ANNS, PLACE, anns);
        assertThat(vault().open(BENS, PLACE, bens)).isEqualTo(new Opening.Opened(SECRET));
        assertThat(vault().open(KeyOwner.service(), PLACE, ours)).isEqualTo(new Opening.Opened(SECRET));
    }

    @Test
    void destroying_is_idempotent_and_needs_no_keys() {
        vault().destroyKeysOf(ANN);
        SealedSecret sealed = vault().seal(ANNS, PLACE, SECRET);
        vault().destroyKeysOf(ANN);
        vault().destroyKeysOf(ANN);

        assertUnreadable(ANNS, PLACE, sealed);
    }

    @Test
    void a_key_made_after_destruction_does_not_bring_the_old_secrets_back() {
        SealedSecret old = vault().seal(ANNS, PLACE, SECRET);
        vault().destroyKeysOf(ANN);
        SealedSecret fresh = vault().seal(ANNS, PLACE, SECRET);

        assertUnreadable(ANNS, PLACE, old);
        assertThat(vault().open(ANNS, PLACE, fresh)).isEqualTo(new Opening.Opened(SECRET));
    }

    @Test
    void what_was_got_ready_seals_as_the_vault_does_also_for_an_owner_without_keys() {
        TokenVault.Sealer sealer = vault().sealerFor(ANNS);
        SealedSecret first = sealer.seal(PLACE, SECRET);
        SealedSecret second = sealer.seal(PLACE, Secret.of("another"));

        assertThat(vault().open(ANNS, PLACE, first)).isEqualTo(new Opening.Opened(SECRET));
        assertThat(vault().open(ANNS, PLACE, second)).isEqualTo(new Opening.Opened(Secret.of("another")));
        assertUnreadable(BENS, PLACE, first);
        assertUnreadable(ANNS, new Place("connection.refresh_token", "row-1", "spotify", 4), first);
    }

    @Test
    void what_was_got_ready_before_the_keys_were_destroyed_seals_nothing_that_opens() {
        TokenVault.Sealer sealer = vault().sealerFor(ANNS);
        vault().destroyKeysOf(ANN);
        vault().seal(ANNS, PLACE, SECRET);

        assertUnreadable(ANNS, PLACE, sealer.seal(PLACE, SECRET));
    }

    @Test
    void many_threads_seal_and_open_for_new_owners_at_once() throws Exception {
        List<Callable<Opening>> tasks = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            KeyOwner owner = KeyOwner.of(AccountId.of(new UUID(3, i % 4)));
            Place place = new Place("connection.refresh_token", "row-" + i, "spotify", i);
            tasks.add(() -> vault().open(owner, place, vault().seal(owner, place, SECRET)));
        }
        try (var threads = Executors.newFixedThreadPool(16)) {
            for (Future<Opening> opening : threads.invokeAll(tasks)) {
                assertThat(opening.get()).isEqualTo(new Opening.Opened(SECRET));
            }
        }
    }

    private void assertUnreadable(KeyOwner owner, Place place, SealedSecret sealed) {
        assertThat(vault().open(owner, place, sealed)).isEqualTo(new Opening.Unreadable());
    }

    private record Spot(KeyOwner owner, Place place) {}
}
