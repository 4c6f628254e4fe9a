package dev.patchbay.pages;

import dev.patchbay.pages.stage.OnStage;
import dev.patchbay.pages.stage.Stage;
import dev.patchbay.pages.stage.Visitor;
import org.junit.jupiter.api.Test;

@OnStage
class BadNetworkTest {
    @Test
    void who_has_no_network_is_told_so_and_goes_on_when_it_is_back(Stage stage) {
        Visitor gro = stage.visitor("Gro Sand").signsIn("Google").connects("SoundCloud");
        gro.card("SoundCloud").isConnectedAs("Gro Sand");

        gro.expects("ERR_INTERNET_DISCONNECTED").goesOffline(true);
        gro.card("SoundCloud").act("Check now").click();
        gro.frame().warns("Patchbay does not answer. Check your network and try again.");
        gro.card("SoundCloud").isConnectedAs("Gro Sand");

        gro.goesOffline(false);
        gro.card("SoundCloud").act("Check now").click();
        gro.frame().tells("SoundCloud answered just now: all is well.");
    }

    @Test
    void a_platform_that_does_not_answer_is_not_taken_for_a_broken_connection(Stage stage) {
        Visitor geo = stage.visitor("Geo Sand").signsIn("Google").connects("SoundCloud");
        geo.card("SoundCloud").isConnectedAs("Geo Sand");

        stage.outside().always("bad-gateway", "soundcloud", "profile");
        geo.card("SoundCloud").act("Check now").click();
        geo.card("SoundCloud").says("Waiting").says("The platform does not answer, or not sensibly.");
    }
}
