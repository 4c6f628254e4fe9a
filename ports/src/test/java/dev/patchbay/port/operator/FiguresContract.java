package dev.patchbay.port.operator;

import static dev.patchbay.port.Fixtures.NOW;
import static dev.patchbay.port.Fixtures.aConnection;
import static dev.patchbay.port.Fixtures.aPlatform;
import static dev.patchbay.port.Fixtures.anAppOf;
import static dev.patchbay.port.Fixtures.days;
import static dev.patchbay.port.Fixtures.hours;
import static dev.patchbay.port.Fixtures.minutes;
import static dev.patchbay.port.Fixtures.open;
import static dev.patchbay.port.Fixtures.seconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.domain.clientapp.AppCondition;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.clientapp.Pace;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.Standing;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.vault.KeyOwner;
import dev.patchbay.port.ConnectionFixture;
import dev.patchbay.port.Stores;
import dev.patchbay.port.operator.Figures.Aside;
import dev.patchbay.port.operator.Figures.Troubled;
import dev.patchbay.port.vault.DataKey;
import dev.patchbay.port.vault.KeyState;
import dev.patchbay.port.vault.VaultKey;
import dev.patchbay.port.vault.WrappedKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Figures} counts. Its tests share a store, so each counts what it added. */
public abstract class FiguresContract {

    private static final WrappedKey WRAPPED = new WrappedKey(new byte[] {1});

    private final ProviderId platform = aPlatform();

    protected abstract Stores stores();

    @Test
    void what_is_due_is_counted_by_platform() {
        added(mine().expiringIn(hours(-1)));
        added(mine().expiringIn(hours(-2)));
        added(mine().expiringIn(hours(-1)).at(aPlatform()));
        added(mine().expiringIn(hours(-1)).withoutRefreshToken());
        added(mine().expiringIn(hours(5)).livingFor(hours(6)));
        added(mine().expiringIn(hours(-1)).standing(new Standing.NeedsReconnect(Cause.GRANT_DEAD, NOW)));

        assertThat(figures().due(platform, NOW)).isEqualTo(2);
        assertThat(figures().due(platform, NOW.plus(hours(5)))).isEqualTo(3);
        assertThat(figures().due(aPlatform(), NOW)).isZero();
    }

    @Test
    void ends_of_consent_are_counted_within_a_time_and_of_connections_that_stand() {
        Instant from = NOW.plus(days(4_000));
        Instant until = from.plus(days(7));
        added(ending(from));
        added(ending(until.minusNanos(1000)));
        added(ending(from).standing(new Standing.Waiting(Cause.PROVIDER_UNAVAILABLE, NOW, NOW.plus(minutes(1)), 1)));
        added(ending(from).standing(new Standing.Restored(NOW)));
        added(ending(from).standing(new Standing.NeedsReconnect(Cause.GRANT_DEAD, NOW)));
        added(ending(from).standing(new Standing.Quarantined(Cause.SECRET_UNREADABLE, NOW)));
        added(ending(until));
        added(ending(from.minusNanos(1000)));

        assertThat(figures().consentsEnding(from, until)).isEqualTo(4);
        assertThat(figures().consentsEnding(until, until.plusNanos(1000))).isEqualTo(1);
        assertThat(figures().consentsEnding(until.plus(days(1)), until.plus(days(2))))
                .isZero();
    }

    @Test
    void what_is_out_of_the_way_is_counted_and_the_latest_shown() {
        long before = figures().quarantined();
        Instant late = NOW.plus(days(900));
        Connection first = added(mine().standing(new Standing.Quarantined(Cause.SECRET_UNREADABLE, late)));
        Connection second =
                added(mine().standing(new Standing.Quarantined(Cause.TOKEN_OF_ANOTHER, late.plus(minutes(1)))));
        Connection spoilt = added(mine());
        stores().spoil(spoilt.id());
        stores().upkeep().quarantine(spoilt.id(), 1, Cause.SECRET_UNREADABLE, late.plus(minutes(2)));

        assertThat(figures().quarantined()).isEqualTo(before + 3);
        assertThat(figures().quarantined(3))
                .containsExactly(
                        new Aside(spoilt.id(), platform, Cause.SECRET_UNREADABLE, late.plus(minutes(2))),
                        new Aside(second.id(), platform, Cause.TOKEN_OF_ANOTHER, late.plus(minutes(1))),
                        new Aside(first.id(), platform, Cause.SECRET_UNREADABLE, late));
        assertThat(figures().quarantined(1)).hasSize(1);
    }

    @Test
    void apps_with_something_against_them_are_shown_latest_first_until_it_is_over() {
        ClientAppId shared = anAppOf(platform);
        ClientAppId own =
                new ClientAppId(platform, "client", Optional.of(open(stores()).id()));
        ClientAppId doubted = anAppOf(platform);
        ClientAppId fine = anAppOf(platform);
        AppCondition blocked = new AppCondition.Blocked(Cause.APP_REJECTED, NOW, NOW.plus(minutes(5)));
        AppCondition pause = new AppCondition.CoolingDown(Cause.THROTTLED, NOW.plus(minutes(1)), NOW.plus(minutes(2)));
        AppCondition doubt = new AppCondition.Doubted(NOW.plus(minutes(2)), NOW.plus(minutes(17)));
        stores().appConditions().note(shared, blocked);
        stores().appConditions().note(own, pause);
        stores().appConditions().note(doubted, doubt);
        stores().appConditions().note(fine, blocked);
        stores().appConditions().note(fine, new AppCondition.Fine());

        assertThat(mineOf(figures().troubledApps(500)))
                .containsExactly(new Troubled(doubted, doubt), new Troubled(own, pause), new Troubled(shared, blocked));
        assertThat(figures().troubledApps(1)).hasSize(1);
    }

    private List<Troubled> mineOf(List<Troubled> all) {
        return all.stream().filter(one -> one.app().provider().equals(platform)).toList();
    }

    @Test
    void an_allowance_is_whole_again_when_what_was_taken_has_grown_back() {
        ClientAppId app = anAppOf(platform);
        assertThat(figures().allowanceWholeAt(app)).isEmpty();

        stores().allowances().take(app, 5, new Pace(1, 10), NOW);

        assertThat(figures().allowanceWholeAt(app)).contains(NOW.plus(seconds(5)));
        assertThat(figures().allowanceWholeAt(anAppOf(platform))).isEmpty();
    }

    @Test
    void owners_are_counted_by_their_newest_key() {
        stores().keyShelf().add(new VaultKey(1, KeyState.ACTIVE, "master", WRAPPED, NOW));
        Instant start = NOW.minus(days(4_000));
        long before = figures().ownersWithKeysFrom(start);
        key(owner(), 1, start.minusNanos(1000));
        key(owner(), 1, start);
        KeyOwner renewed = owner();
        key(renewed, 1, start.minus(days(9)));
        key(renewed, 2, start.plus(days(1)));
        KeyOwner old = owner();
        key(old, 1, start.minus(days(9)));
        key(old, 2, start.minus(days(1)));

        assertThat(figures().ownersWithKeysFrom(start)).isEqualTo(before + 2);
    }

    @Test
    void no_more_is_shown_than_can_be_looked_at() {
        assertThatThrownBy(() -> figures().quarantined(501)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> figures().troubledApps(0)).isInstanceOf(IllegalArgumentException.class);
    }

    private KeyOwner owner() {
        return KeyOwner.of(open(stores()).id());
    }

    private void key(KeyOwner owner, int number, Instant created) {
        assertThat(stores().keyShelf().add(new DataKey(owner, number, 1, WRAPPED, created)))
                .isTrue();
    }

    private ConnectionFixture ending(Instant at) {
        return mine().withConsentEndingIn(Duration.between(NOW, at));
    }

    private ConnectionFixture mine() {
        return aConnection().at(platform);
    }

    private Connection added(ConnectionFixture fixture) {
        Connection connection = fixture.ownedBy(open(stores())).build();
        assertThat(stores().connections().add(connection)).isTrue();
        return connection;
    }

    private Figures figures() {
        return stores().figures();
    }
}
