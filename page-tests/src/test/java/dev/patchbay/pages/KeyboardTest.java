package dev.patchbay.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import dev.patchbay.pages.screen.Frame;
import dev.patchbay.pages.stage.OnStage;
import dev.patchbay.pages.stage.Stage;
import dev.patchbay.pages.stage.Visitor;
import org.junit.jupiter.api.Test;

/** Without a pointer; at every stop it is seen where one is. */
@OnStage
class KeyboardTest {
    @Test
    void somebody_comes_from_the_first_visit_to_a_connection(Stage stage) {
        Visitor uma = stage.visitor("Uma Dahl").opens("/");
        uma.welcome().isShown();

        uma.keyboard().goesTo(AriaRole.BUTTON, "Sign in with Google").presses("Enter");
        uma.outside().signsInAs("Uma Dahl", uma.person().email());
        uma.connections().isShown();
        uma.keyboard().goesTo(uma.card("SoundCloud").act("Connect")).presses("Enter");
        uma.outside().allowsAs("Uma Dahl");
        uma.card("SoundCloud").isConnectedAs("Uma Dahl");
    }

    @Test
    void the_first_stop_leads_past_the_navigation(Stage stage) {
        Visitor una = stage.visitor("Una Dahl").signsIn("Google");
        una.connections().isShown();

        una.keyboard().presses("Tab");
        assertThat(una.page().locator(":focus")).hasText("To the content");
        una.keyboard().presses("Enter");
        assertThat(una.page().getByRole(AriaRole.MAIN)).isFocused();
    }

    @Test
    void a_dialog_keeps_the_focus_escape_closes_it_and_the_focus_goes_back(Stage stage) {
        Visitor ute = stage.visitor("Ute Dahl").signsIn("Google").connects("SoundCloud");
        ute.card("SoundCloud").isConnectedAs("Ute Dahl");

        ute.keyboard().goesTo(ute.card("SoundCloud").act("Disconnect")).presses("Enter");
        var dialog = ute.frame().dialog("Disconnect SoundCloud?");
        assertThat(Frame.answer(dialog, "Keep it")).isFocused();
        ute.keyboard().presses("Tab");
        assertThat(Frame.answer(dialog, "Disconnect SoundCloud")).isFocused();
        ute.keyboard().presses("Escape");
        assertThat(dialog).isHidden();
        assertThat(ute.card("SoundCloud").act("Disconnect")).isFocused();

        ute.keyboard().presses("Enter");
        ute.keyboard()
                .goesTo(Frame.answer(ute.frame().dialog("Disconnect SoundCloud?"), "Disconnect SoundCloud"))
                .presses("Enter");
        ute.frame().dialog("SoundCloud is disconnected");
        ute.keyboard().presses("Escape");
        ute.card("SoundCloud").isNotConnected();
    }

    @Test
    void what_is_checked_keeps_the_focus(Stage stage) {
        Visitor ulf = stage.visitor("Ulf Dahl").signsIn("Google").connects("SoundCloud");
        ulf.card("SoundCloud").isConnectedAs("Ulf Dahl");

        ulf.keyboard().goesTo(ulf.card("SoundCloud").act("Check now")).presses("Enter");
        ulf.frame().tells("SoundCloud answered just now: all is well.");
        assertThat(ulf.card("SoundCloud").act("Check now")).isFocused();
    }
}
