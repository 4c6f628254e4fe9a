package dev.patchbay.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.pages.screen.Frame;
import dev.patchbay.pages.stage.OnStage;
import dev.patchbay.pages.stage.Stage;
import dev.patchbay.pages.stage.Visitor;
import org.junit.jupiter.api.Test;

@OnStage
class SigningOutTest {
    @Test
    void who_signs_out_everywhere_is_signed_out_at_the_other_browser_too(Stage stage) {
        Visitor ole = stage.visitor("Ole Fjeld").signsIn("Google");
        ole.connections().isShown();
        Visitor elsewhere = stage.elsewhere(ole, options -> options).signsIn("Google");
        elsewhere.connections().isShown();

        ole.frame().place("Account").click();
        ole.account().isShown().signOutEverywhere().click();
        Frame.answer(ole.frame().dialog("Sign out everywhere"), "Sign out everywhere")
                .click();
        ole.welcome().isShown();

        elsewhere.welcome().isShown();
        assertThat(elsewhere.asks("/user/profile").status()).isEqualTo(401);
    }

    @Test
    void the_back_button_shows_nobody_who_has_signed_out(Stage stage) {
        Visitor ove = stage.visitor("Ove Fjeld").signsIn("Google").connects("SoundCloud");
        ove.card("SoundCloud").isConnectedAs("Ove Fjeld");
        ove.signsOut();

        ove.page().goBack();
        ove.welcome().isShown();
        ove.doesNotRead("Ove Fjeld");
    }

    @Test
    void a_tab_that_was_open_when_another_signed_out_says_so(Stage stage) {
        Visitor odd = stage.visitor("Odd Fjeld").signsIn("Google");
        odd.connections().isShown();
        var first = odd.opensATab("/");
        odd.connections().isShown();
        odd.signsOut();

        odd.turnsTo(first).welcome().isShown();
    }
}
