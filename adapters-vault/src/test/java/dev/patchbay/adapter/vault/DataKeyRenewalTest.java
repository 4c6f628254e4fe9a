package dev.patchbay.adapter.vault;

import static dev.patchbay.port.Fixtures.aConnection;
import static dev.patchbay.port.Fixtures.aMethodOf;
import static dev.patchbay.port.Fixtures.anIdentity;
import static dev.patchbay.port.Fixtures.open;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.vault.KeyOwner;
import dev.patchbay.domain.vault.Place;
import dev.patchbay.domain.vault.SealedSecret;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.InMemoryStore;
import dev.patchbay.port.SteppingClock;
import dev.patchbay.port.StoreUnavailable;
import dev.patchbay.port.Stores;
import dev.patchbay.port.vault.DataKey;
import dev.patchbay.port.vault.Opening;
import dev.patchbay.port.vault.SealedRow;
import dev.patchbay.port.vault.WrappedKey;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataKeyRenewalTest {
    private final InMemoryStore store = new InMemoryStore();
    private final SteppingClock clock = SteppingClock.atNow();
    private final Running process = Running.serving("one", Vaults.aMasterKey(), store, clock);
    private final Account ann = open(store);
    private final KeyOwner anns = KeyOwner.of(ann.id());
    private final Connection connection = connect(process, ann);

    @Test
    void a_data_key_of_30_days_is_renewed_and_everything_is_sealed_again_under_the_new_one() {
        new VaultKeptSecrets(store.sealedShelf(), process.vault).get("signing", () -> Secret.of("kept"));
        clock.advance(Duration.ofDays(30).minusSeconds(1));
        aroundOnce(process);
        assertThat(numbers(anns)).containsExactly(1);

        clock.advance(Duration.ofSeconds(1));
        aroundOnce(process);

        assertThat(numbers(anns)).containsExactly(2);
        assertThat(numbers(KeyOwner.service())).containsExactly(2);
        assertOpens(Running.serving("late", Vaults.aMasterKey(), store, clock));
        assertThat(there().version()).isEqualTo(connection.version());
        assertThat(new VaultKeptSecrets(store.sealedShelf(), process.vault).get("signing", () -> Secret.of("other")))
                .isEqualTo(Secret.of("kept"));
    }

    @Test
    void the_older_key_stays_for_a_week_and_then_goes() {
        clock.advance(Duration.ofDays(30));
        aroundOnce(process);
        clock.advance(Duration.ofDays(7).minusSeconds(1));
        aroundOnce(process);
        assertThat(store.keyShelf().dataKey(anns, 1)).isPresent();

        clock.advance(Duration.ofSeconds(1));
        aroundOnce(process);
        assertThat(store.keyShelf().dataKey(anns, 1)).isEmpty();
        assertThat(store.keyShelf().dataKey(anns, 2)).isPresent();
        assertOpens(Running.serving("late", Vaults.aMasterKey(), store, clock));
    }

    @Test
    void what_another_process_sealed_meanwhile_with_the_key_it_remembered_is_sealed_again_before_that_key_goes() {
        Running other = Running.serving("two", Vaults.aMasterKey(), store, clock);
        clock.advance(Duration.ofDays(30));
        Place place = connection.accessTokenPlace();
        other.vault.open(anns, place, connection.tokens().accessToken());
        aroundOnce(process);
        SealedRow row = row("connection.access_token");
        store.sealedRows().reseal(row, other.vault.seal(anns, place, Secret.of("access")));
        assertThat(numbers(anns)).containsExactlyInAnyOrder(1, 2);

        clock.advance(Duration.ofDays(7));
        aroundOnce(process);

        assertThat(numbers(anns)).containsExactly(2);
        assertThat(store.keyShelf().dataKey(anns, 1)).isEmpty();
        assertOpens(Running.serving("late", Vaults.aMasterKey(), store, clock));
    }

    @Test
    void a_key_that_an_unreadable_row_names_is_not_removed_and_neighbours_are_renewed() {
        Account bob = open(store);
        Connection bobs = connect(process, bob);
        SealedRow refresh = row("connection.refresh_token");
        byte[] flipped = refresh.sealed().envelope();
        flipped[flipped.length - 1] ^= 1;
        store.sealedRows().reseal(refresh, new SealedSecret(flipped));

        clock.advance(Duration.ofDays(30));
        aroundOnce(process);
        clock.advance(Duration.ofDays(7));
        aroundOnce(process);

        assertThat(store.keyShelf().dataKey(anns, 1)).isPresent();
        assertThat(numbers(anns)).containsExactlyInAnyOrder(1, 2);
        assertThat(store.keyShelf().dataKey(KeyOwner.of(bob.id()), 1)).isEmpty();
        assertThat(bobs.version())
                .isEqualTo(store.connections().find(bobs.id()).orElseThrow().version());
    }

    @Test
    void an_owner_whose_newest_key_is_damaged_does_not_stop_the_others() {
        Account carl = new Account(AccountId.of(new UUID(0, 1)), ann.displayName(), clock.instant());
        store.accounts().open(carl, aMethodOf(carl, anIdentity()));
        connect(process, carl);
        clock.advance(Duration.ofDays(22));
        store.sealedRows()
                .renew(new DataKey(KeyOwner.of(carl.id()), 2, 1, new WrappedKey(new byte[60]), clock.instant()));
        clock.advance(Duration.ofDays(8));

        for (int i = 0; i < 5; i++) {
            try {
                process.renewal.run();
            } catch (StoreUnavailable damaged) {
                // the next run
            }
        }
        assertThat(numbers(anns)).containsExactly(2);
    }

    @Test
    void an_erased_account_gets_no_new_key() {
        clock.advance(Duration.ofDays(30));
        process.vault.destroyKeysOf(ann.id());

        aroundOnce(process);
        assertThat(store.keyShelf().newestDataKey(anns)).isEmpty();
    }

    @Test
    void only_some_owners_are_worked_on_in_one_run() {
        for (int i = 0; i < DataKeyRenewal.OWNERS + 10; i++) {
            connect(process, open(store));
        }
        clock.advance(Duration.ofDays(30));

        process.renewal.run();
        assertThat(renewed()).isEqualTo(DataKeyRenewal.OWNERS);
        process.renewal.run();
        assertThat(renewed()).isEqualTo(DataKeyRenewal.OWNERS + 11);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whichever_call_fails_nothing_is_lost_and_the_next_time_completes_it(boolean afterwards) {
        for (int failing = 1; failing <= 60; failing++) {
            InMemoryStore fresh = new InMemoryStore();
            SteppingClock time = SteppingClock.atNow();
            Account account = open(fresh);
            Connection there = connect(Running.serving("first", Vaults.aMasterKey(), fresh, time), account, fresh);
            Running crashing = trouble(failing, afterwards, fresh, time);
            time.advance(Duration.ofDays(30));
            insist(crashing);
            time.advance(Duration.ofDays(7));
            insist(crashing);
            Running late = Running.serving("late", Vaults.aMasterKey(), fresh, time);
            aroundOnce(late);

            KeyOwner owner = KeyOwner.of(account.id());
            assertThat(fresh.keyShelf().dataKey(owner, 1))
                    .as("after call %d", failing)
                    .isEmpty();
            Connection now = fresh.connections().find(there.id()).orElseThrow();
            assertThat(late.vault.open(
                            owner, now.accessTokenPlace(), now.tokens().accessToken()))
                    .isEqualTo(new Opening.Opened(Secret.of("access")));
            assertThat(late.vault.open(
                            owner,
                            now.refreshTokenPlace(),
                            now.tokens().refreshToken().orElseThrow()))
                    .isEqualTo(new Opening.Opened(Secret.of("refresh")));
        }
    }

    private static Running trouble(int failing, boolean afterwards, InMemoryStore store, SteppingClock clock) {
        Stores stores = FailingStores.at(failing, afterwards, store);
        return FailingStores.insisting(() -> Running.operator("trouble", Vaults.aMasterKey(), stores, clock));
    }

    private static void insist(Running running) {
        for (int i = 0; i < 4; i++) {
            try {
                running.renewal.run();
            } catch (StoreUnavailable again) {
                // the next run
            }
        }
    }

    private static void aroundOnce(Running running) {
        while (!running.renewal.run()) {
            // on
        }
    }

    private Connection connect(Running by, Account account) {
        return connect(by, account, store);
    }

    private static Connection connect(Running by, Account account, InMemoryStore store) {
        Connection made = aConnection()
                .ownedBy(account)
                .sealedBy(by.vault, "access", "refresh")
                .build();
        store.connections().add(made);
        return made;
    }

    private Connection there() {
        return store.connections().find(connection.id()).orElseThrow();
    }

    private void assertOpens(Running by) {
        Connection now = there();
        assertThat(by.vault.open(anns, now.accessTokenPlace(), now.tokens().accessToken()))
                .isEqualTo(new Opening.Opened(Secret.of("access")));
        assertThat(by.vault.open(
                        anns,
                        now.refreshTokenPlace(),
                        now.tokens().refreshToken().orElseThrow()))
                .isEqualTo(new Opening.Opened(Secret.of("refresh")));
    }

    private SealedRow row(String field) {
        return store.sealedRows().of(anns).stream()
                .filter(one -> one.place().field().equals(field))
                .findFirst()
                .orElseThrow();
    }

    private Set<Integer> numbers(KeyOwner owner) {
        return store.sealedRows().of(owner).stream()
                .map(one -> Envelope.parse(one.sealed()).orElseThrow().dataKey())
                .collect(Collectors.toSet());
    }

    private long renewed() {
        return store.sealedRows().keysAfter(Optional.empty(), 1000).stream()
                .map(DataKey::number)
                .filter(number -> number == 2)
                .count();
    }
}
