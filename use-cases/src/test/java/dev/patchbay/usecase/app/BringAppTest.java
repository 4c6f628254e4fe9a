package dev.patchbay.usecase.app;

import static dev.patchbay.port.Fixtures.SPOTIFY;
import static dev.patchbay.port.Fixtures.days;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.activity.Event;
import dev.patchbay.domain.clientapp.AppCondition;
import dev.patchbay.domain.clientapp.OwnApp;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Standing;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.port.vault.Opening;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BringAppTest {

    private final AppStage stage = new AppStage();

    @Test
    void an_app_is_kept_trimmed_with_its_secret_sealed_in_its_place() {
        OwnApp app = stage.kept(stage.bring(stage.ann, "\u00A0" + AppStage.ID + "\n", "  hush  "));

        assertThat(app.clientId()).isEqualTo(AppStage.ID);
        assertThat(stage.world.vault.open(
                        app.keyOwner(), app.secretPlace(), app.secret().orElseThrow()))
                .hasToString("Opened[secret=redacted]");
        assertThat(secretOf(app)).isEqualTo("hush");
        assertThat(app.previous()).isEmpty();
        assertThat(app.toString()).doesNotContain("hush");
        assertThat(stage.world.happenedTo(stage.ann)).contains(Event.Kind.APP_BROUGHT);
    }

    @Test
    void what_cannot_be_right_is_refused_in_plain_words_and_nothing_is_kept() {
        assertThat(refusal("an id", "hush")).contains("client id").contains("space");
        assertThat(refusal("id", "\"hush\"")).contains("client secret").contains("quotation marks");
        assertThat(refusal("id", "hu\u200Bsh")).contains("invisible").doesNotContain("hu");
        assertThat(refusal("same", "same")).contains("twice");
        assertThat(stage.bring(stage.ann, SPOTIFY, "id", Optional.empty(), false))
                .isEqualTo(new Bringing.Refused("The spotify does not serve an app without its client secret."));
        assertThat(stage.bring(stage.ann, new ProviderId("nowhere"), "id", Optional.of("hush"), false))
                .isEqualTo(new Bringing.UnknownPlatform());

        assertThat(stage.world.store.ownApps().of(stage.ann.account().id())).isEmpty();
    }

    @Test
    void a_new_secret_ends_no_connection_and_the_one_before_is_kept_for_a_week() {
        stage.bring(stage.ann, AppStage.ID, "old");
        var connection = stage.expired(stage.ann, stage.appOf(stage.ann).id());

        OwnApp app = stage.kept(stage.bring(stage.ann, AppStage.ID, "new"));

        assertThat(secretOf(app)).isEqualTo("new");
        assertThat(app.previous().orElseThrow().until())
                .isEqualTo(stage.world.clock.instant().plus(days(7)));
        assertThat(stage.world.stored(connection).standing()).isEqualTo(new Standing.Active());

        stage.world.clock.advance(days(7));
        stage.world.purgeExpired.purge();
        assertThat(stage.appOf(stage.ann).previous()).isEmpty();
    }

    @Test
    void the_same_secret_again_changes_nothing() {
        OwnApp first = stage.kept(stage.bring(stage.ann, AppStage.ID, "hush"));

        assertThat(stage.kept(stage.bring(stage.ann, AppStage.ID, "hush"))).isEqualTo(first);
        assertThat(stage.appOf(stage.ann)).isEqualTo(first);
    }

    @Test
    void another_client_id_ends_connections_and_asks_first() {
        stage.bring(stage.ann, AppStage.ID, "hush");
        var connection = stage.expired(stage.ann, stage.appOf(stage.ann).id());
        var shared = stage.world.connected(stage.bob, stage.world.spotify);

        assertThat(stage.bring(stage.ann, "other", "hush"))
                .isEqualTo(new Bringing.NeedsYes(List.of(new AffectedConnection("Ann", true))));
        assertThat(stage.appOf(stage.ann).clientId()).isEqualTo(AppStage.ID);

        assertThat(stage.bring(stage.ann, "other", "hush", true))
                .isEqualTo(new Bringing.Kept(stage.appOf(stage.ann), List.of(new AffectedConnection("Ann", true))));
        assertThat(stage.appOf(stage.ann).previous()).isEmpty();
        assertThat(stage.world.stored(connection).standing())
                .isEqualTo(new Standing.NeedsReconnect(Cause.APP_REMOVED, stage.world.clock.instant()));
        assertThat(stage.world.stored(connection).tokens()).isEqualTo(connection.tokens());
        assertThat(stage.world.stored(shared).standing()).isEqualTo(new Standing.Active());
    }

    @Test
    void a_new_secret_lets_a_refused_app_be_tried_at_once() {
        OwnApp app = stage.kept(stage.bring(stage.ann, AppStage.ID, "old"));
        stage.world.appNotes.refused(app.id(), Cause.APP_REJECTED);

        stage.bring(stage.ann, AppStage.ID, "new");

        assertThat(stage.world.appNotes.of(app.id()).mayCall(stage.world.clock.instant()))
                .isTrue();
    }

    @Test
    void two_people_with_one_client_id_share_neither_secret_nor_trouble() {
        OwnApp anns = stage.kept(stage.bring(stage.ann, AppStage.ID, "hers"));
        OwnApp bobs = stage.kept(stage.bring(stage.bob, AppStage.ID, "his"));
        stage.world.appNotes.refused(bobs.id(), Cause.APP_REJECTED);

        assertThat(secretOf(anns)).isEqualTo("hers");
        assertThat(stage.world.appNotes.of(anns.id())).isEqualTo(new AppCondition.Fine());
        assertThat(stage.world.removeApp.remove(stage.bob.in(), SPOTIFY, false))
                .isEqualTo(new Removal.Removed(List.of()));
        assertThat(stage.appOf(stage.ann)).isEqualTo(anns);
    }

    private String secretOf(OwnApp app) {
        return stage.world.vault.open(
                                app.keyOwner(), app.secretPlace(), app.secret().orElseThrow())
                        instanceof Opening.Opened(var secret)
                ? secret.reveal()
                : "unreadable";
    }

    private String refusal(String id, String secret) {
        return stage.bring(stage.ann, id, secret) instanceof Bringing.Refused(var words) ? words : "taken";
    }
}
