package dev.patchbay.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.pages.stage.Axe;
import dev.patchbay.pages.stage.Look;
import dev.patchbay.pages.stage.OnStage;
import dev.patchbay.pages.stage.Stage;
import dev.patchbay.pages.stage.Visitor;
import org.junit.jupiter.api.Test;

/** Every screen and every dialog, in both themes, wide and narrow. */
@OnStage
class AccessibilityTest {
    private static final String ID = "sandbox-soundcloud-own";
    private static final String SECRET = "sandbox-soundcloud-own-secret";

    @Test
    void what_axe_has_to_find_is_found(Stage stage) {
        Visitor eve = stage.visitor("Eve Sorg").opens("/");
        eve.page().evaluate("document.querySelector('main').append(document.createElement('button'))");

        assertThat(Axe.faults(eve.page()))
                .singleElement()
                .asString()
                .startsWith("button-name at #main > button")
                .contains("Buttons must have discernible text");
    }

    @Test
    void what_sticks_out_on_a_narrow_window_is_found(Stage stage) {
        Visitor eli = stage.visitor("Eli Sorg").opens("/");
        eli.page().evaluate("document.querySelector('h1').style.minWidth = '600px'");

        assertThat(Look.everyWay(eli.page()))
                .singleElement()
                .asString()
                .contains("at 360 px scrolls sideways because of")
                .contains("<h1");
    }

    @Test
    void nobody_is_kept_out_of_the_pages_for_strangers(Stage stage) {
        Visitor eva = stage.visitor("Eva Sorg").opens("/");
        eva.welcome().isShown();
        assertThat(Look.everyWay(eva.page())).isEmpty();

        eva.welcome().signInByChat("Telegram").click();
        eva.reads("Tell the number to nobody");
        assertThat(Look.everyWay(eva.page())).isEmpty();

        eva.expects("404").opens("/apps/nothing-of-this-name");
        assertThat(Look.everyWay(eva.page())).isEmpty();
    }

    @Test
    void nobody_is_kept_out_of_the_connections_however_they_are(Stage stage) {
        Visitor ebb = Sights.somebodyWithTroubles(stage, stage.visitor("Ebba Sorg"), 12);
        assertThat(Look.everyWay(ebb.page())).isEmpty();

        ebb.card("YouTube Music").act("Check now").click();
        ebb.frame().tells("all is well");
        assertThat(Look.everyWay(ebb.page())).isEmpty();

        ebb.card("YouTube Music").act("Disconnect").click();
        ebb.frame().dialog("Disconnect YouTube Music?");
        assertThat(Look.everyWay(ebb.page())).isEmpty();
    }

    @Test
    void nobody_is_kept_out_of_choosing_between_two_accounts(Stage stage) {
        Visitor eik = stage.visitor("Eike Sorg").signsIn("Google").connects("TIDAL");
        eik.card("TIDAL").isConnectedAs("Eike Sorg");
        stage.outside().withdraw("tidal", eik.person());
        eik.card("TIDAL").act("Check now").click();
        eik.connects("TIDAL", "Reconnect", "Eikes Sister");
        eik.card("TIDAL").says("Which account?");
        assertThat(Look.everyWay(eik.page())).isEmpty();
    }

    @Test
    void nobody_is_kept_out_of_bringing_an_own_app(Stage stage) {
        Visitor ela = stage.visitor("Ela Sorg").signsIn("Google");
        ela.opens("/apps/spotify").ownApp("Spotify").isShown();
        assertThat(Look.everyWay(ela.page())).isEmpty();

        ela.opens("/apps/soundcloud").ownApp("SoundCloud").isShown().brings(ID, "of-another-app");
        ela.frame().warns("Something is not right yet");
        assertThat(Look.everyWay(ela.page())).isEmpty();
        ela.ownApp("SoundCloud").brings(ID, SECRET);
        ela.frame().tells("found nothing wrong");
        assertThat(Look.everyWay(ela.page())).isEmpty();
    }

    @Test
    void nobody_is_kept_out_of_their_account(Stage stage) {
        Visitor eda = stage.visitor("Eda Sorg").signsIn("Google").connects("SoundCloud");
        eda.card("SoundCloud").isConnectedAs("Eda Sorg");
        eda.opens("/account").account().isShown();
        assertThat(Look.everyWay(eda.page())).isEmpty();
    }

    @Test
    void nobody_is_kept_out_of_looking_after_the_service(Stage stage) {
        Visitor elk = stage.visitor("Elke Sorg").signsIn("Google").connects("SoundCloud");
        elk.card("SoundCloud").isConnectedAs("Elke Sorg");
        // The demo ends under the open page, and is started again.
        elk.expects("Failed to load resource").expects("net::ERR");
        stage.makesOperator(elk);
        elk.opens("/operator").operator().isShown();
        assertThat(Look.everyWay(elk.page())).isEmpty();
    }
}
