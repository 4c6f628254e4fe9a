package dev.patchbay.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.LoadState;
import dev.patchbay.pages.stage.OnStage;
import dev.patchbay.pages.stage.Stage;
import dev.patchbay.pages.stage.Visitor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@OnStage
class FirstVisitTest {
    private static final int MOST_BYTES = 150_000;

    @Test
    void somebody_signs_in_for_the_first_time_connects_and_gets_a_token(Stage stage) {
        Visitor mia = stage.visitor("Mia Berg").opens("/");
        mia.welcome().isShown();
        mia.reads("Patchbay keeps your music platforms connected");

        mia.signsIn("Google").connections().isShown();
        mia.connects("Spotify");
        mia.frame().tells("Spotify is connected.");
        mia.card("Spotify").isConnectedAs("Mia Berg").says("Consent").says("in 18");

        assertThat(mia.data("/platforms/spotify/token").get("accessToken").getAsString())
                .isNotBlank();
    }

    @Test
    void who_comes_back_is_at_their_connections_at_once(Stage stage) {
        Visitor max = stage.visitor("Max Berg").signsIn("Google").connects("SoundCloud");
        max.card("SoundCloud").isConnectedAs("Max Berg");

        // As it comes from the server, before any script has run.
        assertThat(max.asks("/").text())
                .contains("Connected as")
                .contains("Max Berg")
                .doesNotContain("Sign in with");
    }

    @Test
    void the_first_page_is_light(Stage stage) {
        Visitor moa = stage.visitor("Moa Berg");
        List<Response> heard = new ArrayList<>();
        moa.page().onResponse(heard::add);
        moa.opens("/").welcome().isShown();
        moa.page().waitForLoadState(LoadState.NETWORKIDLE);
        // Asking for a size lets the browser tell of more meanwhile.
        List<Response> answers = List.copyOf(heard);

        assertThat(answers).hasSizeGreaterThan(3);
        assertThat(answers.stream().mapToInt(FirstVisitTest::transferred).sum())
                .as("bytes transferred, heads included")
                .isLessThan(MOST_BYTES);
        assertThat(answers.stream().mapToInt(answer -> answer.body().length).sum())
                .as("bytes when unpacked")
                .isLessThan(MOST_BYTES);
    }

    private static int transferred(Response answer) {
        var sizes = answer.request().sizes();
        return sizes.responseBodySize + sizes.responseHeadersSize;
    }
}
