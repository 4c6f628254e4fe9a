package dev.patchbay.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.pages.stage.Axe;
import dev.patchbay.pages.stage.OnStage;
import dev.patchbay.pages.stage.Stage;
import dev.patchbay.pages.stage.Visitor;
import org.junit.jupiter.api.Test;

@OnStage
class AccessibilityTest {
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
    void nobody_is_kept_out_of_the_welcome(Stage stage) {
        Visitor eva = stage.visitor("Eva Sorg").opens("/");
        eva.welcome().isShown();
        assertThat(Axe.faults(eva.page())).isEmpty();
    }
}
