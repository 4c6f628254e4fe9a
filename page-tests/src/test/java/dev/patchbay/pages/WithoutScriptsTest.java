package dev.patchbay.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.pages.stage.OnStage;
import dev.patchbay.pages.stage.Stage;
import dev.patchbay.pages.stage.Visitor;
import org.junit.jupiter.api.Test;

@OnStage
class WithoutScriptsTest {
    @Test
    void somebody_without_scripts_signs_in_connects_sees_how_it_is_and_signs_out(Stage stage) {
        Visitor leo = stage.visitor("Leo Holm", options -> options.setJavaScriptEnabled(false));

        leo.signsIn("Google");
        leo.connections().isShown();
        leo.connects("Spotify");
        leo.card("Spotify").isConnectedAs("Leo Holm").says("good until").says("in 18");

        stage.outside().withdraw("spotify", leo.person());
        leo.card("Spotify").act("Check now").click();
        leo.card("Spotify").needsReconnecting().says("access was withdrawn or has expired");
        leo.connects("Spotify", "Reconnect", "Leo Holm");
        leo.card("Spotify").isConnectedAs("Leo Holm");

        leo.signsOut();
        leo.opens("/").welcome().isShown();
    }

    @Test
    void what_cannot_be_done_without_scripts_is_not_offered(Stage stage) {
        Visitor lea = stage.visitor("Lea Holm", options -> options.setJavaScriptEnabled(false));
        lea.signsIn("Google").connects("SoundCloud");
        lea.card("SoundCloud").isConnectedAs("Lea Holm");

        assertThat(lea.card("SoundCloud").act("Disconnect").isVisible()).isFalse();
    }
}
