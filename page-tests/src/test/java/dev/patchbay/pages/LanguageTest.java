package dev.patchbay.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.connection.Cause;
import dev.patchbay.pages.stage.OnStage;
import dev.patchbay.pages.stage.Spoken;
import dev.patchbay.pages.stage.Stage;
import dev.patchbay.pages.stage.Visitor;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

@OnStage
class LanguageTest {
    @Test
    void english_of_ours_is_noticed(Stage stage) {
        Visitor isa = stage.visitor("Isa Falk").opens("/");
        isa.welcome().isShown();

        assertThat(Spoken.englishOn(isa.page()))
                .contains("Sign in once. Your music stays connected.", "Sign in with Google");
    }

    @Test
    void whose_browser_asks_for_german_reads_no_english_of_ours(Stage stage) {
        Visitor ilse = stage.visitor("Ilse Falk", options -> options.setLocale("de-DE"));
        ilse.opens("/");
        assertThat(ilse.page().locator("html").getAttribute("lang")).isEqualTo("de");
        assertThat(Spoken.englishOn(ilse.page())).isEmpty();

        ilse.page().locator("form[action='/auth/google/login'] button").click();
        ilse.outside().signsInAs("Ilse Falk", ilse.person().email());
        ilse.page().locator("form[action='/platforms/tidal/connect'] button").click();
        ilse.outside().allowsAs("Ilse Falk");
        ilse.card("TIDAL").says("Ilse Falk");
        stage.outside().withdraw("tidal", ilse.person());
        ilse.asks("/platforms/tidal/health?probe=true");
        ilse.opens("/").card("TIDAL").says("Ilse Falk");
        assertThat(Spoken.englishOn(ilse.page())).isEmpty();
        assertThat(ilse.page().locator("body").innerText())
                .doesNotContain(Arrays.stream(Cause.values()).map(Cause::words).toArray(String[]::new));

        for (String path : new String[] {"/apps/spotify", "/apps/youtube", "/account"}) {
            ilse.opens(path);
            assertThat(Spoken.englishOn(ilse.page())).as(path).isEmpty();
        }
    }
}
