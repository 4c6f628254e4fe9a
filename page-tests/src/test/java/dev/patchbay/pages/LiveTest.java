package dev.patchbay.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.pages.stage.OnStage;
import dev.patchbay.pages.stage.Stage;
import dev.patchbay.pages.stage.Visitor;
import org.junit.jupiter.api.Test;

/** The page is open, and nobody touches it; an app somewhere asks for tokens. */
@OnStage
class LiveTest {
    @Test
    void what_breaks_and_is_mended_elsewhere_is_seen_on_the_open_page(Stage stage) {
        Visitor per = stage.visitor("Per Strand").signsIn("Google").connects("SoundCloud");
        per.card("SoundCloud").isConnectedAs("Per Strand");
        per.leavesAMark();

        stage.outside().withdraw("soundcloud", per.person());
        assertThat(per.asks("/platforms/soundcloud/health?probe=true").status()).isEqualTo(200);
        per.card("SoundCloud").needsReconnecting().says("access was withdrawn or has expired");

        var first = per.opensATab("/");
        per.connects("SoundCloud", "Reconnect", "Per Strand");
        per.card("SoundCloud").isConnectedAs("Per Strand");
        per.turnsTo(first).card("SoundCloud").isConnectedAs("Per Strand").doesNotSay("withdrawn");
        assertThat(per.findsTheMark()).as("the page was not loaded again").isTrue();
    }

    @Test
    void a_pause_that_the_platform_asks_for_is_told_with_its_end(Stage stage) {
        Visitor pia = stage.visitor("Pia Strand").signsIn("Google").connects("SoundCloud");
        pia.card("SoundCloud").isConnectedAs("Pia Strand");
        pia.leavesAMark();

        stage.outside().once("too-many-requests", "soundcloud", "profile", 8);
        assertThat(pia.asks("/platforms/soundcloud/health?probe=true").status()).isEqualTo(200);
        pia.card("SoundCloud")
                .says("Waiting")
                .says("The platform asked for a pause.")
                .says("Wait until");
        pia.card("SoundCloud").isConnectedAs("Pia Strand");
        assertThat(pia.findsTheMark()).as("the page was not loaded again").isTrue();
    }

    @Test
    void what_somebody_asked_for_is_told_also_when_something_changes_meanwhile(Stage stage) {
        Visitor pim = stage.visitor("Pim Strand").signsIn("Google").connects("SoundCloud");
        pim.card("YouTube Music").act("Connect").click();
        pim.outside().signsInAs("Pim Strand", pim.person().email());
        pim.card("YouTube Music").isConnectedAs("Pim Strand");
        pim.page().evaluate("""
            () => { const get = window.fetch;
              window.fetch = (address, how) => get(address, how).then(answer => !String(address).includes('check=')
                ? answer : new Promise(later => setTimeout(() => later(answer), 6000))); }\
            """);

        pim.card("YouTube Music").act("Check now").click();
        // As an app of theirs would, meanwhile.
        pim.page().evaluate("() => fetch('/user/platforms/soundcloud', { method: 'DELETE' })");

        pim.frame().tells("all is well");
        pim.card("SoundCloud").isNotConnected();
    }

    @Test
    void what_is_done_in_one_tab_is_seen_in_the_other(Stage stage) {
        Visitor pal = stage.visitor("Pal Strand").signsIn("Google");
        pal.card("YouTube Music").isNotConnected();
        pal.leavesAMark();

        var first = pal.opensATab("/");
        pal.card("YouTube Music").act("Connect").click();
        pal.outside().signsInAs("Pal Strand", pal.person().email());
        pal.card("YouTube Music").isConnectedAs("Pal Strand");

        pal.turnsTo(first).card("YouTube Music").isConnectedAs("Pal Strand");
        assertThat(pal.findsTheMark()).as("the page was not loaded again").isTrue();
    }
}
