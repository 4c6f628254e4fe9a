package dev.patchbay.usecase.app;

import static dev.patchbay.port.Fixtures.SOUNDCLOUD;
import static dev.patchbay.port.Fixtures.SPOTIFY;
import static dev.patchbay.port.Fixtures.days;
import static dev.patchbay.port.Fixtures.minutes;
import static dev.patchbay.usecase.Lendings.assertWithheld;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.activity.Event;
import dev.patchbay.domain.clientapp.AppCondition;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.clientapp.OwnApp;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.Standing;
import dev.patchbay.usecase.Person;
import dev.patchbay.usecase.World;
import dev.patchbay.usecase.attempt.Beginning;
import dev.patchbay.usecase.attempt.Outcome;
import dev.patchbay.usecase.attempt.Refusal;
import dev.patchbay.usecase.attempt.Wish;
import dev.patchbay.usecase.connection.AppChoice;
import dev.patchbay.usecase.connection.Lending;
import dev.patchbay.usecase.refresh.Verdict;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConnectWithOwnAppTest {

    private final AppStage stage = new AppStage();
    private final ClientAppId shared = stage.world.appOf(stage.world.spotify);

    @Test
    void without_a_word_ones_own_app_is_used_and_else_the_operators() {
        assertThat(stage.connect(stage.bob, new AppChoice.Unsaid(), shared).app())
                .isEqualTo(shared);

        OwnApp app = stage.kept(stage.bring(stage.ann, AppStage.ID, "hush"));
        assertThat(stage.connect(stage.ann, new AppChoice.Unsaid(), app.id()).app())
                .isEqualTo(app.id());
    }

    @Test
    void with_neither_nothing_begins() {
        assertThat(begin(new AppChoice.Own())).isEqualTo(new Beginning.NoApp());
        stage.world.apps.remove(SPOTIFY);
        assertThat(begin(new AppChoice.Unsaid())).isEqualTo(new Beginning.NoApp());
        assertThat(begin(new AppChoice.Shared())).isEqualTo(new Beginning.NoApp());
    }

    @Test
    void tokens_are_renewed_with_the_app_that_minted_them_whatever_came_later() {
        stage.world.expired(stage.bob, stage.world.spotify);
        stage.bring(stage.bob, AppStage.ID, "his");

        assertLent(lend(stage.bob));

        assertThat(stage.world.spotify.shown()).extracting(app -> app.id()).containsExactly(shared);
    }

    @Test
    void moving_to_another_app_is_a_reconnect_that_keeps_the_connection() {
        Connection before = stage.connect(stage.ann, new AppChoice.Unsaid(), shared);
        OwnApp app = stage.kept(stage.bring(stage.ann, AppStage.ID, "hush"));

        Connection after = stage.connect(stage.ann, new AppChoice.Own(), app.id());

        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.app()).isEqualTo(app.id());
        assertThat(after.version()).isEqualTo(before.version() + 1);
    }

    @Test
    void a_connection_that_moves_to_another_app_leaves_no_grant_behind_and_one_that_stays_ends_none() {
        World world = stage.world;
        String old = world.refreshTokenOf(world.connected(stage.ann, world.soundcloud));
        OwnApp own = stage.kept(stage.bring(stage.ann, SOUNDCLOUD, AppStage.ID, Optional.of("hush"), false));

        Connection moved = atSoundCloud(own);
        assertThat(world.soundcloud.revoked()).containsExactly(old);
        assertThat(world.soundcloud.isLive(world.refreshTokenOf(moved))).isTrue();

        Connection again = atSoundCloud(own);
        assertThat(world.soundcloud.revoked()).containsExactly(old);
        assertThat(world.soundcloud.isLive(world.refreshTokenOf(again))).isTrue();
    }

    @Test
    void a_new_secret_that_works_makes_the_one_before_be_forgotten() {
        OwnApp app = changed();
        stage.spotifyTakes("new", "old");

        assertLent(lend(stage.ann));

        assertThat(stage.secretsShown()).containsExactly("new");
        assertThat(stage.appOf(stage.ann).previous()).isEmpty();
        assertThat(stage.world.appNotes.of(app.id())).isEqualTo(new AppCondition.Fine());
    }

    @Test
    void when_the_new_secret_is_refused_the_one_before_is_tried_once_and_remembered() {
        OwnApp app = changed();
        stage.spotifyTakes("old");

        assertLent(lend(stage.ann));
        assertThat(stage.secretsShown()).containsExactly("new", "old");
        assertThat(stage.world.appNotes.of(app.id())).isEqualTo(new AppCondition.Fine());

        stage.world.clock.advance(minutes(59));
        assertLent(lend(stage.ann));
        assertThat(stage.secretsShown()).containsExactly("new", "old", "old");

        stage.spotifyTakes("new");
        stage.world.clock.advance(minutes(59));
        assertLent(lend(stage.ann));
        assertThat(stage.secretsShown()).containsExactly("new", "old", "old", "old", "new");
        assertThat(stage.appOf(stage.ann).previous()).isEmpty();
    }

    @Test
    void when_both_secrets_are_refused_the_app_is_blocked_and_the_connection_waits() {
        OwnApp app = changed();
        stage.spotifyTakes("none");

        assertWithheld(lend(stage.ann), Verdict.State.APP_BLOCKED, Cause.APP_REJECTED);

        assertThat(stage.secretsShown()).containsExactly("new", "old");
        assertThat(stage.world.appNotes.of(app.id())).isInstanceOf(AppCondition.Blocked.class);
        assertThat(stage.world
                        .store
                        .connections()
                        .of(stage.ann.account().id(), SPOTIFY)
                        .orElseThrow()
                        .standing())
                .isEqualTo(new Standing.Active());
    }

    @Test
    void the_apps_owner_is_told_once_when_it_is_refused_and_once_when_it_is_served_again() {
        stage.bring(stage.ann, AppStage.ID, "new");
        stage.connect(stage.ann, new AppChoice.Own(), stage.appOf(stage.ann).id());
        stage.spotifyTakes("none");
        for (int refusal = 0; refusal < 3; refusal++) {
            stage.world.clock.advance(minutes(60));
            assertWithheld(lend(stage.ann), Verdict.State.APP_BLOCKED, Cause.APP_REJECTED);
        }
        assertThat(told(Event.Kind.APP_BLOCKED)).singleElement().satisfies(event -> assertThat(event.detail())
                .isEqualTo("app_rejected"));
        assertThat(told(Event.Kind.APP_WELL)).isEmpty();

        stage.spotifyTakes("new");
        for (int renewal = 0; renewal < 3; renewal++) {
            stage.world.clock.advance(minutes(60));
            assertLent(lend(stage.ann));
        }
        assertThat(told(Event.Kind.APP_WELL)).hasSize(1);
        assertThat(told(Event.Kind.CONNECTION_BROKEN)).isEmpty();
    }

    @Test
    void after_a_week_the_secret_before_is_not_tried_any_more() {
        changed();
        stage.spotifyTakes("old");
        stage.world.clock.advance(days(7));

        assertWithheld(lend(stage.ann), Verdict.State.APP_BLOCKED, Cause.APP_REJECTED);
        assertThat(stage.secretsShown()).containsExactly("new");
    }

    @Test
    void a_third_secret_after_one_that_never_worked_keeps_the_first_beside_it() {
        changed();
        stage.spotifyTakes("old");
        assertLent(lend(stage.ann));
        stage.bring(stage.ann, AppStage.ID, "newest");

        stage.world.clock.advance(minutes(59));
        assertLent(lend(stage.ann));

        assertThat(stage.secretsShown()).containsExactly("new", "old", "newest", "old");
    }

    @Test
    void a_code_is_redeemed_with_either_secret() {
        OwnApp app = stage.kept(stage.bring(stage.ann, AppStage.ID, "old"));
        stage.bring(stage.ann, AppStage.ID, "new");
        stage.spotifyTakes("old");

        assertThat(stage.connect(stage.ann, new AppChoice.Own(), app.id()).app())
                .isEqualTo(app.id());
    }

    @Test
    void an_app_removed_on_the_way_exchanges_nothing() {
        OwnApp app = stage.kept(stage.bring(stage.ann, AppStage.ID, "hush"));
        var begun = (Beginning.Begun) begin(new AppChoice.Own());
        var trip = new World.Trip(SPOTIFY, false, begun);
        String code = stage.world.spotify.consent(app.id(), trip.state(), "outside");
        stage.world.removeApp.remove(stage.ann.in(), SPOTIFY, true);

        assertThat(stage.world.attempting.returning().post(trip.bringing(code), stage.ann.in(), "x"))
                .isEqualTo(new Outcome.Refused(Refusal.APP_GONE));
        assertThat(stage.world.spotify.exchanges()).isZero();
    }

    @Test
    void another_persons_app_of_the_same_client_id_renews_nothing_of_ones_own() {
        OwnApp bobs = stage.kept(stage.bring(stage.bob, AppStage.ID, "his"));
        stage.bring(stage.ann, AppStage.ID, "hers");
        stage.expired(stage.bob, bobs.id());
        stage.world.removeApp.remove(stage.bob.in(), SPOTIFY, true);

        assertWithheld(lend(stage.bob), Verdict.State.NEEDS_RECONNECT, Cause.APP_REMOVED);
        assertThat(stage.secretsShown()).isEmpty();
    }

    private Beginning begin(AppChoice choice) {
        return stage.world.connectPlatform.connect(
                stage.ann.in(), SPOTIFY, choice, Wish.browser(), Optional.empty(), false);
    }

    /** Ann's app with an old and a new secret, and a connection to be renewed with it. */
    private OwnApp changed() {
        OwnApp app = stage.kept(stage.bring(stage.ann, AppStage.ID, "old"));
        stage.expired(stage.ann, app.id());
        return stage.kept(stage.bring(stage.ann, AppStage.ID, "new"));
    }

    private Lending lend(Person who) {
        return stage.world.lendToken.lend(who.claim(), SPOTIFY, Optional.of(minutes(5)));
    }

    private Connection atSoundCloud(OwnApp app) {
        World world = stage.world;
        var begun = (Beginning.Begun) world.connectPlatform.connect(
                stage.ann.in(), SOUNDCLOUD, new AppChoice.Own(), Wish.browser(), Optional.empty(), false);
        var trip = new World.Trip(SOUNDCLOUD, false, begun);
        String code = world.soundcloud.consent(app.id(), trip.state(), stage.ann.outside());
        Outcome outcome = world.attempting.returning().post(trip.bringing(code), stage.ann.in(), World.DEVICE);
        return ((Outcome.Connected) outcome).connection();
    }

    private List<Event> told(Event.Kind kind) {
        return stage.world.store.activity().recent(stage.ann.account().id(), 200).stream()
                .filter(event -> event.kind() == kind)
                .toList();
    }

    private static void assertLent(Lending lending) {
        assertThat(lending).isInstanceOf(Lending.Lent.class);
    }
}
