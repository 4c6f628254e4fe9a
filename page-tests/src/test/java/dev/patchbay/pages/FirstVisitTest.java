package dev.patchbay.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.pages.stage.OnStage;
import dev.patchbay.pages.stage.Stage;
import dev.patchbay.pages.stage.Visitor;
import org.junit.jupiter.api.Test;

@OnStage
class FirstVisitTest {
    @Test
    void somebody_signs_in_for_the_first_time_connects_and_gets_a_token(Stage stage) {
        Visitor mia = stage.visitor("Mia Berg").expects("/seat");

        mia.opens("/");
        mia.welcome().isShown();
        mia.signsIn("Google");
        mia.card("Spotify").isNotConnected();
        mia.connects("Spotify");
        mia.card("Spotify").isConnectedAs("Mia Berg");

        assertThat(mia.data("/platforms/spotify/token").get("accessToken").getAsString())
                .isNotBlank();
    }
}
