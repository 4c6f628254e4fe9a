package dev.patchbay.port.vault;

import static dev.patchbay.port.Fixtures.NOW;
import static dev.patchbay.port.Fixtures.aConnection;
import static dev.patchbay.port.Fixtures.aParkedGrantOf;
import static dev.patchbay.port.Fixtures.anOwnAppOf;
import static dev.patchbay.port.Fixtures.open;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.clientapp.OwnApp;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.ParkedGrant;
import dev.patchbay.domain.connection.SealedTokens;
import dev.patchbay.domain.vault.KeyOwner;
import dev.patchbay.domain.vault.SealedSecret;
import dev.patchbay.port.Race;
import dev.patchbay.port.Stores;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link SealedRows} keeps. */
public abstract class SealedRowsContract {
    private static final SealedSecret FRESH = new SealedSecret(new byte[] {9, 9});

    private Account ann;
    private KeyOwner anns;

    protected abstract Stores stores();

    @BeforeEach
    void ann_has_a_data_key() {
        stores().keyShelf().add(new VaultKey(1, KeyState.ACTIVE, "master", new WrappedKey(new byte[] {1}), NOW));
        ann = open(stores());
        anns = KeyOwner.of(ann.id());
        stores().keyShelf().add(dataKey(anns, 1));
    }

    @Test
    void everything_that_an_owner_keeps_is_shown_with_its_place() {
        Connection connection = aConnection().ownedBy(ann).build();
        ParkedGrant parked = aParkedGrantOf(ann);
        stores().connections().add(connection);
        stores().parkedGrants().park(parked);
        stores().connections().add(aConnection().ownedBy(open(stores())).build());
        OwnApp app = anOwnAppOf(ann);
        assertThat(stores().ownApps().put(app)).isTrue();

        assertThat(stores().sealedRows().of(anns))
                .containsExactlyInAnyOrder(
                        new SealedRow(anns, app.secretPlace(), app.secret().orElseThrow()),
                        new SealedRow(
                                anns,
                                connection.accessTokenPlace(),
                                connection.tokens().accessToken()),
                        new SealedRow(
                                anns,
                                connection.refreshTokenPlace(),
                                connection.tokens().refreshToken().orElseThrow()),
                        new SealedRow(
                                anns,
                                ParkedGrant.accessTokenPlace(parked.id(), parked.platform()),
                                parked.tokens().accessToken()),
                        new SealedRow(
                                anns,
                                ParkedGrant.refreshTokenPlace(parked.id(), parked.platform()),
                                parked.tokens().refreshToken().orElseThrow()));
    }

    @Test
    void each_place_is_resealed_by_itself_and_the_version_stays() {
        Connection connection = aConnection().ownedBy(ann).build();
        stores().connections().add(connection);
        stores().parkedGrants().park(aParkedGrantOf(ann));

        List<SealedRow> rows = stores().sealedRows().of(anns);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(stores().sealedRows().reseal(rows.get(i), new SealedSecret(new byte[] {(byte) i, 42})))
                    .isTrue();
            assertThat(stores().sealedRows().reseal(rows.get(i), FRESH)).isFalse();
        }

        List<SealedRow> after = stores().sealedRows().of(anns);
        assertThat(after.stream().map(SealedRow::place))
                .containsExactlyElementsOf(rows.stream().map(SealedRow::place).toList());
        for (int i = 0; i < rows.size(); i++) {
            assertThat(after.get(i).sealed()).isEqualTo(new SealedSecret(new byte[] {(byte) i, 42}));
        }
        Connection there = stores().connections().find(connection.id()).orElseThrow();
        assertThat(there.version()).isEqualTo(connection.version());
        assertThat(there.standing()).isEqualTo(connection.standing());
    }

    @Test
    void a_refresh_that_came_first_wins() {
        Connection connection = aConnection().ownedBy(ann).build();
        stores().connections().add(connection);
        List<SealedRow> rows = stores().sealedRows().of(anns);
        Connection next = refreshed(connection);
        assertThat(stores().connections().advance(next)).isTrue();

        assertThat(rows).allSatisfy(row -> assertThat(stores().sealedRows().reseal(row, FRESH))
                .isFalse());
        assertThat(stores().connections().find(connection.id())).contains(next);
    }

    @Test
    void a_refresh_that_comes_afterwards_is_not_disturbed() {
        Connection connection = aConnection().ownedBy(ann).build();
        stores().connections().add(connection);
        stores().sealedRows().of(anns).forEach(row -> stores().sealedRows().reseal(row, FRESH));

        Connection next = refreshed(connection);
        assertThat(stores().connections().advance(next)).isTrue();
        assertThat(stores().connections().find(connection.id())).contains(next);
    }

    @Test
    void the_services_own_secrets_are_resealed_too() {
        String name = "contract/" + UUID.randomUUID();
        SealedSecret sealed = new SealedSecret(new byte[] {5});
        stores().sealedShelf().add(name, sealed);
        SealedRow row = stores().sealedRows().of(KeyOwner.service()).stream()
                .filter(one -> one.place().row().equals(name))
                .findFirst()
                .orElseThrow();

        assertThat(row.sealed()).isEqualTo(sealed);
        assertThat(stores().sealedRows().reseal(row, FRESH)).isTrue();
        assertThat(stores().sealedRows().reseal(row, sealed)).isFalse();
        assertThat(stores().sealedShelf().find(name)).contains(FRESH);
    }

    @Test
    void of_many_who_renew_a_data_key_one_does_and_the_older_one_stays() {
        assertThat(Race.of(() -> stores().sealedRows().renew(dataKey(anns, 2)))).containsOnlyOnce(true);
        assertThat(stores().keyShelf().newestDataKey(anns)).contains(dataKey(anns, 2));
        assertThat(stores().keyShelf().dataKey(anns, 1)).contains(dataKey(anns, 1));
    }

    @Test
    void the_data_key_of_an_account_that_has_gone_is_not_renewed() {
        stores().keyShelf().destroyDataKeys(anns);

        assertThat(stores().sealedRows().renew(dataKey(anns, 2))).isFalse();
        assertThat(stores().keyShelf().newestDataKey(anns)).isEmpty();
    }

    @Test
    void the_newest_data_key_is_never_removed_and_an_older_one_is_once() {
        assertThat(stores().sealedRows().remove(anns, 1)).isFalse();
        stores().sealedRows().renew(dataKey(anns, 2));

        assertThat(stores().sealedRows().remove(anns, 2)).isFalse();
        assertThat(stores().sealedRows().remove(anns, 1)).isTrue();
        assertThat(stores().sealedRows().remove(anns, 1)).isFalse();
        assertThat(stores().keyShelf().newestDataKey(anns)).contains(dataKey(anns, 2));
    }

    @Test
    void a_walk_over_all_owners_meets_each_key_once_and_no_owner_is_torn_apart() {
        for (int i = 0; i < 5; i++) {
            KeyOwner owner = KeyOwner.of(open(stores()).id());
            stores().keyShelf().add(dataKey(owner, 1));
            stores().sealedRows().renew(dataKey(owner, 2));
            stores().sealedRows().renew(dataKey(owner, 3));
        }

        List<DataKey> met = new ArrayList<>();
        List<KeyOwner> ends = new ArrayList<>();
        Optional<KeyOwner> last = Optional.empty();
        do {
            List<DataKey> page = stores().sealedRows().keysAfter(last, 2);
            met.addAll(page);
            last = page.isEmpty()
                    ? Optional.empty()
                    : Optional.of(page.getLast().owner());
            last.ifPresent(ends::add);
        } while (last.isPresent());

        assertThat(met).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(16).contains(dataKey(anns, 1));
        assertThat(ends).doesNotHaveDuplicates();
    }

    private static Connection refreshed(Connection connection) {
        SealedTokens renewed = new SealedTokens(
                "Bearer", new SealedSecret(new byte[] {7}), Optional.of(new SealedSecret(new byte[] {8})));
        return connection.refreshed(renewed, connection.scopes(), connection.clocks());
    }

    private static DataKey dataKey(KeyOwner owner, int number) {
        return new DataKey(owner, number, 1, new WrappedKey(new byte[] {(byte) number, 0, -1}), NOW);
    }
}
