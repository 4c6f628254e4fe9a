package dev.patchbay.port.connection;

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

import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.ConnectionId;
import dev.patchbay.domain.connection.Due;
import dev.patchbay.domain.connection.Standing;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.port.ConnectionFixture;
import dev.patchbay.port.Stores;
import dev.patchbay.port.connection.Claims.Claimant;
import dev.patchbay.port.connection.Upkeep.Summary;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Upkeep} does. */
public abstract class UpkeepContract {

    private static final Claimant SOMEBODY = new Claimant("a", seconds(15));
    private static final Standing DEAD = new Standing.NeedsReconnect(Cause.GRANT_DEAD, NOW);
    private static final Standing WAITING =
            new Standing.Waiting(Cause.PROVIDER_UNAVAILABLE, NOW, NOW.plus(minutes(1)), 1);
    private static final Standing QUARANTINED = new Standing.Quarantined(Cause.SECRET_UNREADABLE, NOW);

    private final ProviderId platform = aPlatform();

    protected abstract Stores stores();

    @Test
    void the_connections_of_an_app_are_summed_up() {
        ClientAppId app = anAppOf(platform);
        added(mine().madeWith(app).expiringIn(hours(2)).withConsentEndingIn(days(30)));
        added(mine().madeWith(app).expiringIn(minutes(30)).withEndlessConsent());
        added(mine().madeWith(app).standing(WAITING).expiringIn(minutes(2)).withConsentEndingIn(days(20)));
        added(mine().madeWith(app).standing(DEAD).expiringIn(minutes(1)).withConsentEndingIn(days(10)));
        added(mine().madeWith(app).standing(QUARANTINED).expiringIn(minutes(1)));
        Connection renewed = added(mine().madeWith(app).withEndlessConsent());
        Instant at = NOW.minus(minutes(7)).plusNanos(1000);
        stores().connections()
                .advance(renewed.refreshed(
                        renewed.tokens(), renewed.scopes(), renewed.clocks().refreshed(at, hours(3))));

        assertThat(summaryOf(app))
                .contains(new Summary(
                        app,
                        3,
                        1,
                        1,
                        1,
                        Optional.of(NOW.plus(minutes(30))),
                        Optional.of(NOW.plus(days(20))),
                        Optional.of(at),
                        Optional.empty()));
    }

    @Test
    void the_longest_overdue_renewal_is_told_and_one_that_ended_is_not() {
        ClientAppId app = anAppOf(platform);
        Connection overdue = added(mine().madeWith(app).expiringIn(hours(-1)));
        added(mine().madeWith(app).expiringIn(minutes(-1)));
        added(mine().madeWith(app).expiringIn(hours(-5)).standing(DEAD));
        added(mine().madeWith(app).expiringIn(hours(-5)).withoutRefreshToken());

        assertThat(summaryOf(app).flatMap(Summary::longestDue))
                .contains(overdue.clocks().refreshAfter(overdue.id()));
    }

    @Test
    void an_app_without_active_connections_has_no_expiry() {
        ClientAppId app = anAppOf(platform);
        added(mine().madeWith(app).standing(DEAD));

        assertThat(summaryOf(app))
                .contains(new Summary(
                        app, 0, 0, 1, 0, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Test
    void a_token_without_an_end_is_no_apps_soonest_expiry_and_is_never_due() {
        ClientAppId app = anAppOf(platform);
        added(mine().madeWith(app).withoutAnyEnd());
        assertThat(summaryOf(app))
                .contains(new Summary(
                        app, 1, 0, 0, 0, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));

        added(mine().madeWith(app).expiringIn(minutes(30)).withEndlessConsent());
        assertThat(summaryOf(app).flatMap(Summary::soonestExpiry)).contains(NOW.plus(minutes(30)));
        assertThat(stores().claims().claimDue(platform, NOW.plus(days(36_500)), SOMEBODY, 100, NOW))
                .hasSize(1);
    }

    @Test
    void apps_are_told_apart_exactly_and_listed_in_order() {
        ClientAppId lower = new ClientAppId(platform, "client-" + UUID.randomUUID() + "a");
        ClientAppId upper = new ClientAppId(platform, lower.clientId().toUpperCase(Locale.ROOT));
        added(mine().madeWith(lower));
        added(mine().madeWith(upper));

        assertThat(stores().upkeep().summaries(NOW))
                .extracting(Summary::app)
                .filteredOn(app -> app.provider().equals(platform))
                .containsExactly(upper, lower);
    }

    @Test
    void a_quarantined_row_is_out_of_the_way_and_can_be_read_whatever_is_in_it() {
        Connection spoilt = added(mine().expiringIn(minutes(-1)));
        stores().spoil(spoilt.id());
        Instant when = NOW.plus(minutes(1)).plusNanos(1000);

        assertThat(stores().upkeep().quarantine(spoilt.id(), 1, Cause.SECRET_UNREADABLE, when))
                .isTrue();

        assertThat(claimDue()).isEmpty();
        assertThat(stores().connections().find(spoilt.id()))
                .map(Connection::standing)
                .contains(new Standing.Quarantined(Cause.SECRET_UNREADABLE, when));
    }

    @Test
    void a_quarantine_ends_any_claim_and_settles_it() {
        Connection connection = added(mine());
        stores().claims().claim(connection.id(), 1, SOMEBODY, held -> false, NOW);

        stores().upkeep().quarantine(connection.id(), 1, Cause.SECRET_UNREADABLE, NOW);

        assertThat(stores().claims().unsettled(10_000, NOW.plus(hours(1))))
                .noneMatch(one -> one.connection().equals(connection.id()));
        assertThat(stores().connections().find(connection.id())).contains(connection.standing(QUARANTINED));
    }

    @Test
    void what_moved_on_or_is_gone_is_not_quarantined() {
        Connection connection = added(mine());

        assertThat(stores().upkeep().quarantine(connection.id(), 2, Cause.SECRET_UNREADABLE, NOW))
                .isFalse();
        assertThat(stores().upkeep().quarantine(new ConnectionId(UUID.randomUUID()), 1, Cause.SECRET_UNREADABLE, NOW))
                .isFalse();
        assertThat(stores().connections().find(connection.id())).contains(connection);
    }

    @Test
    void the_dead_of_one_platform_live_again_and_are_due_at_once() {
        Connection dead = added(mine().standing(DEAD));
        Connection lost = added(mine().standing(new Standing.NeedsReconnect(Cause.ROTATION_OUTCOME_UNKNOWN, NOW)));

        assertThat(stores().upkeep().revive(platform, NOW, NOW.plus(minutes(1))))
                .isEqualTo(2);

        assertThat(stores().connections().find(dead.id())).contains(dead.standing(new Standing.Active()));
        assertThat(stores().connections().find(lost.id())).contains(lost.standing(new Standing.Active()));
        assertThat(claimDue()).isEmpty();
        assertThat(stores().claims().claimDue(platform, NOW.plus(minutes(1)), SOMEBODY, 10, NOW))
                .hasSize(2);
    }

    @Test
    void what_died_before_elsewhere_or_for_good_stays_dead() {
        List<Connection> others = List.of(
                added(mine().standing(new Standing.NeedsReconnect(Cause.GRANT_DEAD, NOW.minusNanos(1000)))),
                added(mine().standing(DEAD).at(aPlatform())),
                added(mine().standing(DEAD).withoutRefreshToken()),
                added(mine().standing(new Standing.NeedsReconnect(Cause.CONSENT_ENDED, NOW))),
                added(mine().standing(QUARANTINED)),
                added(mine().standing(WAITING)));

        assertThat(stores().upkeep().revive(platform, NOW, NOW)).isZero();

        assertThat(others).allSatisfy(other -> assertThat(stores().connections().find(other.id()))
                .contains(other));
    }

    @Test
    void a_doubt_outlives_death_and_revival() {
        Connection connection = added(mine());
        stores().claims()
                .claim(connection.id(), 1, SOMEBODY, held -> false, NOW)
                .ifPresent(lease -> stores().claims().stand(lease, DEAD, false));

        stores().upkeep().revive(platform, NOW, NOW);

        assertThat(stores().claims().claim(connection.id(), 1, SOMEBODY, held -> false, NOW))
                .hasValueSatisfying(lease -> assertThat(lease.inDoubt()).isTrue());
    }

    @Test
    void refresh_tokens_of_those_long_dead_are_forgotten_and_no_others() {
        Instant longAgo = NOW.minus(days(400));
        Connection old = added(mine().standing(new Standing.NeedsReconnect(Cause.GRANT_DEAD, longAgo)));
        List<Connection> others = List.of(
                added(mine().standing(new Standing.NeedsReconnect(Cause.GRANT_DEAD, longAgo.plus(days(1))))),
                added(mine().standing(new Standing.Quarantined(Cause.SECRET_UNREADABLE, longAgo))),
                added(mine().seenAt(longAgo)));

        assertThat(stores().upkeep().forgetDead(longAgo.plusNanos(1000))).isEqualTo(1);
        assertThat(stores().upkeep().forgetDead(longAgo.plusNanos(1000))).isZero();

        Connection left = stores().connections().find(old.id()).orElseThrow();
        assertThat(left.tokens().refreshToken()).isEmpty();
        assertThat(left.tokens().accessToken()).isEqualTo(old.tokens().accessToken());
        assertThat(left.standing()).isEqualTo(old.standing());
        assertThat(others).allSatisfy(other -> assertThat(stores().connections().find(other.id()))
                .contains(other));
        assertThat(stores().upkeep().revive(platform, longAgo, NOW))
                .as("of those whose tokens are there")
                .isEqualTo(1);
    }

    private Optional<Summary> summaryOf(ClientAppId app) {
        return stores().upkeep().summaries(NOW).stream()
                .filter(one -> one.app().equals(app))
                .findFirst();
    }

    private List<Due> claimDue() {
        return stores().claims().claimDue(platform, NOW, SOMEBODY, 10, NOW);
    }

    private ConnectionFixture mine() {
        return aConnection().at(platform);
    }

    private Connection added(ConnectionFixture fixture) {
        Connection connection = fixture.ownedBy(open(stores())).build();
        assertThat(stores().connections().add(connection)).isTrue();
        return connection;
    }
}
