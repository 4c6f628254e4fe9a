package dev.patchbay.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.pages.stage.OnStage;
import dev.patchbay.pages.stage.Stage;
import dev.patchbay.pages.stage.Visitor;
import org.junit.jupiter.api.Test;

@OnStage
class ReconnectTest {
    @Test
    void somebody_finds_out_why_a_connection_is_broken_and_mends_it(Stage stage) {
        Visitor jon = stage.visitor("Jon Vik").signsIn("Google").connects("Spotify");
        jon.card("Spotify").isConnectedAs("Jon Vik");
        stage.outside().withdraw("spotify", jon.person());

        jon.card("Spotify").act("Check now").click();
        jon.card("Spotify")
                .needsReconnecting()
                .says("The platform no longer accepts this connection: access was withdrawn or has expired.")
                .says("Since");
        assertThat(jon.asks("/platforms/spotify/token").status()).isEqualTo(409);

        jon.connects("Spotify", "Reconnect", "Jon Vik");
        jon.card("Spotify").isConnectedAs("Jon Vik").doesNotSay("withdrawn");
        assertThat(jon.asks("/platforms/spotify/token").status()).isEqualTo(200);
    }

    @Test
    void another_outside_account_is_not_taken_without_a_word(Stage stage) {
        Visitor noa = stage.visitor("Noa Lind").signsIn("GitHub").connects("Spotify");
        noa.card("Spotify").isConnectedAs("Noa Lind");
        stage.outside().withdraw("spotify", noa.person());
        noa.card("Spotify").act("Check now").click();

        noa.connects("Spotify", "Reconnect", "Noas Brother");
        noa.card("Spotify")
                .says("Which account?")
                .says("Connected is Noa Lind. Now you chose Noas Brother at Spotify.");
        noa.card("Spotify").answer("Keep Noa Lind").click();
        noa.frame().tells("Spotify stays connected as it was.");
        noa.card("Spotify").needsReconnecting().says("Connected as Noa Lind");

        noa.connects("Spotify", "Reconnect", "Noas Brother");
        noa.card("Spotify").answer("Connect Noas Brother instead").click();
        noa.card("Spotify").isConnectedAs("Noas Brother");
    }

    @Test
    void who_changes_their_mind_at_the_platform_is_told_that_nothing_happened(Stage stage) {
        Visitor kim = stage.visitor("Kim Aas").signsIn("Microsoft");
        kim.card("Spotify").act("Connect").click();
        kim.outside().cancels();
        kim.connections().isShown();
        kim.frame().warns("You did not give your consent, so nothing was changed.");
        kim.card("Spotify").isNotConnected();
    }
}
