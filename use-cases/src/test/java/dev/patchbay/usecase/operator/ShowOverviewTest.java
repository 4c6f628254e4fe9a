package dev.patchbay.usecase.operator;

import static dev.patchbay.port.Fixtures.SPOTIFY;
import static dev.patchbay.port.Fixtures.aConnection;
import static dev.patchbay.port.Fixtures.aSeatOffer;
import static dev.patchbay.port.Fixtures.anOwnAppOf;
import static dev.patchbay.port.Fixtures.days;
import static dev.patchbay.port.Fixtures.hours;
import static dev.patchbay.port.Fixtures.minutes;
import static dev.patchbay.port.Fixtures.seconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.clientapp.AppCondition;
import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.clientapp.OwnApp;
import dev.patchbay.domain.clientapp.Pace;
import dev.patchbay.domain.clientapp.SeatOffer;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.RenewalOutcome;
import dev.patchbay.domain.connection.RenewalOutcome.Kind;
import dev.patchbay.domain.connection.Standing;
import dev.patchbay.domain.vault.KeyOwner;
import dev.patchbay.port.ConnectionFixture;
import dev.patchbay.port.Fixtures;
import dev.patchbay.port.GivenPresence;
import dev.patchbay.port.StoreUnavailable;
import dev.patchbay.port.clientapp.Seats;
import dev.patchbay.port.connection.RenewalCounts;
import dev.patchbay.port.operator.Figures.Aside;
import dev.patchbay.port.vault.DataKey;
import dev.patchbay.port.vault.KeyState;
import dev.patchbay.port.vault.VaultKey;
import dev.patchbay.port.vault.VaultReader;
import dev.patchbay.port.vault.WrappedKey;
import dev.patchbay.usecase.World;
import dev.patchbay.usecase.operator.Overview.App;
import dev.patchbay.usecase.operator.Overview.Span;
import dev.patchbay.usecase.operator.Overview.Week;
import dev.patchbay.usecase.provider.ListProviders;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShowOverviewTest {

    private static final WrappedKey WRAPPED = new WrappedKey(new byte[] {1});
    private static final Pace PACE = new Pace(2, 40);

    private final World world = new World();
    private final GivenPresence presence = GivenPresence.of("one");
    private final Instant now = world.clock.instant();
    private final SumUpConnections sumUp = new SumUpConnections(world.store.upkeep(), world.clock);
    private final ShowKeys showKeys =
            new ShowKeys(world.store.keyShelf(), world.store.rewraps(), world.store.figures());
    private final ShowOverview showOverview = new ShowOverview(
            new ListProviders(world.providers, world.sharedApps),
            sumUp,
            new ShowApps(
                    world.providers,
                    world.sharedApps,
                    world.store.appLists(),
                    world.store.seats(),
                    app -> PACE,
                    world.store.figures()),
            new ShowRenewals(world.store.renewalCounts()),
            showKeys,
            world.store.figures(),
            world.store.vaultReaders(),
            presence,
            Optional.of("1.2.3"),
            world.clock);

    @BeforeEach
    void no_app_is_configured() {
        world.apps.clear();
    }

    @Test
    void with_nothing_there_it_is_empty_and_without_gaps() {
        Overview shown = showOverview.show();

        assertThat(shown.asOf()).isEqualTo(now);
        assertThat(shown.version()).contains("1.2.3");
        assertThat(shown.consentEnds().weeks()).hasSize(26).allMatch(week -> week.consents() == 0);
        assertThat(shown.renewals().hours()).hasSize(48).allMatch(span -> span.all() == 0);
        assertThat(shown.renewals().days()).hasSize(30).allMatch(span -> span.all() == 0);
        assertThat(shown.sweep().oldestDue()).isEmpty();
        assertThat(shown.keys().active()).isEmpty();
        assertThat(shown.keys().isTurning()).isFalse();
        assertThat(shown.quarantine().latest()).isEmpty();
    }

    @Test
    void an_app_of_the_operators_is_shown_with_its_people_its_trouble_and_its_calls() {
        ClientAppId app = shared();
        connected(at -> at.madeWith(app));
        connected(at -> at.madeWith(app)
                .standing(new Standing.Waiting(Cause.PROVIDER_UNAVAILABLE, now, now.plus(minutes(1)), 1)));
        connected(at -> at.madeWith(app).standing(new Standing.NeedsReconnect(Cause.GRANT_DEAD, now)));
        Account stranger = open();
        world.store.appLists().missing(app, stranger.id(), now);
        AppCondition blocked = new AppCondition.Blocked(Cause.APP_REJECTED, now, now.plus(minutes(5)));
        world.store.appConditions().note(app, blocked);
        world.store.allowances().take(app, 11, PACE, now);

        assertThat(showOverview.show().apps().shown())
                .containsExactly(new App(
                        SPOTIFY,
                        world.spotify.descriptor().name(),
                        ClientApp.Kind.SHARED,
                        true,
                        blocked,
                        new Overview.Counts(1, 1, 1, 0),
                        3,
                        world.spotify.descriptor().appTerms().seats(),
                        1,
                        new Overview.Calls(29, 40, 2, Optional.of(now.plusMillis(5500)))));
    }

    @Test
    void a_pause_that_is_over_is_no_trouble() {
        ClientAppId app = shared();
        world.store.appConditions().note(app, new AppCondition.CoolingDown(Cause.THROTTLED, now, now.plus(seconds(5))));
        world.clock.advance(seconds(6));

        assertThat(showOverview.show().apps().shown()).singleElement().satisfies(one -> assertThat(one.isTroubled())
                .isFalse());
    }

    @Test
    void somebodys_own_app_is_shown_with_its_seats_and_without_whose_it_is() {
        Account owner = open();
        OwnApp app = anOwnAppOf(owner);
        world.store.ownApps().put(app);
        connected(at -> at.madeWith(app.id()).ownedBy(owner));
        take(app, open());
        offer(app);

        assertThat(showOverview.show().apps().shown()).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(ClientApp.Kind.OWN);
            assertThat(one.seatsUsed()).isEqualTo(2);
            assertThat(one.seatLimit())
                    .isEqualTo(
                            OptionalInt.of(world.spotify.descriptor().appTerms().seatLimit()));
            assertThat(one.toString())
                    .doesNotContain(owner.id().value())
                    .doesNotContain(owner.displayName().value())
                    .doesNotContain(app.clientId());
        });
    }

    @Test
    void an_app_that_is_not_in_the_settings_any_more_is_trouble_and_comes_first() {
        ClientAppId there = shared();
        connected(at -> at.madeWith(there));
        connected(at -> at.madeWith(there));
        ClientAppId gone = new ClientAppId(SPOTIFY, "gone");
        connected(at -> at.madeWith(gone));

        List<App> shown = showOverview.show().apps().shown();

        assertThat(shown).extracting(App::configured).containsExactly(false, true);
        assertThat(shown.getFirst().isTroubled()).isTrue();
    }

    @Test
    void no_more_apps_are_shown_than_somebody_can_look_at() {
        for (int i = 0; i < 53; i++) {
            Account owner = open();
            connected(at -> at.madeWith(new ClientAppId(SPOTIFY, "own", Optional.of(owner.id()))));
        }

        Overview.Apps apps = showOverview.show().apps();

        assertThat(apps.shown()).hasSize(50);
        assertThat(apps.leftOut()).isEqualTo(3);
    }

    @Test
    void ends_of_consent_are_counted_by_week_and_by_how_soon() {
        connected(at -> at.withConsentEndingIn(hours(5)));
        connected(at -> at.withConsentEndingIn(days(6)));
        connected(at -> at.withConsentEndingIn(days(8)));
        connected(at -> at.withConsentEndingIn(days(181)));
        connected(at -> at.withConsentEndingIn(days(183)));
        connected(ConnectionFixture::withEndlessConsent);

        Overview.ConsentEnds ends = showOverview.show().consentEnds();

        assertThat(ends.withinDay()).isEqualTo(1);
        assertThat(ends.withinWeek()).isEqualTo(2);
        assertThat(ends.withinMonth()).isEqualTo(3);
        assertThat(ends.weeks())
                .contains(new Week(now, 2), new Week(now.plus(days(7)), 1), new Week(now.plus(days(175)), 1));
        assertThat(ends.weeks().stream().mapToLong(Week::consents).sum()).isEqualTo(4);
    }

    @Test
    void renewals_are_shown_by_hour_and_day_and_platform() {
        Instant hour = now.truncatedTo(ChronoUnit.HOURS);
        renewed(hour, RenewalOutcome.OK, 3);
        renewed(hour, RenewalOutcome.OK_LATE, 1);
        renewed(hour, RenewalOutcome.THROTTLED, 2);
        renewed(hour.minus(hours(47)), RenewalOutcome.GRANT_DEAD, 5);
        renewed(hour.minus(hours(48)), RenewalOutcome.OK, 7);
        renewed(hour.minus(days(40)), RenewalOutcome.OK, 100);

        Overview shown = showOverview.show();

        assertThat(shown.renewals().hours().getLast())
                .isEqualTo(new Span(hour, Map.of(Kind.RENEWED, 4L, Kind.HELD_BACK, 2L)));
        assertThat(shown.renewals().hours().getFirst())
                .isEqualTo(new Span(hour.minus(hours(47)), Map.of(Kind.ENDED, 5L)));
        assertThat(shown.renewals().days().getLast().from()).isEqualTo(now.truncatedTo(ChronoUnit.DAYS));
        assertThat(shown.renewals().days().stream().mapToLong(Span::all).sum()).isEqualTo(18);
        assertThat(shown.platforms())
                .filteredOn(platform -> platform.id().equals(SPOTIFY))
                .singleElement()
                .satisfies(platform ->
                        assertThat(platform.lastDay()).isEqualTo(Map.of(Kind.RENEWED, 4L, Kind.HELD_BACK, 2L)));
    }

    @Test
    void how_far_the_sweep_is_behind_is_shown() {
        Connection due = connected(at -> at.expiringIn(hours(-1)));
        connected(at -> at.expiringIn(minutes(-1)));

        Overview.Sweep sweep = showOverview.show().sweep();

        assertThat(sweep.due()).isEqualTo(2);
        assertThat(sweep.oldestDue()).contains(due.clocks().refreshAfter(due.id()));
        assertThat(sweep.lag()).isGreaterThan(hours(1));
    }

    @Test
    void how_the_keys_turn_is_shown() {
        world.store.keyShelf().add(vaultKey(1, KeyState.DECRYPT_ONLY));
        world.store.keyShelf().add(vaultKey(2, KeyState.ACTIVE));
        dataKey(1, now.minus(days(31)));
        dataKey(2, now.minus(days(29)));
        dataKey(2, now.minus(days(30)).minusNanos(1000));

        assertThat(showOverview.show().keys())
                .isEqualTo(new Overview.Keys(
                        Optional.of(new Overview.Active(2, now, now.plus(days(30)))), false, 3, 2, 2));
        assertThat(showOverview.show().keys().isTurning()).isTrue();
        assertThat(showKeys.turning().left()).isEqualTo(1);
    }

    @Test
    void what_is_out_of_the_way_is_shown_with_its_platform_and_cause() {
        Connection aside = connected(at -> at.standing(new Standing.Quarantined(Cause.SECRET_UNREADABLE, now)));

        assertThat(showOverview.show().quarantine())
                .isEqualTo(new Overview.Quarantine(
                        1, List.of(new Aside(aside.id(), SPOTIFY, Cause.SECRET_UNREADABLE, now))));
    }

    @Test
    void processes_are_counted_while_they_are_heard_of() {
        world.store.vaultReaders().note(new VaultReader("one", 1, "master", now));
        world.store.vaultReaders().note(new VaultReader("two", 1, "master", now.minus(minutes(2))));
        world.store.vaultReaders().note(new VaultReader("three", 1, "master", now));
        presence.ended("three");

        assertThat(showOverview.show().processes()).isEqualTo(1);
    }

    @Test
    void operators_share_an_answer_for_ten_seconds() {
        Overview first = showOverview.show();
        long asked = world.store.calls();
        world.clock.advance(seconds(9));

        assertThat(showOverview.show()).isSameAs(first);
        assertThat(world.store.calls()).isEqualTo(asked);
        world.clock.advance(seconds(2));
        assertThat(showOverview.show().asOf()).isEqualTo(now.plus(seconds(11)));
    }

    @Test
    void an_outage_is_told() {
        world.store.failWith(new StoreUnavailable("down", null));

        assertThatThrownBy(showOverview::show).isInstanceOf(StoreUnavailable.class);
    }

    private ClientAppId shared() {
        ClientApp app = Fixtures.aSharedApp(SPOTIFY);
        world.apps.put(SPOTIFY, app);
        return app.id();
    }

    private Account open() {
        return Fixtures.open(world.store);
    }

    private Connection connected(UnaryOperator<ConnectionFixture> how) {
        Connection connection =
                how.apply(aConnection().ownedBy(open()).at(SPOTIFY).seenAt(now)).build();
        assertThat(world.store.connections().add(connection)).isTrue();
        return connection;
    }

    private void take(OwnApp app, Account guest) {
        assertThat(world.store.seats().take(offer(app).invitation(), guest.id(), now))
                .isTrue();
    }

    private SeatOffer offer(OwnApp app) {
        SeatOffer offer = aSeatOffer();
        assertThat(world.store.seats().offer(app, offer, 5)).isInstanceOf(Seats.Offering.Kept.class);
        return offer;
    }

    private void renewed(Instant hour, RenewalOutcome outcome, long renewals) {
        world.store.renewalCounts().add(new RenewalCounts.Count(hour, SPOTIFY, outcome, renewals));
    }

    private VaultKey vaultKey(int number, KeyState state) {
        return new VaultKey(number, state, "master", WRAPPED, now);
    }

    private void dataKey(int vaultKey, Instant created) {
        assertThat(world.store.keyShelf().add(new DataKey(KeyOwner.of(open().id()), 1, vaultKey, WRAPPED, created)))
                .isTrue();
    }
}
