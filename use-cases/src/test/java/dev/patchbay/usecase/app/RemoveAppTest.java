package dev.patchbay.usecase.app;

import static dev.patchbay.port.Fixtures.SPOTIFY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.activity.Event;
import dev.patchbay.domain.clientapp.AppCondition;
import dev.patchbay.domain.clientapp.AppFindings;
import dev.patchbay.domain.clientapp.AppFindings.Finding;
import dev.patchbay.domain.clientapp.OwnApp;
import dev.patchbay.domain.clientapp.Pace;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.Standing;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.usecase.account.EraseAccount;
import dev.patchbay.usecase.refresh.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RemoveAppTest {

    private static final Finding GOOD = new Finding.Good("good");
    private static final Finding UNKNOWN = new Finding.NotChecked("not asked");

    private final AppStage stage = new AppStage();

    @Test
    void removing_an_app_asks_first_and_then_ends_its_connections_and_says_which() {
        OwnApp app = stage.kept(stage.bring(stage.ann, AppStage.ID, "hush"));
        Connection hers = stage.expired(stage.ann, app.id());
        Connection guests = stage.expired(stage.bob, app.id());
        var both = List.of(new AffectedConnection("Ann", true), new AffectedConnection("Ann", false));

        assertThat(stage.world.removeApp.remove(stage.ann.in(), SPOTIFY, false))
                .isInstanceOfSatisfying(Removal.NeedsYes.class, no -> assertThat(no.wouldEnd())
                        .containsExactlyInAnyOrderElementsOf(both));
        assertThat(stage.appOf(stage.ann)).isEqualTo(app);

        assertThat(stage.world.removeApp.remove(stage.ann.in(), SPOTIFY, true))
                .isInstanceOfSatisfying(Removal.Removed.class, gone -> assertThat(gone.ended())
                        .containsExactlyInAnyOrderElementsOf(both));
        for (Connection connection : List.of(hers, guests)) {
            assertThat(stage.world.stored(connection))
                    .isEqualTo(connection.standing(
                            new Standing.NeedsReconnect(Cause.APP_REMOVED, stage.world.clock.instant())));
        }
        assertThat(stage.world.happenedTo(stage.bob)).contains(Event.Kind.CONNECTION_BROKEN);
        assertThat(stage.world.removeApp.remove(stage.ann.in(), SPOTIFY, true)).isEqualTo(new Removal.NoApp());
    }

    @Test
    void an_app_without_connections_is_removed_without_asking() {
        stage.bring(stage.ann, AppStage.ID, "hush");

        assertThat(stage.world.removeApp.remove(stage.ann.in(), SPOTIFY, false))
                .isEqualTo(new Removal.Removed(List.of()));
    }

    @Test
    void who_leaves_takes_their_apps_along() {
        OwnApp app = stage.kept(stage.bring(stage.ann, AppStage.ID, "hush"));
        Connection guests = stage.expired(stage.bob, app.id());

        new EraseAccount(
                        stage.world.store.accounts(),
                        stage.world.store.connections(),
                        stage.world.disconnect,
                        stage.world.removeApp,
                        stage.world.vault)
                .erase(stage.ann.in());

        assertThat(stage.world.stored(guests).standing()).isInstanceOf(Standing.NeedsReconnect.class);
        assertThat(stage.world.store.ownApps().of(stage.ann.account().id())).isEmpty();
    }

    @Test
    void an_apps_trouble_is_shown_once_with_the_number_of_connections_that_wait() {
        assertThat(stage.world
                        .showApp
                        .show(stage.ann.in(), SPOTIFY)
                        .orElseThrow()
                        .app())
                .isEmpty();
        OwnApp app = stage.kept(stage.bring(stage.ann, AppStage.ID, "hush"));
        stage.expired(stage.ann, app.id());
        stage.expired(stage.bob, app.id());
        assertThat(health()).satisfies(well -> {
            assertThat(well.verdict().isWell()).isTrue();
            assertThat(List.of(well.connections(), well.waiting())).containsExactly(2, 0);
        });

        stage.world.appNotes.refused(app.id(), Cause.APP_REJECTED);

        assertThat(health()).satisfies(ill -> {
            assertThat(ill.condition()).isInstanceOf(AppCondition.Blocked.class);
            assertThat(ill.verdict().state()).isEqualTo(Verdict.State.APP_BLOCKED);
            assertThat(List.of(ill.connections(), ill.waiting())).containsExactly(2, 2);
        });
        assertThat(stage.world.showApp.show(stage.ann.in(), new ProviderId("nowhere")))
                .isEmpty();
    }

    @Test
    void a_check_looks_at_the_newest_secret_and_what_it_shows_good_is_remembered() {
        stage.bring(stage.ann, AppStage.ID, "old");
        OwnApp app = stage.kept(stage.bring(stage.ann, AppStage.ID, "new"));
        stage.world.appNotes.refused(app.id(), Cause.APP_REJECTED);
        var good = new AppFindings(GOOD, GOOD, UNKNOWN, UNKNOWN);
        stage.world.spotify.findings(good);

        assertThat(check()).isEqualTo(new Checking.Checked(good));

        assertThat(stage.secretsShown()).containsExactly("new");
        assertThat(stage.appOf(stage.ann).previous()).isEmpty();
        assertThat(stage.world.appNotes.of(app.id()).mayCall(stage.world.clock.instant()))
                .isTrue();
    }

    @Test
    void a_check_that_shows_nothing_good_forgets_nothing() {
        stage.bring(stage.ann, AppStage.ID, "old");
        stage.bring(stage.ann, AppStage.ID, "new");
        stage.world.spotify.findings(new AppFindings(GOOD, new Finding.Wrong("no"), UNKNOWN, UNKNOWN));

        check();

        assertThat(stage.appOf(stage.ann).previous()).isPresent();
    }

    @Test
    void checks_count_against_the_apps_pace_and_wait_out_its_pauses() {
        assertThat(check()).isEqualTo(new Checking.NoApp());
        OwnApp app = stage.kept(stage.bring(stage.ann, AppStage.ID, "hush"));
        stage.world.pace = new Pace(0.1, 1);

        assertThat(check()).isInstanceOf(Checking.Checked.class);
        assertThat(check())
                .isEqualTo(new Checking.Later(stage.world.clock.instant().plusSeconds(10)));

        stage.world.pace = new Pace(1, 100);
        stage.world.appNotes.throttled(app.id(), Cause.THROTTLED, Optional.of(Duration.ofMinutes(3)));
        assertThat(check())
                .isEqualTo(new Checking.Later(stage.world.clock.instant().plusSeconds(180)));
        assertThat(stage.secretsShown()).hasSize(1);
    }

    private Checking check() {
        return stage.world.checkApp.check(stage.ann.in(), SPOTIFY);
    }

    private ShowApp.Health health() {
        return stage.world
                .showApp
                .show(stage.ann.in(), SPOTIFY)
                .orElseThrow()
                .app()
                .orElseThrow();
    }
}
