package dev.patchbay.port.connection;

import static dev.patchbay.port.Fixtures.NOW;
import static dev.patchbay.port.Fixtures.aConnection;
import static dev.patchbay.port.Fixtures.aPlatform;
import static dev.patchbay.port.Fixtures.hours;
import static dev.patchbay.port.Fixtures.minutes;
import static dev.patchbay.port.Fixtures.open;
import static dev.patchbay.port.Fixtures.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.Standing;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.port.ConnectionFixture;
import dev.patchbay.port.Stores;
import dev.patchbay.port.connection.Claims.Claimant;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link RestoredGrants} does. */
public abstract class RestoredGrantsContract {

    private static final Claimant SOMEBODY = new Claimant("a", seconds(15));
    private static final Standing RESTORED = new Standing.Restored(NOW);

    private final ProviderId platform = aPlatform();

    protected abstract Stores stores();

    @Test
    void what_is_held_is_neither_due_nor_to_be_claimed_and_otherwise_as_it_was() {
        Connection overdue = added(mine().expiringIn(hours(-1)));
        Connection waiting =
                added(mine().standing(new Standing.Waiting(Cause.PROVIDER_UNAVAILABLE, NOW, NOW.minus(minutes(1)), 3)));
        Connection claimed = added(mine());
        assertThat(stores().claims().claim(claimed.id(), claimed.version(), SOMEBODY, held -> true, NOW))
                .isPresent();

        assertThat(stores().restoredGrants().hold(Set.of(), NOW)).isGreaterThanOrEqualTo(3);

        for (Connection each : new Connection[] {overdue, waiting, claimed}) {
            assertThat(stores().connections().find(each.id())).contains(each.standing(RESTORED));
            assertThat(stores().claims().claim(each.id(), each.version(), SOMEBODY, held -> true, NOW))
                    .isEmpty();
        }
        assertThat(stores().claims().claimDue(platform, NOW.plus(hours(9)), SOMEBODY, 100, NOW))
                .isEmpty();
    }

    @Test
    void harmless_platforms_and_what_has_ended_or_has_nothing_to_renew_with_are_left_alone() {
        ProviderId harmless = aPlatform();
        Connection usual = added(aConnection().ownedBy(open(stores())).at(harmless));
        Connection dead = added(mine().standing(new Standing.NeedsReconnect(Cause.GRANT_DEAD, NOW)));
        Connection out = added(mine().standing(new Standing.Quarantined(Cause.SECRET_UNREADABLE, NOW)));
        Connection bare = added(mine().withoutRefreshToken());

        stores().restoredGrants().hold(Set.of(harmless, aPlatform()), NOW);

        for (Connection each : new Connection[] {usual, dead, out, bare}) {
            assertThat(stores().connections().find(each.id())).contains(each);
        }
    }

    @Test
    void what_is_trusted_again_is_due_at_once_for_that_platform_only() {
        Connection mine = added(mine().expiringIn(hours(1)));
        Connection other = added(aConnection().ownedBy(open(stores())).at(aPlatform()));
        stores().restoredGrants().hold(Set.of(), NOW);

        assertThat(stores().restoredGrants().trust(Optional.of(platform), NOW)).isEqualTo(1);

        assertThat(stores().connections().find(mine.id())).contains(mine);
        assertThat(stores().connections().find(other.id())).contains(other.standing(RESTORED));
        assertThat(stores().claims().claimDue(platform, NOW, SOMEBODY, 100, NOW))
                .hasSize(1);
        assertThat(stores().restoredGrants().trust(Optional.of(platform), NOW)).isZero();
        assertThat(stores().restoredGrants().trust(Optional.empty(), NOW)).isPositive();
        assertThat(stores().connections().find(other.id())).contains(other);
    }

    @Test
    void who_connects_again_is_held_no_longer() {
        Connection mine = added(mine());
        Instant later = NOW.plus(minutes(5));
        stores().restoredGrants().hold(Set.of(), NOW);

        Connection again = mine.reconnected(
                mine.app(), mine.who(), mine.scopes(), mine.clocks().refreshed(later, hours(1)), mine.tokens());
        assertThat(stores().connections().advance(again)).isTrue();

        assertThat(stores().connections().find(mine.id())).contains(again);
        assertThat(stores().claims().claim(again.id(), again.version(), SOMEBODY, held -> true, later))
                .isPresent();
    }

    private ConnectionFixture mine() {
        return aConnection().ownedBy(open(stores())).at(platform);
    }

    private Connection added(ConnectionFixture fixture) {
        Connection connection = fixture.build();
        assertThat(stores().connections().add(connection)).isTrue();
        return connection;
    }
}
